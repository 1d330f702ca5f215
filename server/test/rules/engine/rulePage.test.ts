import assert from "node:assert/strict";
import { rulePage } from "../../../../scripts/rules/rulePage.mjs";

const PAGE = `---
severity: error
cfnLint: [E3002]
---
# queue-name

## Queues have names

Names of queues.

## キューに名前がある

キューの名前を検出します。

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
    const { code, described, text, examples } = rulePage("queueName.md", PAGE);
    assert.equal(code, "queue-name");
    assert.deepEqual(described, {
      severity: "error",
      cfnLint: ["E3002"],
      title: { en: "Queues have names", ja: "キューに名前がある" },
    });
    const bad = "```yaml\n## no heading\nName: a b\n```";
    const good = '```json\n{"Name": "a-b"}\n```';
    assert.equal(text.en, `Names of queues.\n\nBad:\n${bad}\nGood, with a hyphen:\n${good}`);
    assert.equal(text.ja, `キューの名前を検出します。\n\n悪い例：\n${bad}\n良い例（ハイフンを使う場合）：\n${good}`);
    assert.deepEqual(examples, [
      { kind: "Bad", source: "## no heading\nName: a b\n", line: 19 },
      { kind: "Good", source: '{"Name": "a-b"}\n', line: 25 },
    ]);
  });

  for (const [name, before, after, message] of [
    ["no severity", "severity: error\n", "", /^queueName\.md:2: “severity” is missing/],
    ["an unknown severity", ": error", ": grave", /^queueName\.md:2: One of these is wanted here: error, warning/],
    ["nothing between lines of hyphens", PAGE.slice(0, PAGE.indexOf("#")), "", /^queueName\.md:1: A page begins with/],
    ["no code", "# queue-name", "", /^queueName\.md:5: Here stands “# ” and the code/],
    ["one title", "## キューに名前がある\n", "", /^queueName\.md:14: A page has three headings/],
    ["no examples", PAGE.slice(PAGE.indexOf("## Examples")), "", /^queueName\.md:11: A page has three headings/],
    ["a fourth part", /$/, "## More\n", /^queueName\.md:27: This heading is one too many/],
    ["a part without text", "Names of queues.\n", "", /^queueName\.md:7: Nothing is below “## Queues have names”/],
    ["a label in one language", /良い例.*\n/, "", /^queueName\.md:22: This says more than “Good:”/],
    ["an example that does not end", '-b"}\n```', '-b"}', /^queueName\.md:24: This example has no end/],
    ["an example without a label", "Bad:\n", "", /^queueName\.md:17: “Bad:” or “Good:” stands above/],
    ["a sentence among the examples", "Bad:", "So:", /^queueName\.md:17: Here are labels/],
  ] as const)
    it(`is refused with its line if it has ${name}`, () => {
      const page = PAGE.replace(before, after);
      assert.notEqual(page, PAGE);
      assert.throws(() => rulePage("queueName.md", page), { message });
    });
});
