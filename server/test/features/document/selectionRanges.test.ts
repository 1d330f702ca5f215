import assert from "node:assert/strict";
import { selectionRanges } from "../../../src/features/document/selectionRanges.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { withCaret } from "../../marked.ts";

/** What a selection grows to, the innermost first; of longer ones the first line and an ellipsis. */
function grown(source: string): readonly string[] {
  const { text, offset } = withCaret(source);
  return selectionRanges(parse(text), offset).map(({ start, end }) => {
    const [first = "", ...more] = text.slice(start, end).split("\n");
    return more.length > 0 ? `${first} …${more.length}` : first;
  });
}

const yaml = (property: string): string =>
  `Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      ${property}\n  B:\n    Type: AWS::SNS::Topic\n`;

/** What is around every property of a line in `yaml`. */
const AROUND = ["Properties: …1", "Type: AWS::S3::Bucket …2", "A: …3", "A: …5", "Resources: …6", "Resources: …7"];

type Row = readonly [name: string, source: string, expected: readonly string[]];

const ARN = "'arn:aws:s3:::${AWS::Region}-b/${Own.Arn}/x'";

const rows: readonly Row[] = [
  ["a key", yaml("Bucket<|>Name: x"), ["BucketName", "BucketName: x", ...AROUND]],
  ["a plain value", yaml("BucketName: my<|>-name"), ["my", "my-name", "BucketName: my-name", ...AROUND]],
  [
    "a quoted value with blanks",
    yaml('BucketName: "one t<|>wo"'),
    ["two", "one two", '"one two"', 'BucketName: "one two"', ...AROUND],
  ],
  [
    "a part of a GetAtt",
    yaml("BucketName: !GetAtt Own.A<|>rn"),
    ["Arn", "Own.Arn", "!GetAtt Own.Arn", "BucketName: !GetAtt Own.Arn", ...AROUND],
  ],
  [
    "a tag",
    yaml("BucketName: !Ge<|>tAtt Own.Arn"),
    ["!GetAtt", "!GetAtt Own.Arn", "BucketName: !GetAtt Own.Arn", ...AROUND],
  ],
  [
    "a name in an ARN",
    yaml(`BucketName: !Sub ${ARN.replace("Own", "O<|>wn")}`),
    [
      "Own",
      "Own.Arn",
      "${Own.Arn}",
      "${AWS::Region}-b/${Own.Arn}/x",
      ARN.slice(1, -1),
      ARN,
      `!Sub ${ARN}`,
      `BucketName: !Sub ${ARN}`,
      ...AROUND,
    ],
  ],
  [
    "a segment of an ARN",
    yaml(`BucketName: !Sub ${ARN.replace(":s3:", ":s<|>3:")}`),
    ["s3", ARN.slice(1, -1), ARN, `!Sub ${ARN}`, `BucketName: !Sub ${ARN}`, ...AROUND],
  ],
  [
    "in brackets",
    yaml("Tags: [{Key: <|>a, Value: b}, {Key: c, Value: d}]"),
    [
      "a",
      "Key: a",
      "{Key: a, Value: b}",
      "[{Key: a, Value: b}, {Key: c, Value: d}]",
      "Tags: [{Key: a, Value: b}, {Key: c, Value: d}]",
      ...AROUND,
    ],
  ],
  [
    "a type",
    "Resources:\n  A:\n    Type: AWS::E<|>C2::VPC\n",
    ["EC2", "AWS::EC2::VPC", "Type: AWS::EC2::VPC", "A: …1", "Resources: …2", "Resources: …3"],
  ],
  ["a section", "Resour<|>ces:\n  A:\n    Type: x\n", ["Resources", "Resources: …2", "Resources: …3"]],
  [
    "a value of a section",
    "Description: one t<|>wo\n",
    ["two", "one two", "Description: one two", "Description: one two …1"],
  ],
  ["nothing but white space", "Resources:\n  A:\n    Type: x\n\n\n<|>", ["Resources: …5"]],
  [
    "JSON",
    '{"Resources": {"A": {"Type": "AWS::<|>S3::Bucket"}}}',
    [
      "S3",
      "AWS::S3::Bucket",
      '"AWS::S3::Bucket"',
      '"Type": "AWS::S3::Bucket"',
      '{"Type": "AWS::S3::Bucket"}',
      '"A": {"Type": "AWS::S3::Bucket"}',
      '"Resources": {"A": {"Type": "AWS::S3::Bucket"}',
      '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
    ],
  ],
  ["an empty text", "<|>", [""]],
];

const SCRIPT = `Resources:
  A:
    Type: AWS::EC2::Instance
    Properties:
      Tags:
        - Key: a
          Value: b
        - Key: c
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          cfn-signal --stack \${AWS::StackName}
`;

const placed: readonly Row[] = [
  [
    "a word of a script",
    "cfn-sig<|>nal",
    [
      "signal",
      "cfn-signal",
      "cfn-signal --stack ${AWS::StackName}",
      "#!/bin/bash …1",
      "| …2",
      "!Sub | …2",
      "Fn::Base64: !Sub | …2",
      "UserData: …3",
      "Tags: …7",
    ],
  ],
  [
    "an item of a list",
    "Val<|>ue",
    ["Value", "Value: b", "Key: a …1", "- Key: a …1", "- Key: a …2", "Tags: …3", "Tags: …7"],
  ],
];

describe("selectionRanges", () => {
  for (const [name, source, expected] of rows) it(name, () => assert.deepEqual(grown(source), expected));

  it("looks for the parts of a long line near the caret alone", () => {
    const found = selectionRanges(parse(yaml(`BucketName: ${"a".repeat(9000)}`)), 5000);
    assert.deepEqual(
      found.map(({ start, end }) => end - start).filter((length) => length < 9000),
      [4000],
    );
  });

  for (const [name, place, expected] of placed)
    it(name, () => {
      const found = grown(SCRIPT.replace(place.replace("<|>", ""), () => place));
      assert.deepEqual(found.slice(0, expected.length), expected);
    });
});
