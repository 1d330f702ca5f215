import assert from "node:assert/strict";
import { looksLikeTemplate } from "../../../src/detect.ts";
import { applied } from "../../../src/text/edit.ts";
import { drawn, withSpans } from "../../marked.ts";
import { found } from "../checkRule.ts";

const CODE = "full-width-character";

/** These characters are all that is found wrong; after the fixes nothing is. */
function check(source: string, mended: string): void {
  const { text } = withSpans(source);
  const errors = found(text).filter(({ severity }) => severity === "error");
  assert.deepEqual([...new Set(errors.map(({ code }) => code))], [CODE]);
  assert.equal(
    drawn(
      text,
      errors.map(({ span }) => span),
    ),
    source,
  );
  for (const { fix } of errors) assert.ok(fix?.safe && fix.preferred);
  const after = applied(
    text,
    errors.flatMap(({ fix }) => fix?.edits ?? []),
  );
  assert.equal(after, mended);
  assert.deepEqual(
    found(after).filter(({ severity }) => severity === "error"),
    [],
  );
}

const TOPIC = "Resources:\n  Other:\n    Type: AWS::SNS::Topic\n";

const CASES: readonly (readonly [name: string, source: string, mended: string])[] = [
  [
    "a colon behind a logical id",
    `${TOPIC}  T«：»\n    Type: AWS::SNS::Topic\n`,
    `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n`,
  ],
  [
    "a colon behind the first logical id",
    "Resources:\n  T«：»\n    Type: AWS::SNS::Topic\nOutputs:\n  O: {Value: !Ref T}\n",
    "Resources:\n  T:\n    Type: AWS::SNS::Topic\nOutputs:\n  O: {Value: !Ref T}\n",
  ],
  ["a colon behind a section", TOPIC.replace(":", "«：»"), TOPIC],
  [
    "a colon without a space",
    `${TOPIC}  T:\n    Type«：»AWS::SNS::Topic\n`,
    `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n`,
  ],
  ["a colon with a space", `${TOPIC}  T:\n    Type«：» AWS::SNS::Topic\n`, `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n`],
  [
    "a space behind a colon",
    `${TOPIC}    Properties:\n      TopicName:«　»a\n      DisplayName: b\n`,
    `${TOPIC}    Properties:\n      TopicName: a\n      DisplayName: b\n`,
  ],
  [
    "a no-break space behind a colon",
    `${TOPIC}    Properties:\n      TopicName:«\u00a0»a\n      DisplayName: b\n`,
    `${TOPIC}    Properties:\n      TopicName: a\n      DisplayName: b\n`,
  ],
  [
    "no-break spaces as indentation",
    `${TOPIC}    Properties:\n«${"\u00a0".repeat(6)}»TopicName: a\n      DisplayName: b\n`,
    `${TOPIC}    Properties:\n      TopicName: a\n      DisplayName: b\n`,
  ],
  [
    "a no-break space among the spaces before a key",
    `${TOPIC}    Properties:\n     «\u00a0»TopicName: a\n      DisplayName: b\n`,
    `${TOPIC}    Properties:\n      TopicName: a\n      DisplayName: b\n`,
  ],
  [
    "a no-break space behind a value",
    `${TOPIC}  T:\n    Type: AWS::SNS::Topic«\u00a0»\n`,
    `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n`,
  ],
  [
    "spaces as indentation, as wide as two",
    `${TOPIC}  T:\n«　　»Type: AWS::SNS::Topic\n`,
    `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n`,
  ],
  [
    "spaces as indentation, one for one",
    `${TOPIC}  T:\n«　　　　»Type: AWS::SNS::Topic\n    Properties: {TopicName: a}\n`,
    `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: a}\n`,
  ],
  [
    "a line of nothing else",
    `${TOPIC}«　»\n    Properties: {TopicName: a}\n`,
    `${TOPIC}\n    Properties: {TopicName: a}\n`,
  ],
  [
    "quotes around a type",
    `${TOPIC}  T:\n    Type: «“»AWS::SNS::Topic”\n`,
    `${TOPIC}  T:\n    Type: "AWS::SNS::Topic"\n`,
  ],
  [
    "a quote that should close",
    `${TOPIC}    Properties:\n      DisplayName: "閉じる«”»\n`,
    `${TOPIC}    Properties:\n      DisplayName: "閉じる"\n`,
  ],
  [
    "commas in brackets",
    `${TOPIC}    Properties:\n      Tags: [{Key: a«，» Value: b}、{Key: c, Value: d}]\n`,
    `${TOPIC}    Properties:\n      Tags: [{Key: a, Value: b},{Key: c, Value: d}]\n`,
  ],
  [
    "a function's tag",
    `${TOPIC}    Properties:\n      TopicName: «！»Sub a-\${AWS::Region}\n`,
    `${TOPIC}    Properties:\n      TopicName: !Sub a-\${AWS::Region}\n`,
  ],
  [
    "dashes",
    `${TOPIC}    Properties:\n      Tags:\n        «ー» Key: a\n          Value: b\n`,
    `${TOPIC}    Properties:\n      Tags:\n        - Key: a\n          Value: b\n`,
  ],
  [
    "a comment",
    `${TOPIC}  «＃» 通知\n  T:\n    Type: AWS::SNS::Topic\n`,
    `${TOPIC}  # 通知\n  T:\n    Type: AWS::SNS::Topic\n`,
  ],
  [
    "digits",
    "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: «３０»\n",
    "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      DelaySeconds: 30\n",
  ],
  ["colons in a type", `${TOPIC}  T:\n    Type: AWS«：：»SNS：：Topic\n`, `${TOPIC}  T:\n    Type: AWS::SNS::Topic\n`],
  [
    "a block scalar, whose text stays as it is",
    `${TOPIC}  F:\n    Type: AWS::CloudFormation::WaitConditionHandle\n    Metadata:\n      Text: «｜»\n        “a”：　b\n      Key: c\n`,
    `${TOPIC}  F:\n    Type: AWS::CloudFormation::WaitConditionHandle\n    Metadata:\n      Text: |\n        “a”：　b\n      Key: c\n`,
  ],
];

