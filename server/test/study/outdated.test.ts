import assert from "node:assert/strict";
import { lifecycleOf } from "../../src/catalogue/types/endedServices.ts";
import { noteIndex } from "../../src/notes/noteIndex.ts";
import { OVERTAKEN } from "../../src/notes/overtaken/fact.ts";
import { overtakenIn } from "../../src/notes/overtaken/overtakenIn.ts";
import { readNotes } from "../../src/notes/reading/readNotes.ts";
import { noteText } from "../../src/notes/showing/noteText.ts";
import { renderHtml } from "../../src/notes/showing/renderHtml.ts";
import { topics } from "../../src/notes/topics/all.ts";
import { cardsOf } from "../../src/study/cards/noteCards.ts";
import { sheetAsHtml, sheetAsMarkdown } from "../../src/study/cramSheet.ts";
import { cardsAsTsv } from "../../src/study/exportCards.ts";
import { outdatedCount, outdatedIn } from "../../src/study/outdated.ts";

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
  ["- Launch Configurations are considered to be legacy", []],
  ["リソースを別のスタックに移すには、Retainにして外し、インポートする。", ["stack-refactoring"]],
  ["リソースは、スタックのリファクタリングで別のスタックに移せる。インポートは不要。", []],
  ["AWS SSO", ["single-sign-on"]],
  ["IAM Identity Center (formerly AWS SSO)", []],
  ["Inspectorはエージェントを導入してホストを診断する。", ["inspector-classic"]],
  ["Inspector finds vulnerabilities.", []],
  ["CloudWatch Eventsでスケジュール実行する。", ["cloudwatch-events"]],
  ["EventBridge (CloudWatch Events)", []],
  ["Route53のヘルスチェックはタイプが3種類ある。", ["health-check-kinds"]],
  ["S3ならOAIでアクセスを制限する。", ["origin-access-identity"]],
  ["OAI is replaced by OAC.", []],
  ["ForwardedValuesのQueryStringをtrueにする。", ["forwarded-values"]],
  ["NATゲートウェイはAZごとに置く。", ["nat-per-zone"]],
  ["A NAT gateway belongs in a public subnet.", []],
  ["Multi-AZのスタンバイは読み取りに使えない。", ["standby-reads"]],
  ["マルチAZはフェイルオーバーのため。", []],
  ["メモリは128MB〜3,008MB", ["lambda-memory"]],
  ["Lambdaの最大実行時間は5分", ["lambda-timeout"]],
  ["Lambdaの最大実行時間は15分", []],
  ["SQSのメッセージは最大256KB", ["message-size"]],
  ["SQS takes messages of up to 1 MiB (256 KB before).", []],
  ["API Gatewayのタイムアウトは29秒", ["gateway-timeout"]],
  ["バケットのACLで公開する。", ["bucket-acls"]],
  ["ネットワークACLでアクセスを拒否する。", []],
  ["Lambda in a VPC has cold starts of 10-60 seconds.", ["lambda-vpc-start"]],
  ["A Lambda function in a VPC needs subnets.", []],
  ["VPC内のLambdaはコールドスタートが遅い。", ["lambda-vpc-start"]],
  ["Lambdaの/tmpは512MB", ["lambda-tmp"]],
  ["Lambdaの/tmpは512MB〜10,240MB", []],
  ["Lambda is billed in increments of 100 ms.", ["lambda-billing"]],
  ["S3のプレフィックスをランダムにすると速くなる。", ["s3-random-prefixes"]],
  ["Use a random prefix in S3 to spread requests.", ["s3-random-prefixes"]],
  ["An S3 bucket can have a prefix for logs.", []],
  ["S3 is eventually consistent for overwrites.", ["s3-consistency"]],
  ["S3 objects can have up to 5 TB.", ["s3-object-size"]],
  ["S3のオブジェクトは5TBまで", ["s3-object-size"]],
  ["gp3は最大16,000 IOPS", ["gp3-limits"]],
  ["gp2は最大16,000 IOPS", []],
  ["NLB does not have security groups.", ["nlb-security-groups"]],
  ["ALBのセキュリティグループ", []],
  ["Templates are drawn in CloudFormation Designer.", ["cloudformation-designer"]],
  ["CloudFormationのテンプレートは最大200リソース", ["stack-resources"]],
  ["KMSのCMK", ["customer-master-key"]],
  ["Geoproximity routing needs Traffic Flow.", ["geoproximity"]],
  ["Evaluate Target Health with latency-based routing", []],
  ["Trusted Advisorの5つのカテゴリ", ["trusted-advisor"]],
  ["Amazon QLDB keeps a ledger.", ["AWS::QLDB"]],
  ["QLDB ended in 2025.", []],
  ["Cloud9はIDE", ["AWS::Cloud9"]],
  ["Amazon Linux 2のAMI", ["amazon-linux-2"]],
  ["Amazon Linux 2023のAMI", []],
];

