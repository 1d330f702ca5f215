import assert from "node:assert/strict";
import { drawn, withSpans } from "../../marked.ts";
import { fixed, found } from "../checkRule.ts";

/** Of a broken text exactly these errors are shown, of whatever kind. */
function check(source: string, message?: RegExp): void {
  const { text } = withSpans(source);
  const errors = found(text).filter(({ severity, code }) => severity === "error" || code === "syntax");
  assert.equal(
    drawn(
      text,
      errors.map(({ span }) => span),
    ),
    source,
  );
  for (const one of errors) if (message !== undefined) assert.match(one.message, message);
  for (const one of found(text, "ja")) assert.match(one.message, /[ぁ-んァ-ヶ一-龠]/);
}

const topic = (name: string, line = "DisplayName: x"): string =>
  `  ${name}:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${name}\n      ${line}\n      FifoTopic: false\n`;

const TABS = /spaces/;
const QUOTE = /quote that opens here/;
const TOOL = /template for Jinja/;

const FAR = /indented too far/;

/** A block as it is pasted, and what the fix makes of it. */
const DEEP: readonly (readonly [name: string, pasted: string, right: string])[] = [
  [
    "a resource",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n\n      «B»:\n        Type: AWS::SNS::Topic\n  C:\n    Type: AWS::SNS::Topic\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n\n  B:\n    Type: AWS::SNS::Topic\n  C:\n    Type: AWS::SNS::Topic\n",
  ],
  [
    "properties",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: a\n          «Tags»:\n            - Key: a\n              Value: b\n          DisplayName: b\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: a\n      Tags:\n        - Key: a\n          Value: b\n      DisplayName: b\n",
  ],
  [
    "items",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      Tags:\n        - Key: a\n          Value: b\n            «- Key»: c\n              Value: d\n      TopicName: a\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      Tags:\n        - Key: a\n          Value: b\n        - Key: c\n          Value: d\n      TopicName: a\n",
  ],
];

const COLON = /colon is missing behind/;

/** A text whose colon was forgotten, and the text with it. */
const COLONLESS: readonly (readonly [name: string, source: string, right: string])[] = [
  [
    "a resource's name",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  «Jobs»\n    Type: AWS::SQS::Queue\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n  Jobs:\n    Type: AWS::SQS::Queue\n",
  ],
  [
    "a resource's name in the column of its type, above another mistake",
    "Resources:\n  «Jobs»\n  Type: AWS::SQS::Queue\n  A:\n    Type: AWS::SNS::Topic\n    Properties\n    TopicName: a\n",
    "Resources:\n  Jobs:\n  Type: AWS::SQS::Queue\n  A:\n    Type: AWS::SNS::Topic\n    Properties\n    TopicName: a\n",
  ],
  [
    "Properties",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    «Properties»\n      TopicName: a\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: a\n",
  ],
  [
    "a list's key",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      «Tags»\n        - Key: a\n          Value: b\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      Tags:\n        - Key: a\n          Value: b\n",
  ],
  [
    "a section",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\n«Conditions»\n",
    "Resources:\n  A:\n    Type: AWS::SNS::Topic\nConditions:\n",
  ],
  [
    "a value beside its key",
    `Resources:\n${topic("A", "«DisplayName» x")}`,
    `Resources:\n${topic("A", "DisplayName: x")}`,
  ],
  [
    "a function beside its key",
    `Resources:\n${topic("B")}${topic("A", "«DisplayName» !Ref B")}`,
    `Resources:\n${topic("B")}${topic("A", "DisplayName: !Ref B")}`,
  ],
  [
    "a key of JSON",
    '{\n  "Resources": {\n    «"A"» {\n      "Type": "AWS::SNS::Topic",\n      "Properties": {"TopicName": "a"}\n    }\n  }\n}\n',
    '{\n  "Resources": {\n    "A": {\n      "Type": "AWS::SNS::Topic",\n      "Properties": {"TopicName": "a"}\n    }\n  }\n}\n',
  ],
];

const FULL = /write the outer one in full, as .*Fn::\w+: !\w+ …/;
const script = (lines: string): string =>
  `Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n${lines}      ImageId: ami-1\n`;

/** Two functions in their short forms, and the outer one in full. */
const TWO: readonly (readonly [name: string, source: string, right: string])[] = [
  [
    "beside a key",
    `Resources:\n${topic("A", 'DisplayName: !ImportValue «!Sub» "${AWS::StackName}-name"')}`,
    `Resources:\n${topic("A", 'DisplayName:\n        Fn::ImportValue: !Sub "${AWS::StackName}-name"')}`,
  ],
  [
    "above a script",
    script(
      "      UserData: !Base64 «!Sub» |\n        #!/bin/bash\n\n        if true; then\n          echo ${AWS::Region}\n",
    ),
    script(
      "      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n\n          if true; then\n            echo ${AWS::Region}\n",
    ),
  ],
  [
    "in an item",
    script("      SecurityGroupIds:\n        - !ImportValue «!Sub» '${AWS::StackName}-a'\n"),
    script("      SecurityGroupIds:\n        - Fn::ImportValue: !Sub '${AWS::StackName}-a'\n"),
  ],
  [
    "in brackets",
    script("      AvailabilityZone: !Select [0, !GetAZs «!Ref» AWS::Region]\n"),
    script("      AvailabilityZone: !Select [0, {Fn::GetAZs: !Ref AWS::Region}]\n"),
  ],
];

