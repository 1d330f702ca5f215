import assert from "node:assert/strict";
import { rulePage } from "../../../../scripts/rules/rulePage.mjs";

const PAGE = `---
severity: error
cfnLint: [E3002]
---
# queue-name

## Queues have names

Names of queues.

The queue can't be created.

It is based on the API reference.

## キューに名前がある

キューの名前を検出します。

キューを作成できません。

判定は、APIリファレンスに基づきます。

## Examples

Bad:
\`\`\`yaml
## no heading
Name: a b
\`\`\`
Good, with a hyphen:
良い例（ハイフンを使う場合）：
\`\`\`json
{"Name": "a-b"}
\`\`\`
`;

describe("the page of a rule", () => {
  it("has texts with the same examples in both languages, and each example with its line", () => {
    const { code, described, text, basis, sources, examples } = rulePage("queueName.md", PAGE);
    assert.equal(code, "queue-name");
    assert.deepEqual(described, {
      severity: "error",
      cfnLint: ["E3002"],
      title: { en: "Queues have names", ja: "キューに名前がある" },
    });
    const bad = "```yaml\n## no heading\nName: a b\n```";
    const good = '```json\n{"Name": "a-b"}\n```';
    assert.deepEqual(basis, { en: "It is based on the API reference.", ja: "判定は、APIリファレンスに基づきます。" });
    assert.deepEqual(sources, []);
    assert.equal(
      text.en,
      `Names of queues.\n\n**Why it matters:** The queue can't be created.\n\nBad:\n${bad}\nGood, with a hyphen:\n${good}`,
    );
    assert.equal(
      text.ja,
      `キューの名前を検出します。\n\n**なぜ重要か：**キューを作成できません。\n\n悪い例：\n${bad}\n良い例（ハイフンを使う場合）：\n${good}`,
    );
    assert.deepEqual(examples, [
      { kind: "Bad", source: "## no heading\nName: a b\n", line: 27 },
      { kind: "Good", source: '{"Name": "a-b"}\n', line: 33 },
    ]);
  });

  for (const [name, before, after, message] of [
    [
      "no severity",
      "severity: error\n",
      "",
      /^queueName\.md:2: “severity” is missing\. On top stands for example “severity: warning”/,
    ],
    ["nothing on top", "severity: error\ncfnLint: [E3002]\n", "", /^queueName\.md:2: “severity” is missing/],
    ["an unknown severity", ": error", ": grave", /^queueName\.md:2: One of these is wanted here: error, warning/],
    ["nothing between lines of hyphens", PAGE.slice(0, PAGE.indexOf("#")), "", /^queueName\.md:1: A page begins with/],
    ["no code", "# queue-name", "", /^queueName\.md:5: Here stands “# ” and the code/],
    ["one title", "## キューに名前がある\n", "", /^queueName\.md:22: A page has at least three headings/],
    [
      "no examples",
      PAGE.slice(PAGE.indexOf("## Examples")),
      "",
      /^queueName\.md:15: A page has at least three headings/,
    ],
    ["a fourth part", /$/, "## More\n", /^queueName\.md:35: This heading is one too many/],
    [
      "a part without what it finds",
      /Names[\s\S]*?(?=\n## )/,
      "",
      /^queueName\.md:7: Below “## Queues .* of what it finds/,
    ],
    [
      "no reason why it matters",
      "The queue can't be created.\n\nIt is",
      "It is",
      /^queueName\.md:7: .*: what it finds; why/,
    ],
    ["no source", "It is based on the API reference.\n", "", /^queueName\.md:7: .* nothing of what it is based on/],
    ["no source in Japanese", /判定は.*\n/, "", /^queueName\.md:15: .* nothing of what it is based on/],
    ["too many parts", "Names of queues.", "Names.\n\nOf queues.", /^queueName\.md:7: Below .* are 4 paragraphs/],
    ["a label in one language", /良い例.*\n/, "", /^queueName\.md:30: This says more than “Good:”/],
    ["an example that does not end", '-b"}\n```', '-b"}', /^queueName\.md:32: This example has no end/],
    ["an example without a label", "Bad:\n", "", /^queueName\.md:25: “Bad:” or “Good:” stands above/],
    ["a sentence among the examples", "Bad:", "So:", /^queueName\.md:25: Here are labels/],
  ] as const)
    it(`is refused with its line if it has ${name}`, () => {
      const page = PAGE.replace(before, after);
      assert.notEqual(page, PAGE);
      assert.throws(() => rulePage("queueName.md", page), { message });
    });
});