const BELOW: readonly (readonly [titles: string, line: string, ids: readonly string[]])[] = [
  ["Lambda\n制限", "- タイムアウト：5分", ["lambda-timeout"]],
  ["ELB", "- タイムアウト：5分", []],
  ["Lambda functions\nVideoFunction", "- **Timeout**: 5 minutes", []],
  ["Lambda limits", "- **Timeout**: 5 minutes", ["lambda-timeout"]],
  ["SQS", "Max message size: 256 KB", ["message-size"]],
  ["SNS", "Max message size: 256 KB", []],
];

describe("what AWS has overtaken", () => {
  for (const [line, expected] of CASES)
    it(line, () =>
      assert.deepEqual(
        overtakenIn(line).map(({ id }) => id),
        expected,
      ),
    );

  for (const [titles, line, expected] of BELOW)
    it(`${line} below ${titles.split("\n")[0]}`, () =>
      assert.deepEqual(
        overtakenIn(line, titles).map(({ id }) => id),
        expected,
      ));

  it("is found by words of two letters and more", () => {
    const short = OVERTAKEN().filter(({ says }) => says[0]?.some((word) => word.replace("*", "").length < 2));
    assert.deepEqual(short, []);
  });

  it("has a date, a source of AWS's and a built-in note for each", () => {
    const ids = new Set(topics.map(({ id }) => id));
    for (const { topic, since, source, now } of OVERTAKEN()) {
      assert.ok(topic === undefined || ids.has(topic), topic);
      const [year, month, day] = since?.split("-").map(Number) ?? [];
      const words = [year, month && `${month}月`, day && `${day}日`].filter((word) => word !== undefined);
      for (const word of words) assert.ok(now.ja.includes(String(word)), `${now.ja} says ${word}`);
      assert.ok(since === undefined || now.en.includes(String(year)), now.en);
      assert.match(source, /^https:\/\/(?:docs\.)?aws\.amazon\.com\//);
    }
  });

  it("has the end of a service from the catalogue", () => {
    for (const { ends, since, source } of OVERTAKEN()) {
      if (ends === undefined) continue;
      const lifecycle = lifecycleOf(ends);
      assert.equal(since, lifecycle?.ends ?? lifecycle?.closed);
      assert.equal(source, lifecycle?.source);
    }
  });

  it("is not marked in a line that only leads elsewhere", () => {
    const text = "# Memo\n\n- [OpsWorks](https://example.com)\n- See [OpsWorks](https://example.com) for it.\n";
    const file = readNotes({ uri: "file:///memo.md", text, builtIn: false, language: "en" });
    assert.deepEqual(
      outdatedIn(file, "en").places.map(({ range }) => range.start.line),
      [3],
    );
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

describe("no sentence that AWS has overtaken stands alone", () => {
  const says = CASES.filter(([, ids]) => ids.length > 0).map(([line]) => line.replace(/^[-#\s]+/, ""));
  const index = noteIndex({ topics });
  // One mark a section is enough.
  const text = says
    .map((line, at) =>
      [`${line}`, `- **Item ${at}**: ${line}`, `| a | b |\n| - | - |\n| r | ${line} |\n| s | x |`]
        .map((body, form) => `## Topic ${at} ${form}\n\n${body}\n`)
        .join("\n"),
    )
    .join("\n");
  index.set({ uri: "file:///memo.md", text: `# Memo\n\n${text}`, builtIn: false, language: "ja" });
  const file = index.files[0] ?? assert.fail();
  const notes = file.notes.map((note) => ({ note, file }));
  const marked = new Set(says);

  /** Each line of what is shown that says one of them must say how it is now, too. */
  const check = (name: string, shown: () => readonly string[]): unknown =>
    it(name, () => {
      const lines = shown().flatMap((one) => one.split(/\n|<br>|\t/));
      const bare = lines.filter((line) => [...marked].some((said) => line.includes(said)) && !line.includes("⚠"));
      assert.deepEqual(bare, []);
    });
  const cards = cardsOf(file, index);
  check("in a hover", () =>
    notes.map((bound) =>
      noteText({ ...bound, specificity: 0, tier: "thing" }, "full", { language: "ja", commands: false }),
    ),
  );
  check("in a line of a hover", () =>
    notes.map((bound) =>
      noteText({ ...bound, specificity: 0, tier: "thing" }, "line", { language: "ja", commands: false }),
    ),
  );
  check("in the view", () => notes.map(({ note }) => renderHtml(note, file)));
  check("in a search", () => says.flatMap((said) => index.search(said, 50).map(({ excerpt }) => excerpt)));
  check("on a cram sheet", () => [sheetAsMarkdown("x", notes), sheetAsHtml("x", notes, "ja")]);

  it("on a card, or in what Anki gets", () => {
    assert.ok(cards.length > 0);
    for (const { front, back } of cards) {
      const said = `${front}\n${back}`.split("\n");
      assert.ok(
        said.every((line) => overtakenIn(line).length === 0 || line.includes("⚠")),
        `${front} → ${back}`,
      );
    }
    const rows = cardsAsTsv(cards.map((card) => ({ card, record: undefined }))).split("\n");
    for (const row of rows) assert.ok(overtakenIn(row).length === 0 || row.includes("⚠"), row);
  });
});
