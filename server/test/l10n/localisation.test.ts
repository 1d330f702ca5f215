import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { messagesIn } from "../../../scripts/messages/messagesIn.mjs";
import { textsOfData } from "../../../scripts/messages/textsOfData.mjs";

const read = (path: string): string => readFileSync(path, "utf8");
const texts = (path: string): Record<string, string> => JSON.parse(read(path)) as Record<string, string>;

/** Keys that are used and have no text, and texts that nothing uses. */
function check(file: string, used: readonly string[]): void {
  const keys = Object.keys(texts(file));
  assert.deepEqual(
    {
      [`not in ${file}`]: [...new Set(used)].filter((key) => !keys.includes(key)).sort(),
      [`only in ${file}`]: keys.filter((key) => !used.includes(key)).sort(),
    },
    { [`not in ${file}`]: [], [`only in ${file}`]: [] },
  );
}

describe("Localisation", () => {
  const manifest = [...read("package.json").matchAll(/%([\w.]+)%/g)].map(([, key = ""]) => key);
  for (const file of ["package.nls.json", "package.nls.ja.json"])
    it(`has each text of the manifest in ${file}`, () => {
      assert.ok(manifest.length > 20);
      check(file, manifest);
    });

  const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => [path.replaceAll("\\", "/"), read(`client/src/${path}`)] as const);

  it("asks for the language in one place: what the extension says while it runs follows cfnNotes.language", () => {
    const own = /\bl10n\b|\benv\.language\b|get(?:<string>)?\("language"/;
    const asking = sources.filter(([, source]) => own.test(source)).map(([path]) => path);
    assert.deepEqual(asking, ["page/inLanguage.ts"]);
  });

  it("shows nothing that is written in one language only", () => {
    const shown =
      /\b(?:show(?:Information|Warning|Error)Message\(\s*|(?:title|label|placeHolder|prompt|tooltip|openLabel|description|detail): )"(\w[^"]*)"/g;
    const bare = sources.flatMap(([path, source]) => {
      const said = new Set(messagesIn(source).flatMap(({ en, ja }) => [en, ja]));
      return [...source.matchAll(shown)]
        .map(([, text = ""]) => text)
        .filter((text) => !said.has(text))
        .map((text) => `${path}: ${text}`);
    });
    assert.deepEqual(bare, []);
  });

  it("has a text of each language where both are said", () => {
    const written = sources.flatMap(([path, source]) => messagesIn(source, path));
    const kept = ["client/src", "server/src"]
      .flatMap((folder) => textsOfData(".", folder))
      .flatMap(({ found }) => found);
    assert.ok(kept.length > 200, String(kept.length));
    const said = [...written, ...kept];
    const isJapanese = (text: string): boolean => /[ぁ-んァ-ヶ一-龠、。]/.test(text);
    assert.ok(said.length > 150, String(said.length));
    const wrong = said.filter(({ en, ja }) => isJapanese(en) || (!isJapanese(ja) && en !== ja && ja !== "ja"));
    assert.deepEqual(wrong, []);
  });
});
