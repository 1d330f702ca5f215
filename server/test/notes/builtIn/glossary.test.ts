import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

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
  [/ブラウザ(?!ー)/, "ブラウザー"],
  [/スケジューラー/, "スケジューラ"],
  [/新しい版|古い版/, "バージョン"],
  [/[二2]つの自分/, "自分のノート"],
  [/サーバ(?![ーレ])|フォルダ(?!ー)|ロードバランサ(?!ー)/, "サーバー"],
];

/** What people may write or type is not what we write. */
const NAMES = /notes\/(?:topics|words)\/|notes\/(?:search\/searchSynonyms|reading\/(?:terms|readings))\.ts$/;

/** How notes are understood: what people write, and no text of ours. */
const IN_NOTES = /server\/src\/notes\/(?!mend\/|rendering\/messages)/;

const all = (folder: string, ends: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(ends) && !NAMES.test(file));

/** Data whose Japanese is shown to people; the rest is words that people write. */
const isShown = (file: string): boolean => !/\/(?:topics\/|serviceNames|japaneseWords)/.test(file);

/** An example of what people write. */
const QUOTED = /「[^」]*」|`[^`]*`/g;

/** The Japanese texts of data, each in a line. */
function shownData(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const { ja } = value as { readonly ja?: unknown };
  return typeof ja === "string" ? [ja] : Object.values(value).flatMap(shownData);
}

/** A file as it is read by people: of code, what stands in strings. */
function linesOf(file: string): readonly string[] {
  const lines = readFileSync(file, "utf8").split("\n");
  if (file.endsWith(".ts")) return lines.filter((line) => /["`].*[ぁ-ん一-龠]/.test(line));
  if (file.endsWith(".yaml")) return shownData(parse(readFileSync(file, "utf8")));
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
  check("in data", all("server/data", ".yaml").filter(isShown), 10);
  check("in the extension", [...all("client/src", ".ts"), "package.nls.ja.json"], 10);
  check("in the documentation", ["README.ja.md", ...all("docs", ".ja.md")], 3);
});

/**
 * Beside a Japanese letter, with any other sign on the far side; between a number and its unit. Allowed after the marker of
 * an item and after a colon or comma of code.
 */
const SPACED =
  /[ぁ-んァ-ヶー一-龠々）」] (?![–|→↔=×+])[!-~“”]|(?<![:,|–→↔=×+]|(?:^|["'`])(?:#+|[-*>+]))(?<=[!-~“”]) [ぁ-んァ-ヶー一-龠々（「]|\d (?:KB|MB|GB|%)(?=[ぁ-んァ-ヶー一-龠々、。（）])/m;

/** Of notes and documentation the prose: lists, tables and code have spaces of their own, and so has what people write. */
function proseOf(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/^<!--.*-->$/gm, "")
    .split("\n")
    .map((line) => line.replace(/^\s*(?:[-*|]|\d+\.|#+)\s+/, "").replace(/ \| /g, "|"));
}

/** Of code and data what stands in strings; code in backquotes may hold anything. */
function stringsOf(file: string): readonly string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /["'`].*[ぁ-ん一-龠]/.test(line) && !/^\s*(?:\*|\/[/*])/.test(line))
    .map((line) => line.replace(/`cfn-init -c 名前`/g, ""));
}

/** The Japanese column of the page that has all messages of the sources and of the data. */
function messagesOf(page: string): readonly string[] {
  const rows = readFileSync(page, "utf8").matchAll(/^\|.*(?<!\\)\| (.*) \|$/gm);
  return [...rows].flatMap(([, japanese = ""]) => japanese.replace(/\\([\\|<])/g, "$1").split("<br>"));
}

describe("Japanese texts have no space beside Latin letters, digits and code", () => {
  const check = (what: string, files: readonly string[], least: number, textOf: typeof proseOf): void => {
    it(what, () => {
      assert.ok(files.length >= least, String(files.length));
      const spaced = files.flatMap((file) =>
        textOf(file)
          .filter((line) => SPACED.test(line))
          .map((line) => `${file}: ${line.trim()}`),
      );
      assert.deepEqual(spaced, []);
    });
  };
  const server = all("server/src", ".ts").filter((file) => !IN_NOTES.test(file));
  check("in notes", all("notes/ja", ".md"), 10, proseOf);
  check("in messages", ["l10n/messages.md"], 1, messagesOf);
  check("in messages of the server", server, 300, stringsOf);
  check("in the extension", [...all("client/src", ".ts"), "package.nls.ja.json"], 10, stringsOf);
  check("in the documentation", all("docs", ".ja.md"), 2, (file) =>
    proseOf(file).map((line) => line.replace(/`[^`]*`/g, "``").replace(/[。！]\*\* /g, "")),
  );
  check("in snippets", all("snippets", ".json"), 8, stringsOf);
  check("in data", all("server/data", ".yaml").filter(isShown), 10, linesOf);
});
