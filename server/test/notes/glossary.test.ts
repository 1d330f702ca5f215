import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";

/** Words that have another one in their place, as AWS's Japanese pages mostly have it. */
const NOT: readonly (readonly [word: RegExp, instead: string])[] = [
  [/疑似パラメータ/, "擬似パラメータ"],
  [/パラメーター/, "パラメータ"],
  [/既定/, "デフォルト"],
  [/動的な参照/, "動的参照"],
  [/置き換え(?=[はがをにのもと、。）]|でも?は|前|後|先|自体|済み)/, "置換"],
  [/プロセスの停止|停止中に起動/, "中断"],
  [/インスタンスリフレッシュ/, "インスタンスの更新"],
  [/リソースの型/, "リソースタイプ"],
  [/チェンジセット/, "変更セット"],
  [/イントリンシック|内部関数/, "組み込み関数"],
  [/ローンチテンプレート/, "起動テンプレート"],
  [/接続ドレイン/, "Connection Draining"],
  [/マウスオーバー/, "ホバー"],
  [/サーバ(?![ーレ])|フォルダ(?!ー)|ロードバランサ(?!ー)/, "サーバー"],
];

/** What people may write or type is not what we write. */
const NAMES = /notes\/(?:topics|words)\/|notes\/(?:searchSynonyms|services|terms|readings|names)\.ts$/;

const all = (folder: string, ends: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(ends) && !NAMES.test(file));

/** An example of what people write. */
const QUOTED = /「[^」]*」|`[^`]*`/g;

/** A file as it is read by people: of code, what stands in strings. */
function linesOf(file: string): readonly string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  if (file.endsWith(".ts")) return lines.filter((line) => /["`].*[ぁ-ん一-龠]/.test(line));
  return lines.map((line) => line.replace(QUOTED, ""));
}

/** The words of a file that have another one in their place, as `file:line word → word`. */
const found = (file: string): readonly string[] =>
  linesOf(file).flatMap((line) =>
    NOT.flatMap(([word, instead]) => {
      const said = word.exec(line)?.[0];
      return said === undefined ? [] : [`${file}: ${said} → ${instead}`];
    }),
  );

describe("Japanese texts have one word for one thing", () => {
  const check = (what: string, files: readonly string[], least: number): void => {
    it(what, () => {
      assert.ok(files.length >= least, String(files.length));
      assert.deepEqual(files.flatMap(found), []);
    });
  };
  check("in notes", all("notes/ja", ".md"), 10);
  check("in messages of the server", all("server/src", ".ts"), 300);
  check("in the extension", [...all("client/src", ".ts"), ...all("l10n", ".ja.json"), "package.nls.ja.json"], 10);
  check("in the documentation", ["README.ja.md", ...all("docs", ".ja.md"), "docs/rules.md"], 2);

  it("and notes have no space between Japanese and Latin letters", () => {
    const spaced = /[ぁ-んァ-ヶー一-龠] +[\w`$]|[\w`$%] +[ぁ-んァ-ヶー一-龠]|\d (?:KB|MB|%|秒|分)/;
    // A list, a table and code have spaces of their own.
    const prose = (line: string): string => line.replace(/^\s*(?:[-*|]|\d+\.|#+)\s+/, "").replace(/ \| /g, "|");
    const lines = all("notes/ja", ".md").flatMap((file) =>
      readFileSync(file, "utf8")
        .replace(/^```[\s\S]*?^```/gm, "")
        .replace(/^<!--.*-->$/gm, "")
        .split("\n")
        .filter((line) => spaced.test(prose(line)))
        .map((line) => `${file}: ${line}`),
    );
    assert.deepEqual(lines, []);
  });
});
