import assert from "node:assert/strict";
import syntaxTexts from "../../../data/syntaxTexts.yaml";
import type { SyntaxCode } from "../../../src/model/tree/syntaxProblem.ts";
import { syntaxText } from "../../../src/rules/engine/syntax.ts";

describe("what is said of a broken text", () => {
  for (const code of [...(Object.keys(syntaxTexts()) as SyntaxCode[]), "duplicate-key", "full-width"] as const)
    it(`is there in both languages, with what it names: ${code}`, () => {
      const { en, ja } = syntaxText({ code, argument: "x", span: { start: 0, end: 1 } });
      for (const text of [en, ja]) assert.ok(text !== "" && !text.includes("$1"), text);
    });
});