const CASES: readonly (readonly [name: string, source: string, message?: RegExp])[] = [
  [
    "a tab before a property",
    `Resources:\n${topic("A")}${topic("B").replace("      TopicName", "«\t»TopicName")}`,
    TABS,
  ],
  [
    "a tab in the indentation",
    `Resources:\n${topic("A").replace("      TopicName", "    «\t»TopicName")}${topic("B")}`,
    TABS,
  ],
  ["a tab before the first entry", `Resources:\n${topic("A").replace("  A", "«\t»A")}${topic("B")}`, TABS],
  [
    "a tab before an entry that others name",
    `Parameters:\n  P: {Type: String}\n«\t»Q: {Type: String}\nResources:\n${topic("A", "DisplayName: !Ref Q")}`,
    TABS,
  ],
  ["an open quote", `Resources:\n${topic("A", 'DisplayName: «"»x')}${topic("B")}`, QUOTE],
  [
    "an open quote that a later one seems to close",
    `Resources:\n${topic("A", 'DisplayName: «"»x\n      KmsMasterKeyId: "y"')}${topic("B")}`,
    QUOTE,
  ],
  ["an open quote of the other kind", `Resources:\n${topic("A", "DisplayName: «'»x")}${topic("B")}`, QUOTE],
  [
    "lines of Jinja",
    `Resources:\n${topic("A", "«{% if x %}»\n      DisplayName: x\n      {% endif %}")}${topic("B")}`,
    TOOL,
  ],
  [
    "a name of Jinja, which others may refer to",
    `Resources:\n  «{{ name }}»Topic:\n    Type: AWS::SNS::Topic\n${topic("B", "DisplayName: !Ref ShownTopic")}`,
    TOOL,
  ],
  ["a value that a script replaces", `Resources:\n${topic("A", "«DisplayName: @@name@@»")}${topic("B")}`, TOOL],
  ["a value of Jinja", `Resources:\n${topic("A", "DisplayName: {«{ name }»}")}${topic("B")}`, TOOL],
  ["a dynamic reference without quotes", `Resources:\n${topic("A", "DisplayName: {«{resolve:ssm:x}»}")}`, /in quotes/],
  [
    "an open quote in JSON",
    `{\n  "Resources": {\n    "A": {\n      "Type": «"AWS::SNS::Topic,»\n      "Properties": {"TopicName": "x"}\n    },\n    "B": {"Type": "AWS::SNS::Topic"}\n  }\n}\n`,
  ],
  [
    "the second mistake of a part waits for the first",
    `Resources:\n${topic("A", "DisplayName: «a»: b: c\n      KmsMasterKeyId: [x")}`,
  ],
  [
    "quoted text that goes on in column 0",
    `Description: "one\ntwo"\nResources:\n${topic("A", 'DisplayName: "one\ntwo words\nthree"')}${topic("B", "DisplayName: 'one\n  two'")}`,
  ],
  [
    "items whose key is missing, below a value",
    `Resources:\n${topic("A", "DisplayName: x\n        «-» {Key: a, Value: b}")}${topic("B")}`,
    /list is not allowed here/,
  ],
  [
    "items whose key is missing, below a call",
    `Resources:\n${topic("B")}${topic("A", "DisplayName: !Ref B\n        «-» Key: a\n          Value: b")}`,
    /list is not allowed here/,
  ],
  ["words that are no key and value", `Resources:\n${topic("A", "«more of the text»")}`, /colon and a value/],
  [
    "a block below the second line of a text",
    `Resources:\n${topic("A", "DisplayName: «o»ne\n        two\n          Tags: x")}`,
    /second `: `/,
  ],
  ["a misspelt section", `«Parameter»:\n  P: {Type: String}\nResources:\n${topic("A", "DisplayName: !Ref P")}`],
  ["a misspelt section of all resources", `«Resource»:\n${topic("A")}Outputs:\n  O:\n    Value: !Ref A\n`],
];

describe("one mistake gives one error, at its cause", () => {
  for (const [name, source, message] of CASES) it(name, () => check(source, message));

  for (const [name, pasted, right] of DEEP)
    it(`${name} that are indented too far, and are put in their place`, () => {
      check(pasted, FAR);
      assert.equal(fixed("syntax", pasted.replace(/[«»]/g, "")), right);
    });

  for (const [name, source, right] of COLONLESS)
    it(`a colon that was forgotten, and is put there: ${name}`, () => {
      check(source, COLON);
      assert.equal(fixed("syntax", source.replace(/[«»]/g, "")), right);
    });

  it("tabs, which become as wide as what is below a key needs", () => {
    const tabbed =
      "Resources:\n  A:\n\tType: AWS::S3::Bucket\n\tProperties:\n\t  BucketName: x\n  B:\n    Type: AWS::SNS::Topic\n";
    const right =
      "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: x\n  B:\n    Type: AWS::SNS::Topic\n";
    assert.equal(fixed("syntax", tabbed), right);
    const deep =
      "Resources:\n\tA:\n\t\tType: AWS::SNS::Topic\n\t\tProperties:\n\t\t\tTags:\n\t\t\t- Key: a\n\t\t\t  Value: b\n";
    assert.equal(fixed("syntax", deep), deep.replaceAll("\t", "  "));
  });

  for (const [name, source, right] of TWO)
    it(`two functions in their short forms, of which the outer one is written in full: ${name}`, () => {
      check(source, FULL);
      assert.equal(fixed("syntax", source.replace(/[«»]/g, "")), right);
    });

  it("commas before closing brackets, which are removed", () => {
    const source = `{"Resources": {"A": {"Type": "AWS::SNS::Topic",\n "Properties": {"TopicName": "a"«,»}\n}«,»\n}}`;
    check(source, /comma before the closing/);
    assert.equal(fixed("syntax", source.replace(/[«»]/g, "")), source.replace(/«,»/g, ""));
  });
});
