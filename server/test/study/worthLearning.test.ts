import assert from "node:assert/strict";
import type { Card } from "../../src/study/cards/card.ts";
import { cardsOf } from "../../src/study/cards/noteCards.ts";
import { isSaidAgain } from "../../src/study/cards/saidAgain.ts";
import { worthLearning } from "../../src/study/cards/worthLearning.ts";
import { indexOf } from "../notes/noteAt.ts";
import { cardsIn } from "./cardsIn.ts";

/** What is asked of documents that lie together. */
function askedOf(...texts: readonly string[]): readonly string[] {
  const sources = texts.map((text, at) => ({
    uri: `file:///${at}.md`,
    text,
    builtIn: false,
    language: "en" as const,
  }));
  const index = indexOf(sources);
  const files = index.files.filter(({ uri }) => uri.startsWith("file:"));
  return worthLearning(files.map((file) => ({ file, cards: cardsOf(file, index) }))).map(({ front }: Card) => front);
}

const DEFINES =
  "# SQS\n\n**Visibility timeout** is a period of time in which other consumers do not see a message that one has received.\n";
const ASKS = "# SQS\n\nQ: How long does Amazon SQS keep a message?\nA: Four days unless one sets another time.\n";

/** So many lines on AWS that say nothing to be learned by heart. */
function told(lines: number): string {
  return "\nOrders go through AWS to those who pack them.".repeat(lines);
}

describe("documents worth learning", () => {
  it("are those of which many lines can be asked", () => {
    assert.deepEqual(askedOf(DEFINES + told(30)), ["Visibility timeout"]);
    assert.deepEqual(askedOf(DEFINES + told(600)), []);
  });

  it("are judged by the documents around them, too", () => {
    assert.deepEqual(askedOf(DEFINES, `# Orders\n${told(900)}`), []);
    assert.deepEqual(askedOf(DEFINES, ASKS, `# Orders\n${told(60)}`), [
      "Visibility timeout",
      "How long does Amazon SQS keep a message?",
    ]);
  });

  it("ask nothing that is said of several things in the same words", () => {
    const faq = "\n\nQ: Which mistakes are common?\nA: To skip what comes first.\n";
    assert.deepEqual(askedOf(`# Amazon SQS${faq}`, `# Amazon SNS${faq}`, ASKS), [
      "How long does Amazon SQS keep a message?",
    ]);
    assert.deepEqual(askedOf(`# Amazon SQS${faq}`), ["Which mistakes are common?"]);
  });

  it("are counted with what says no more than its question, which is not asked", () => {
    const text =
      "# Database Migration Service\nAWSが提供するデータベース移行ツールです。\n# Amazon Route 53\n- **AAAAレコード**：IPv6のAレコード\n";
    assert.deepEqual(askedOf(text + told(200)), ["AAAAレコード"]);
    assert.deepEqual(askedOf(text.replace("データベース移行ツールです", "もので、あとで調べる") + told(200)), []);
  });

  it("ask for no name that the question says in Japanese, and for nothing by its praise", () => {
    const asks = (front: string, back: string, kind: Card["kind"] = "name"): boolean =>
      !isSaidAgain({ kind, subject: [], front, back });
    // Praise says nothing.
    assert.ok(!asks("Amazon OpenSearch Service", "完全マネージド型で高性能なOpenSearchサービス", "term"));
    assert.ok(!asks("VPCで使うインターネットゲートウェイを割り当てる。", "AWS::EC2::InternetGateway"));
    for (const [front, back] of [
      ["ディスクから読み取られた回数", "DiskReadOps"],
      ["区切り記号で文字列を分割する。", "Fn::Split"],
    ] as const)
      assert.ok(asks(front, back), back);
  });

  it("ask beside code only what is marked as a question", () => {
    const code = `\n\`\`\`yaml\n${"image: orders\n".repeat(12)}\`\`\`\n`;
    assert.deepEqual(askedOf(DEFINES + code), []);
    assert.deepEqual(askedOf(ASKS + code), ["How long does Amazon SQS keep a message?"]);
  });

  it("ask everything beside templates, which are what is learned", () => {
    const template = `\n\`\`\`yaml\n${"Type: AWS::SQS::Queue\n".repeat(12)}\`\`\`\n`;
    assert.deepEqual(askedOf(DEFINES + template), ["Visibility timeout"]);
  });

  it("are no READMEs without a name of AWS among their titles", () => {
    const text = "# Orders\n\n## FAQ\n\nQ: What does a queue cost on AWS?\nA: Ten dollars a month.\n";
    assert.deepEqual(cardsIn(text, { uri: "file:///README.md" }), []);
    assert.equal(cardsIn(text, { uri: "file:///prices.md" }).length, 1);
  });
});
