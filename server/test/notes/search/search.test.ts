import { deepEqual, match, ok } from "node:assert/strict";
import { indexTokens, searchTokens } from "../../../src/notes/search/searchTokens.ts";
import { article, indexOf, source } from "../noteAt.ts";

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
  check("policies caches addresses aliases", ["policy", "cach", "address", "alias"]);
  check("policy cache address alias", ["policy", "cach", "address", "alias"]);

  it("what is found by the parts of its name", () => {
    deepEqual(indexTokens("UpdateReplacePolicy"), ["updatereplacepolicy", "updat", "replac", "policy"]);
  });
});

const BALANCER = `# 負荷分散のメモ

## Connection Draining

切り離したあとも、処理中の要求が終わるまで待つ。

## スティッキーセッション

同じ利用者を同じサーバーへ送りつづける。
- 期間ベース：秒数を決める。
- **切り離しても、Cookieがあるうちは送られる。**
（例：ショッピングカート）

## アクセスログ

属性を変えると、S3へ5分ごとに書き出される。
`;

const STACKS = `# スタックのメモ

## UpdateReplacePolicy

古いほうを残すかどうか。

## UpdatePolicy

### AutoScalingRollingUpdate

数台ずつ入れ替える。

## ヘルパースクリプト

- cfn-init：メタデータのとおりに整える。
- cfn-hup：変更を見張る。

## CloudFrontのキャッシュを消す

\`aws cloudfront create-invalidation\` で行う。
`;

const ENGLISH = `# Load balancing

## Sticky sessions

A cookie ties a visitor to one target.

## Deregistration delay

Requests in flight are finished first.
`;

describe("Search by what things are called", () => {
  const index = indexOf([
    source(BALANCER, { uri: "file:///n/balancer.md" }),
    source(STACKS, { uri: "file:///n/stacks.md" }),
    source(ENGLISH, { uri: "file:///n/english.md", language: "en" }),
  ]);
  const check = (query: string, ...first: readonly string[]): void => {
    it(query, () =>
      deepEqual(
        index
          .search(query, first.length)
          .map(({ note }) => note.title)
          .sort(),
        [...first].sort(),
      ),
    );
  };
  check("置換ポリシー", "UpdateReplacePolicy");
  check("replace policy", "UpdateReplacePolicy");
  check("接続ドレイン", "Connection Draining", "Deregistration delay");
  check("コネクションドレイニング", "Connection Draining", "Deregistration delay");
  check("キャッシュ無効化", "CloudFrontのキャッシュを消す");
  check("ローリングアップデート", "AutoScalingRollingUpdate");
  check("rolling updates", "AutoScalingRollingUpdate");
  check("sticky session", "スティッキーセッション", "Sticky sessions");
  check("スティッキーセッション", "スティッキーセッション", "Sticky sessions");
  check("すてぃっきーせっしょんとは", "スティッキーセッション", "Sticky sessions");
  check("同じサーバ", "スティッキーセッション");
  check("ELBのアクセスログを有効にする", "アクセスログ");
  check("access logs", "アクセスログ");
});

describe("Search for several words", () => {
  const index = indexOf([source(BALANCER, { uri: "file:///n/balancer.md" }), source(STACKS)]);
  const check = (query: string, expected: readonly string[]): void => {
    it(query, () => {
      const shown = index.search(query, 9).map(({ note, nearest }) => `${nearest ? "nearest: " : ""}${note.title}`);
      deepEqual(shown.slice(0, expected.length), expected);
    });
  };
  check("cfn-initとcfn-hupの違い", ["ヘルパースクリプト", "nearest: cfn-hup", "nearest: cfn-init"]);
  check("cfn-hup ペンギン", ["nearest: cfn-hup"]);
  check("違い", []);

  it("no title is a sentence, and a part that does not speak of the thing is no result", () => {
    deepEqual(
      index.search("スティッキーセッション", 9).map(({ note }) => note.title),
      ["スティッキーセッション"],
    );
  });

  it("no title is a piece of a sentence", () => {
    const [hit] = index.search("ショッピングカート", 9);
    deepEqual([hit?.note.title.includes("例"), hit?.excerpt.includes("ショッピングカート")], [false, true]);
  });
});

describe("Search in one's own and in built-in notes", () => {
  const index = indexOf([
    source("# cfn-signal\n\ncfn-signal sends a signal. Every cfn-signal counts.\n", {
      uri: "file:///b.md",
      builtIn: true,
    }),
    source("# Mine\n\n## Scripts\n\nThe last line of a script runs cfn-signal.\n\n## Signals\n\ncfn-signal\n"),
    source("# Cats\n\nPurr.\n", { uri: "file:///c.md", builtIn: true }),
  ]);
  const check = (query: string, expected: readonly string[]): void => {
    it(query, () =>
      deepEqual(
        index.search(query, 9).map(({ note }) => note.title),
        expected,
      ),
    );
  };
  check("signals", ["Signals", "cfn-signal", "Scripts"]);
  check("purr", ["Cats"]);
});

