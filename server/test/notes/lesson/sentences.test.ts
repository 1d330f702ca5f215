import assert from "node:assert/strict";
import { hasName } from "../../../src/notes/lesson/sentences.ts";

const TEXTS: readonly (readonly [text: string, name: string, expected: boolean])[] = [
  ["Set Timeout to a minute.", "Timeout", true],
  ["Timeout", "Timeout", true],
  ["ConnectionTimeout and Timeouts", "Timeout", false],
  ["ConnectionTimeout, Timeouts, Timeout", "Timeout", true],
  ["Timeoutは60秒", "Timeout", true],
  ["Port: 8080", "Port: 80", false],
  ["a $(x)* b", "$(x)*", true],
  ["a timeout", "Timeout", false],
  ["", "", true],
  ["ab", "", false],
  ["a - b", "", true],
];

describe("names", () => {
  for (const [text, name, expected] of TEXTS)
    it(`“${text}” ${expected ? "has" : "does not have"} “${name}” as a name`, () =>
      assert.equal(hasName(text, name), expected));
});
