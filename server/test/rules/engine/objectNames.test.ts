import assert from "node:assert/strict";
import { OBJECT_NAMES, templateOf } from "../../objectNames.ts";
import { found } from "../checkRule.ts";

describe("names that objects of JavaScript have", () => {
  for (const name of OBJECT_NAMES) {
    it(`finds what there is to find in a template full of ${name}`, () => {
      const codes = new Set(found(templateOf(name)).map(({ code }) => code));
      for (const code of [
        "unknown-type",
        "unknown-function",
        "dynamic-reference",
        "unknown-section",
        "unknown-property",
      ])
        assert.ok(codes.has(code), code);
    });
  }
});
