import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

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

  it("has each text of the client in Japanese", () => {
    const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => read(`client/src/${path}`));
    const used = sources.flatMap((source) =>
      [...source.matchAll(/\bl10n\.t\(\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g)].map(
        ([, text = ""]) =>
          JSON.parse(text.startsWith("'") ? `"${text.slice(1, -1).replaceAll('"', '\\"')}"` : text) as string,
      ),
    );
    const calls = sources.flatMap((source) => source.match(/\bl10n\.t\(/g) ?? []);
    assert.equal(calls.length, used.length, "Each text is one plain string.");
    const file = "l10n/bundle.l10n.ja.json";
    check(file, used);
    for (const [key, text] of Object.entries(texts(file)))
      assert.match(text, /[ぁ-んァ-ヶ一-龠]/, `${key} is not Japanese in ${file}.`);
  });
});
