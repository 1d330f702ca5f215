import { deepEqual, match, ok } from "node:assert/strict";
import { searchTokens } from "../../src/notes/searchTokens.ts";
import { article, indexOf, source } from "./noteAt.ts";

describe("searchTokens", () => {
  const check = (text: string, expected: readonly string[]): void => {
    it(text, () => deepEqual(searchTokens(text), expected));
  };
  check("CreationPolicy, cfn-signal", ["creationpolicy", "cfn", "signal"]);
  check("ｃｆｎ　Ｓ３", ["cfn", "s3"]);
  check("シグナル", ["しぐ", "ぐな", "なる"]);
  check("サーバー", ["さば"]);
  check("待つcfn", ["待つ", "cfn"]);
  check("A 語 。", ["a", "語"]);
});

describe("Search in notes", () => {
  const index = indexOf([source(article("boldBullets.md")), source(article("english.md"), { uri: "file:///n/e.md" })]);
  const titles = (query: string): string[] => index.search(query, 5).map(({ note }) => note.title);
  const check = (query: string, first: string): void => {
    it(query, () => deepEqual(titles(query)[0], first));
  };
  check("cfn-hup", "cfn-hup");
  check("CREATIONPOLICY属性", "CreationPolicy属性");
  check("すてぃっきーせっしょん", "スティッキーセッション");
  check("ﾄﾞﾘﾌﾄ", "ドリフト");
  check("rollbak", "no signal");
  check("Server Order", "セキュリティポリシー");
  check("evaluate health", "Evaluate target health");

  it("nothing for what is nowhere, or is no word", () => {
    deepEqual([titles("存在しない言葉"), titles("。"), titles("")], [[], [], []]);
  });

  it("the excerpt is the line of the match", () => {
    const [hit] = index.search("指数バックオフ", 1);
    ok(hit);
    match(hit.excerpt, /^DependsOnでつなげるか、指数バックオフで再試行する。$/);
  });

  it("follows edits", () => {
    const edited = indexOf([source("# A\n\n古い本文\n")]);
    deepEqual(edited.search("古い", 5).length > 0, true);
    edited.set(source("# A\n\n新しい本文\n"));
    deepEqual([edited.search("古い", 5).length, edited.search("新しい", 5).length > 0], [0, true]);
    edited.delete("file:///notes/article.md");
    deepEqual(edited.search("新しい", 5), []);
  });
});
