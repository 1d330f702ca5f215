import assert from "node:assert/strict";
import { decodeSettings, firstSettings } from "../../../src/lsp/host/settings.ts";

describe("first settings of a client", () => {
  const cases: readonly (readonly [name: string, options: unknown, language: string, folders: readonly string[]])[] = [
    ["none", undefined, "auto", []],
    ["without a name above", { language: "ja", notes: { folders: ["a"] } }, "ja", ["a"]],
    ["below cfnNotes", { cfnNotes: { language: "ja", notes: { folders: ["a"] } } }, "ja", ["a"]],
    [
      "both: those below count",
      { language: "en", notes: { folders: ["a"] }, cfnNotes: { language: "ja" } },
      "ja",
      ["a"],
    ],
    ["something else", { cfnNotes: "ja" }, "auto", []],
  ];
  for (const [name, options, language, folders] of cases)
    it(name, () => {
      const settings = decodeSettings(firstSettings(options));
      assert.deepEqual([settings.language, settings.noteFolders], [language, folders]);
    });
});