describe("Search by the words of one's own note", () => {
  const versions = `# Versions of code\n\nAWS::Lambda::Version: one for each release.\n\n## Version numbers\n\nThey count up.\n`;
  const index = indexOf([
    source("# S3\n\nWhat is versioning?\n: Keeps all versions of an object.\n", {
      uri: "file:///s3.md",
      language: "en",
    }),
    source("# Buckets\n\nVersioning costs money.\n", { uri: "file:///buckets.md", language: "en" }),
    source(versions, { uri: "file:///versions.md", language: "en" }),
    source("# Versioning\n\nVersioning keeps versions. Versioning it is.\n", {
      uri: "file:///b.md",
      builtIn: true,
      language: "en",
    }),
  ]);
  const check = (query: string, expected: readonly string[]): void => {
    it(query, () =>
      deepEqual(
        index.search(query, expected.length).map(({ note }) => note.title),
        expected,
      ),
    );
  };
  check("versioning", ["What is versioning?", "S3", "Buckets"]);
  check("What is versioning?", ["What is versioning?", "S3"]);
  check("keeps all", ["What is versioning?"]);

  it("a few that only mention it stand above what is on it", () => {
    const many = Array.from({ length: 9 }, (_, at) =>
      source(`# Note ${at}\n\nSee the purring.\n`, { uri: `file:///${at}.md` }),
    );
    const cats = source("# Purring\n\nPurring.\n", { uri: "file:///b.md", builtIn: true });
    const shown = indexOf([...many, cats]).search("purring", 9);
    deepEqual(
      shown.findIndex(({ file }) => file.builtIn),
      3,
    );
  });
});

describe("Search for what is explained in one place and listed in another", () => {
  const sheet =
    "# チートシート\n\n## 推奨\n\n1. **条件分岐**: 環境別に制御\n5. **変更セット**: 本番更新前に必ず変更セット確認\n";
  const chapter =
    "# 変更セット（Change Sets）による安全な更新\n\n本番環境で必須の機能\n\n## 🔍 変更セットとは\n\nスタックを更新する前に、変更内容をプレビューできる機能。本番環境では必須。\n\n## 変更セット実行\n\n実行すると反映される。\n";
  const index = indexOf([
    source(sheet, { uri: "file:///n/sheet.md" }),
    source(chapter, { uri: "file:///n/chapter.md" }),
  ]);
  it("the explanation comes first", () => {
    const titles = index.search("変更セット", 9).map(({ note }) => note.title);
    deepEqual(titles.slice(0, 1), ["🔍 変更セットとは"]);
    ok(titles.includes("変更セット"));
  });
});

describe("Search in texts that say the same", () => {
  const text = (title: string): string => `# ${title}\n\nThe gateway routes packets.\n`;
  it("gives one's own note before a built-in one, whichever was there first", () => {
    for (const own of [0, 1]) {
      const index = indexOf(
        [0, 1].map((at) =>
          source(text(at === own ? "Mine" : "Built"), { uri: `file:///${at}.md`, builtIn: at !== own }),
        ),
      );
      deepEqual(
        index.search("packets", 9).map(({ note }) => note.title),
        ["Mine", "Built"],
      );
    }
  });
});

describe("Search while notes change", () => {
  it("a file that changes while the index is made is found as it is now, once", () => {
    const index = indexOf([source("# A\n\n## B\n\nold words\n\n## C\n\n## D\n\n## E\n\nold words\n")]);
    const steps = index.prepareSearch();
    for (let step = 0; step < 3; step++) steps.next();
    index.set(source("# A\n\n## B\n\nnew words\n"));
    deepEqual([index.search("old", 9).length, index.search("new", 9).length], [0, 1]);
  });
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

  it("follows many edits, with words that come and go, and leaves nothing to go wrong behind its back", async () => {
    const memo = (edit: number): string => {
      const words = (note: number): string => {
        const numbers = Array.from({ length: 60 }, (_, word) => edit * 7 + note * 60 + word);
        return numbers.map((number) => `word${number.toString(36)}x`).join(" ");
      };
      const notes = Array.from({ length: 60 }, (_, note) => `## Note ${note}\n\n${words(note)}\n`);
      return `# Memo ${edit}\n\n${notes.join("\n")}`;
    };
    const unhandled: unknown[] = [];
    const remember = (reason: unknown): unknown => unhandled.push(reason);
    process.on("unhandledRejection", remember);
    const edited = indexOf([source(memo(0))]);
    for (let edit = 0; edit < 40; edit++) {
      edited.set(source(memo(edit)));
      edited.search(`word${(edit * 7).toString(36)}x`, 5);
      // Where something is done in the background, it is now.
      await new Promise((done) => setTimeout(done, 2));
    }
    process.off("unhandledRejection", remember);
    deepEqual(unhandled, []);
    const fresh = indexOf([source(memo(39))]);
    for (const query of [`word${(39 * 7).toString(36)}x`, "memo", "note 7", "word1x"]) {
      const [left, right] = [edited, fresh].map((one) => one.search(query, 9).map(({ note }) => note.title));
      deepEqual(left, right, query);
    }
  });
});

describe("Search for one or two letters", () => {
  const notes = "# Memo\n## Sticky sessions\nA cookie.\n## Targets\nThe standby is in az b.\n";
  const index = indexOf([source(notes, { uri: "file:///n/memo.md", language: "en" })]);
  const check = (query: string, ...titles: readonly string[]): void => {
    it(query, () =>
      deepEqual(
        index.search(query, 9).map(({ note }) => note.title),
        titles,
      ),
    );
  };
  check("st", "Sticky sessions");
  check("sta", "Targets");
  check("az", "Targets");
});