/** What Japanese people write into templates. */
const JSON_TOPIC =
  '{\n  "Resources": {\n    "T": {\n      "Type": "AWS::SNS::Topic",\n      "Properties": {"TopicName": "a"}\n    }\n  }\n}\n';

/** What is wrong in a line of JSON. */
const JSON_CASES: readonly (readonly [name: string, right: string, wrong: string])[] = [
  ["a colon", '"Type": "AWS', '"Type"«：» "AWS'],
  ["a comma", 'Topic",', 'Topic"«，»'],
  ["quotes around a key", '"Type":', "«“»Type”:"],
  ["quotes around a value", '"AWS::SNS::Topic"', "«“»AWS::SNS::Topic”"],
  ["a quote that should close", '"Type":', '"Type«”»:'],
  ["quotes, colon and comma of a line", '"Type": "AWS::SNS::Topic",', "«“»Type”： “AWS::SNS::Topic”，"],
  ["a colon behind a section", '"Resources":', '"Resources"«：»'],
  ["a bracket", '"T": {', '"T": «｛»'],
  ["spaces as indentation", '      "Type"', '«　　　»"Type"'],
];

const RIGHT: readonly (readonly [name: string, text: string])[] = [
  ["plain texts", "Description: これは、「テスト」です：“例”　（１）\n"],
  ["texts over several lines", "Description: これは\n  　補足：説明\n  注意：a\n"],
  ["quoted texts over several lines", 'Description: "これは\n  Type：x\n  　Key: y"\n'],
  ["block scalars", "Description: |\n  Type：x\n  　Key: y\n  ー a\n"],
  ["comments", "# Type：“x”，　\n#　Key: y\n"],
  ["values", "Parameters:\n  P:\n    Type: String\n    Default: “本番”\n    Description: 注意：\n      Note：これは\n"],
  ["keys in another language", "Mappings: {}\nMetadata:\n  メモ：詳細:\n    担当　者: 山田\n"],
  ["lists of texts", "Metadata:\n  Notes: [東京、大阪, 「a」]\n  More:\n    - Note：a\n    - ー\n"],
];

describe("full-width characters", () => {
  for (const [name, right, wrong] of JSON_CASES) {
    it(`finds ${name} in JSON`, () => {
      const mended = JSON_TOPIC.replace(
        right,
        wrong.includes("　") ? right.trim().padStart(right.trim().length + 3) : right,
      );
      check(JSON_TOPIC.replace(right, wrong), mended);
      assert.ok(looksLikeTemplate(withSpans(JSON_TOPIC.replace(right, wrong)).text));
    });
  }
  it("finds nothing in the strings of JSON", () => {
    const text = JSON_TOPIC.replace('"a"', '"注意：“本番”、"').replace('"T"', '"T"');
    assert.ok(!found(text).some(({ code }) => code === CODE || code === "syntax"));
    assert.ok(!found(text.replace("}\n}", "}")).some(({ code }) => code === CODE));
  });
  for (const [name, source, mended] of CASES) it(`finds ${name}`, () => check(source, mended));
  for (const [name, text] of RIGHT) {
    it(`finds nothing in ${name}`, () => {
      const codes = found(`${text}${TOPIC}`).map(({ code }) => code);
      assert.ok(!codes.includes(CODE) && !codes.includes("syntax"), codes.join());
    });
  }

  it("names the characters", () => {
    const text = `${TOPIC}  T:\n    Type： “AWS::SNS::Topic”\n    Properties: {TopicName: a}\n`;
    const [english] = found(text);
    const [japanese] = found(text, "ja");
    assert.equal(english?.message, "： (U+FF1A) is not the ASCII : that is needed here. This line also has “ ”.");
    assert.equal(
      japanese?.message,
      "全角の「：」が使われています。ここでは半角の「:」を使います。この行にはほかに“ ”もあります。",
    );
  });
});
