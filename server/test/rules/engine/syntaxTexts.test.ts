import assert from "node:assert/strict";
import { SYNTAX_CODES } from "../../../src/model/tree/syntaxProblem.ts";
import { syntaxText } from "../../../src/rules/engine/syntax.ts";

describe("what is said of a broken text", () => {
  for (const code of SYNTAX_CODES)
    it(`is there in both languages, with what it names: ${code}`, () => {
      const { en, ja } = syntaxText({ code, argument: "x", span: { start: 0, end: 1 } });
      for (const text of [en, ja]) assert.ok(text !== "" && !text.includes("$1"), text);
    });
});
