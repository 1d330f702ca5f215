import { equal } from "node:assert/strict";
import { languageOf } from "../../src/protocol/language.ts";

describe("the language of what is shown", () => {
  for (const [name, setting, editor, expected] of [
    ["that of the setting, whatever the editor's is", "ja", "en", "ja"],
    ["that of the setting in a Japanese editor", "en", "ja", "en"],
    ["the editor's with auto", "auto", "ja", "ja"],
    ["the editor's with auto, with a Region", "auto", "ja-JP", "ja"],
    ["English with auto in any other editor", "auto", "de", "en"],
    ["English with auto where the editor says nothing", "auto", undefined, "en"],
    ["the editor's where nothing is set", undefined, "JA", "ja"],
    ["the editor's where something else is set", "fr", "ja", "ja"],
  ] as const)
    it(name, () => equal(languageOf(setting, editor), expected));
});
