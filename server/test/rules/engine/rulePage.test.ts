import assert from "node:assert/strict";
import { rulePage } from "../../../../scripts/rules/rulePage.mjs";

const PAGE = `# queue-name

## English

Names of queues.

## 日本語

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
    const { text, examples } = rulePage("queueName.md", PAGE, "queue-name");
    const bad = "```yaml\n## no heading\nName: a b\n```";
    const good = '```json\n{"Name": "a-b"}\n```';
    assert.equal(text.en, `Names of queues.\n\nBad:\n${bad}\nGood, with a hyphen:\n${good}`);
    assert.equal(text.ja, `キューの名前を検出します。\n\n悪い例：\n${bad}\n良い例（ハイフンを使う場合）：\n${good}`);
    assert.deepEqual(examples, [
      { kind: "Bad", source: "## no heading\nName: a b\n", line: 15 },
      { kind: "Good", source: '{"Name": "a-b"}\n', line: 21 },
    ]);
  });

  for (const [name, before, after, message] of [
    ["another rule's code", "# queue-name", "# queue-size", /^queueName\.md:1: The first line is “# queue-name”/],
    ["no Japanese part", "## 日本語\n", "", /^queueName\.md:10: “## 日本語” is missing here/],
    ["no examples", PAGE.slice(PAGE.indexOf("## Examples")), "", /^queueName\.md:9: “## Examples” is missing/],
    ["a fourth part", /$/, "## More\n", /^queueName\.md:23: “## More” is one too many/],
    ["a part without text", "Names of queues.\n", "", /^queueName\.md:3: Nothing is below “## English”/],
    ["a label in one language", /良い例.*\n/, "", /^queueName\.md:18: This says more than “Good:”/],
    ["an example that does not end", '-b"}\n```', '-b"}', /^queueName\.md:20: This example has no end/],
    ["an example without a label", "Bad:\n", "", /^queueName\.md:13: “Bad:” or “Good:” stands above/],
    ["a sentence among the examples", "Bad:", "So:", /^queueName\.md:13: Here are labels/],
  ] as const)
    it(`is refused with its line if it has ${name}`, () => {
      const page = PAGE.replace(before, after);
      assert.notEqual(page, PAGE);
      assert.throws(() => rulePage("queueName.md", page, "queue-name"), { message });
    });
});
