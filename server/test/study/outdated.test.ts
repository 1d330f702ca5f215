import assert from "node:assert/strict";
import { readNotes } from "../../src/notes/readNotes.ts";
import { topics } from "../../src/notes/topics/all.ts";
import { outdatedCount, outdatedIn } from "../../src/study/outdated.ts";
import { OVERTAKEN, overtakenIn } from "../../src/study/overtaken.ts";

const CASES: readonly (readonly [line: string, ids: readonly string[]])[] = [
  ["- Opsworks", ["opsworks"]],
  ["OpsWorksは2024年5月に終了した。", []],
  ["AWS Nitro Enclavesを使って、ACMで発行した証明書を使用できる。", ["exportable-certificates"]],
  ["ACM certificates cannot be exported.", ["exportable-certificates"]],
  ["ACMで証明書を発行できる。", []],
  ["Auto Scaling needs a launch configuration.", ["launch-configuration"]],
  ["Use a launch template, not a launch configuration.", []],
  ["HTTPCode_Backend_5XX : ELB自体に問題が起きた場合", ["backend-5xx"]],
  ["HTTPCode_Backend_5XX : the instance answered with an error", []],
  ["Evaluate Target Healthはレイテンシーを確認する。", ["evaluate-target-health"]],
  ["# 分野 2: 高可用性 8%", ["exam"]],
  ["SOA-C03 replaced SOA-C02.", []],
  ["ImportValue works in the same region only.", ["cross-stack"]],
  ["Ask support to pre-warm the load balancer.", ["pre-warming"]],
  ["NLBはPre-warming申請が不要。", ["pre-warming"]],
];

describe("what AWS has overtaken", () => {
  for (const [line, expected] of CASES)
    it(line, () =>
      assert.deepEqual(
        overtakenIn(line).map(({ id }) => id),
        expected,
      ),
    );

  it("has a date, a source of AWS's and a built-in note for each", () => {
    const ids = new Set(topics.map(({ id }) => id));
    for (const { topic, since, source } of OVERTAKEN) {
      assert.ok(ids.has(topic), topic);
      assert.match(since, /^20\d\d(?:-\d\d){0,2}$/);
      assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });

  it("is marked once a section, never in code", () => {
    const text = "# Memo\n\n- OpsWorks Stacks\n- OpsWorks for Chef\n\n```\nopsworks\n```\n\n## More\n\nOpsWorks";
    const file = readNotes({ uri: "file:///memo.md", text, builtIn: false, language: "en" });
    const places = outdatedIn(file, "en").places.map(({ range }) => [range.start.line, range.start.character]);
    assert.deepEqual(places, [
      [2, 2],
      [11, 0],
    ]);
    assert.equal(outdatedCount(file, "en"), "2 places out of date");
  });
});
