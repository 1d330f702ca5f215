import assert from "node:assert/strict";
import { noteIndex } from "../../src/notes/noteIndex.ts";
import { topics } from "../../src/notes/topics/all.ts";
import { comparison, comparisonsFor } from "../../src/study/compare.ts";
import { COMPARISONS } from "../../src/study/comparisons/all.ts";
import { comparisonsOn } from "../../src/study/comparisons/comparisonsOn.ts";

describe("comparisons", () => {
  const ids = new Set(topics.map(({ id }) => id));
  for (const { id, columns, rows, sources } of COMPARISONS()) {
    it(`${id}: whole, on topics that there are, with AWS's pages`, () => {
      assert.deepEqual(
        columns.filter(({ topic }) => !ids.has(topic)),
        [],
      );
      for (const { name, cells } of rows) assert.equal(cells.length, columns.length, name.en);
      assert.ok(sources.length > 0 && sources.every((one) => /^https:\/\/(?:docs\.)?aws\.amazon\.com\//.test(one)));
      const texts = rows.flatMap(({ name, cells }) => [name, ...cells]);
      assert.deepEqual(
        texts.filter(({ en, ja }) => en === "" || ja === ""),
        [],
      );
    });
  }

  const queries: readonly (readonly [query: string, ids: readonly string[]])[] = [
    ["DeletionPolicy UpdateReplacePolicy 違い", ["deletion-policies"]],
    ["alias vs CNAME", ["alias-cname"]],
    ["エイリアス CNAME 違い", ["alias-cname"]],
    ["cfn-init cfn-hup", ["helper-scripts"]],
    ["ALB と NLB の比較", ["load-balancers"]],
    ["spillovercount surgequeuelength", ["surge-queue"]],
    ["セキュリティグループとNACLの違い", ["traffic-filters"]],
    ["CloudWatch CloudTrail Config 違い", ["watching"]],
    ["SQS SNS 使い分け", ["messaging"]],
    ["スタックポリシーの違い", ["stack-protection"]],
    ["EBS EFS S3 違い", ["storage"]],
    ["Glacier Deep Archive Intelligent-Tiering 違い", ["storage-classes"]],
    ["ECS EKS 違い", ["containers"]],
    ["予約済み同時実行とプロビジョニング済み同時実行の違い", ["concurrency"]],
    ["DeletionPolicy", []],
    ["違い", []],
  ];
  for (const [query, expected] of queries)
    it(`are found by ${query}`, () =>
      assert.deepEqual(
        comparisonsFor(query, "ja").map(({ id }) => id),
        expected,
      ));

  it("are called by what their things are called in each language", () => {
    const titles = (language: "en" | "ja"): readonly string[] =>
      comparisonsFor("セキュリティグループ Network ACL", language).map(({ title }) => title);
    assert.deepEqual(titles("en"), ["Security group × Network ACL"]);
    assert.deepEqual(titles("ja"), ["セキュリティグループ × ネットワークACL"]);
    const columns = comparison("stack-updates", noteIndex({ topics }), "ja")?.columns;
    assert.deepEqual(columns, ["変更セット", "直接更新"]);
  });

  it("are told by a topic", () =>
    assert.deepEqual(comparisonsOn(["cfn-hup"], "en"), [
      { id: "helper-scripts", names: ["cfn-init", "cfn-hup"], others: ["cfn-init"] },
    ]));

  it("have the user's own words, where there are some", () => {
    const notes = noteIndex({ topics });
    const text = "## ヘルパースクリプト\n- cfn-hup\n  メタデータの変更を検出するデーモン。";
    notes.set({ uri: "file:///memo.md", text, builtIn: false, language: "ja" });
    const own = comparison("helper-scripts", notes, "ja")?.own.map((one) => one?.text);
    assert.deepEqual(own, [undefined, "メタデータの変更を検出するデーモン。"]);
  });
});
