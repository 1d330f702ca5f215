import assert from "node:assert/strict";
import { refactorings } from "../../../src/features/refactorings.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { applied } from "../../../src/text/edit.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { withCaret, withSpans } from "../../marked.ts";

const catalogue = loadCatalogue();

/** The text after the action of that title at the caret `<|>` or the selection `«…»`; `undefined`: it is not offered. */
function check(title: string, source: string, expected: string | undefined): void {
  const isSelection = source.includes("«");
  const { text } = isSelection ? withSpans(source) : withCaret(source);
  const caret = isSelection ? 0 : withCaret(source).offset;
  const selection = (isSelection ? withSpans(source).spans[0] : undefined) ?? { start: caret, end: caret };
  const template = parse(text);
  const found = refactorings(template, catalogue, selection, () => true).find((one) => one.title.en === title);
  const edits = typeof found?.edits === "function" ? found.edits() : found?.edits;
  const result = edits && edits.length > 0 ? applied(text, edits) : undefined;
  assert.equal(result, expected);
  if (result === undefined) return;
  assert.deepEqual(parse(result).errors, []);
  assert.match(found?.title.ja ?? "", /[ぁ-んァ-ヶ一-龠]/);
  if (found?.named !== undefined) {
    const named = found.named();
    assert.equal(named.text, result);
    const name = /(?:parameter|condition|mapping) (\w+)/.exec(title)?.[1] ?? "";
    assert.equal(result.slice(named.offset, named.offset + name.length), name);
  }
}

const instance = (line: string): string =>
  `Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      ${line}\n`;
const topic = (value: string): string =>
  `Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${value}\n`;

type Row = readonly [name: string, title: string, source: string, expected: string | undefined];

const extracted: readonly Row[] = [
  [
    "a text, into a section of its own",
    "Extract to parameter InstanceType",
    instance("InstanceType: t3.<|>micro # small"),
    `Parameters:\n  InstanceType:\n    Type: String\n    Default: t3.micro\n${instance("InstanceType: !Ref InstanceType # small")}`,
  ],
  [
    "above the section that usually comes behind, below its comments",
    "Extract to parameter InstanceType",
    `# Web servers\nAWSTemplateFormatVersion: "2010-09-09"\n\n# All of them\n${instance("InstanceType: <|>t3.micro")}`,
    `# Web servers\nAWSTemplateFormatVersion: "2010-09-09"\n\nParameters:\n  InstanceType:\n    Type: String\n    Default: t3.micro\n\n# All of them\n${instance("InstanceType: !Ref InstanceType")}`,
  ],
  [
    "a number in a section that is there, the name being taken",
    "Extract to parameter WebPort2",
    `Parameters:\n    WebPort:\n        Type: String\n        # its default: none\nResources:\n    Web:\n        Type: AWS::ElasticLoadBalancingV2::Listener\n        Properties:\n            Port: 8<|>0\n`,
    `Parameters:\n    WebPort:\n        Type: String\n        # its default: none\n    WebPort2:\n        Type: Number\n        Default: 80\nResources:\n    Web:\n        Type: AWS::ElasticLoadBalancingV2::Listener\n        Properties:\n            Port: !Ref WebPort2\n`,
  ],
  [
    "an id that CloudFormation can look up",
    "Extract to parameter SubnetId",
    instance("SubnetId: 'subnet-0<|>123'"),
    `Parameters:\n  SubnetId:\n    Type: AWS::EC2::Subnet::Id\n    Default: 'subnet-0123'\n${instance("SubnetId: !Ref SubnetId")}`,
  ],
  [
    "a key pair",
    "Extract to parameter KeyName",
    instance("KeyName: <|>me"),
    `Parameters:\n  KeyName:\n    Type: AWS::EC2::KeyPair::KeyName\n    Default: me\n${instance("KeyName: !Ref KeyName")}`,
  ],
  [
    "a list by its key",
    "Extract to parameter SecurityGroupIds",
    instance("SecurityGroup<|>Ids:\n        - sg-01\n        - sg-02\n      ImageId: ami-1"),
    `Parameters:\n  SecurityGroupIds:\n    Type: List<AWS::EC2::SecurityGroup::Id>\n    Default: sg-01,sg-02\n${instance("SecurityGroupIds: !Ref SecurityGroupIds\n      ImageId: ami-1")}`,
  ],
  [
    "a boolean",
    "Extract to parameter EbsOptimized",
    instance("EbsOptimized: tr<|>ue"),
    `Parameters:\n  EbsOptimized:\n    Type: String\n    Default: "true"\n    AllowedValues: ["true", "false"]\n${instance("EbsOptimized: !Ref EbsOptimized")}`,
  ],
  [
    "all equal values",
    "Extract to parameter TopicName, all 2 equal values",
    `${topic("ala<|>rms")}  Other:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: "alarms"\n`,
    `Parameters:\n  TopicName:\n    Type: String\n    Default: alarms\n${topic("!Ref TopicName")}  Other:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref TopicName\n`,
  ],
  [
    "a part of a text that Sub reads",
    "Extract to parameter TopicName",
    topic('!Sub "${AWS::StackName}-«alarms»"'),
    `Parameters:\n  TopicName:\n    Type: String\n    Default: alarms\n${topic('!Sub "${AWS::StackName}-${TopicName}"')}`,
  ],
  [
    "the value of a tag, by the tag's key",
    "Extract to parameter CostCentre",
    instance("Tags:\n        - Key: cost-centre\n          Value: <|>'0042'"),
    `Parameters:\n  CostCentre:\n    Type: String\n    Default: '0042'\n${instance("Tags:\n        - Key: cost-centre\n          Value: !Ref CostCentre")}`,
  ],
  [
    "below a tag that can't take another one",
    "Extract to parameter TopicName",
    topic("!ImportValue <|>shared"),
    `Parameters:\n  TopicName:\n    Type: String\n    Default: shared\n${topic("!ImportValue { Ref: TopicName }")}`,
  ],
  [
    "JSON",
    "Extract to parameter InstanceType",
    '{\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",\n      "Properties": {\n        "InstanceType": "t3<|>.micro"\n      }\n    }\n  }\n}\n',
    '{\n  "Parameters": {\n    "InstanceType": {\n      "Type": "String",\n      "Default": "t3.micro"\n    }\n  },\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",\n      "Properties": {\n        "InstanceType": { "Ref": "InstanceType" }\n      }\n    }\n  }\n}\n',
  ],
  [
    "JSON on one line",
    "Extract to parameter InstanceType",
    '{"Parameters":{},"Resources":{"Web":{"Type":"AWS::EC2::Instance","Properties":{"InstanceType":"t3<|>.micro"}}}}',
    '{"Parameters":{ "InstanceType": { "Type": "String", "Default": "t3.micro" } },"Resources":{"Web":{"Type":"AWS::EC2::Instance","Properties":{"InstanceType":{"Ref": "InstanceType"}}}}}',
  ],
  [
    "CRLF",
    "Extract to parameter InstanceType",
    instance("InstanceType: <|>t3.micro").replaceAll("\n", "\r\n"),
    `Parameters:\n  InstanceType:\n    Type: String\n    Default: t3.micro\n${instance("InstanceType: !Ref InstanceType")}`.replaceAll(
      "\n",
      "\r\n",
    ),
  ],
  ["not a type", "Extract to parameter WebType", "Resources:\n  Web:\n    Type: AWS::EC2::<|>Instance\n", undefined],
  [
    "not a policy that has to be written out",
    "Extract to parameter DeletionPolicy",
    "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    DeletionPolicy: Ret<|>ain\n",
    undefined,
  ],
  ["not the name of a condition", "Extract to parameter TopicName", topic("!If [Is<|>Prod, a, b]"), undefined],
  [
    "a branch",
    "Extract to parameter TopicName",
    topic("!If [IsProd, <|>alarms, !Ref AWS::NoValue]"),
    `Parameters:\n  TopicName:\n    Type: String\n    Default: alarms\n${topic("!If [IsProd, !Ref TopicName, !Ref AWS::NoValue]")}`,
  ],
  [
    "to a mapping by the stage",
    "Extract to mapping StageMap (by Stage)",
    `Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [dev, prod]\n${instance("InstanceType: <|>t3.micro")}`,
    `Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [dev, prod]\nMappings:\n  StageMap:\n    dev:\n      InstanceType: t3.micro\n    prod:\n      InstanceType: t3.micro\n${instance("InstanceType: !FindInMap [StageMap, !Ref Stage, InstanceType]")}`,
  ],
  [
    "to a mapping by the Regions of another one",
    "Extract to mapping RegionMap2 (by AWS::Region)",
    `Mappings:\n  RegionMap:\n    us-east-1: {Size: big}\n${instance("InstanceType: <|>t3.micro")}`,
    `Mappings:\n  RegionMap:\n    us-east-1: {Size: big}\n  RegionMap2:\n    us-east-1:\n      InstanceType: t3.micro\n${instance("InstanceType: !FindInMap [RegionMap2, !Ref AWS::Region, InstanceType]")}`,
  ],
  [
    "a comparison inside a condition",
    "Extract to condition IsStage",
    "Conditions:\n  Both: !And [!Equ<|>als [!Ref Stage, prod], !Condition Big]\n  Big: !Equals [!Ref Size, big]\n",
    "Conditions:\n  Both: !And [!Condition IsStage, !Condition Big]\n  Big: !Equals [!Ref Size, big]\n  IsStage: !Equals [!Ref Stage, prod]\n",
  ],
  [
    "a comparison where the name of a condition is wanted",
    "Extract to condition IsStage",
    topic("!If [!Equ<|>als [!Ref Stage, prod], a, b]"),
    `Conditions:\n  IsStage: !Equals [!Ref Stage, prod]\n${topic("!If [IsStage, a, b]")}`,
  ],
  [
    "not a condition that has its name",
    "Extract to condition IsStage",
    "Conditions:\n  IsProd: !Equ<|>als [!Ref Stage, prod]\n",
    undefined,
  ],
];

const SIZE = "Parameters:\n  Size:\n    Type: String\n    Default: t3.micro\n  Other:\n    Type: String\n";
const OTHER = "Parameters:\n  Other:\n    Type: String\n";

const inlined: readonly Row[] = [
  [
    "at its declaration",
    "Inline parameter Size",
    SIZE.replace("Size", "Si<|>ze") + instance("InstanceType: !Ref Size"),
    OTHER + instance("InstanceType: t3.micro"),
  ],
  [
    "where it is used, in a text too",
    "Inline parameter Size",
    SIZE +
      instance('InstanceType: !Ref Si<|>ze\n      KeyName: !Sub "${Size}-${Other}"\n      ImageId: !Sub "a-${Size}"'),
    OTHER + instance('InstanceType: t3.micro\n      KeyName: !Sub "t3.micro-${Other}"\n      ImageId: "a-t3.micro"'),
  ],
  [
    "the only one, in JSON",
    "Inline parameter Size",
    '{"Parameters": {"Si<|>ze": {"Type": "Number", "Default": 4}}, "Resources": {"A": {"Type": "X", "Properties": {"B": {"Ref": "Size"}}}}}',
    '{"Resources": {"A": {"Type": "X", "Properties": {"B": 4}}}}',
  ],
  [
    "in the long form",
    "Inline parameter Size",
    SIZE + instance("InstanceType:\n        Ref: Si<|>ze # small"),
    OTHER + instance("InstanceType: t3.micro # small"),
  ],
  [
    "a list",
    "Inline parameter Ids",
    `Parameters:\n  Ids:\n    Type: List<AWS::EC2::SecurityGroup::Id>\n    Default: sg-1, sg-2\n  Other:\n    Type: String\n${instance("SecurityGroupIds: !Ref I<|>ds")}`,
    OTHER + instance("SecurityGroupIds: [sg-1, sg-2]"),
  ],
  [
    "not where a condition compares it",
    "Inline parameter Size",
    `${SIZE}Conditions:\n  Big: !Equals [!Ref Size, big]\n${instance("InstanceType: !Ref Si<|>ze")}`,
    undefined,
  ],
  ["not without a default", "Inline parameter Other", SIZE + instance("InstanceType: !Ref Ot<|>her"), undefined],
  [
    "not where the console has a label for it",
    "Inline parameter Size",
    `Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterLabels:\n      Size: {default: S}\n${SIZE}${instance("InstanceType: !Ref Si<|>ze")}`,
    undefined,
  ],
  [
    "not a default that is no value",
    "Inline parameter Size",
    SIZE.replace("t3.micro", "''") + instance("InstanceType: !Ref Si<|>ze"),
    undefined,
  ],
  [
    "not a secret",
    "Inline parameter Size",
    SIZE.replace("Default", "NoEcho: true\n    Default") + instance("InstanceType: !Ref Si<|>ze"),
    undefined,
  ],
];

const TO_SUB = "Convert Fn::Join to Fn::Sub";
const TO_JOIN = "Convert Fn::Sub to Fn::Join";
const ALL_LONG = "Write all functions of the file in their long form";
const ALL_SHORT = "Write all functions of the file in their short form";

const rewritten: readonly Row[] = [
  [
    "Join as Sub",
    TO_SUB,
    topic("!Jo<|>in ['-', [!Ref AWS::StackName, !GetAtt Queue.Arn, 'x']]"),
    topic("!Sub '${AWS::StackName}-${Queue.Arn}-x'"),
  ],
  ["what looks like a variable", TO_SUB, topic('!Jo<|>in ["", [!Ref A, "${B}"]]'), topic('!Sub "${A}${!B}"')],
  [
    "lines of a script as a block",
    TO_SUB,
    instance(
      'UserData:\n        Fn::Base64:\n          Fn::Jo<|>in:\n            - ""\n            - - "#!/bin/bash\\n"\n              - "echo "\n              - !Ref A\n              - "\\n"',
    ),
    instance("UserData:\n        Fn::Base64:\n          Fn::Sub: |\n            #!/bin/bash\n            echo ${A}"),
  ],
  [
    "JSON",
    TO_SUB,
    '{"Resources": {"A": {"Type": "X", "Properties": {"B": {"Fn::Jo<|>in": [":", ["a", {"Ref": "P"}]]}}}}}',
    '{"Resources": {"A": {"Type": "X", "Properties": {"B": {"Fn::Sub": "a:${P}"}}}}}',
  ],
  [
    "not of a list",
    TO_SUB,
    `Parameters:\n  L:\n    Type: CommaDelimitedList\n${topic("!Jo<|>in ['-', [!Ref L]]")}`,
    undefined,
  ],
  ["not where a list is a function", TO_SUB, topic("!Jo<|>in ['-', !Ref L]"), undefined],
  ["not with a comment", TO_SUB, topic("!Jo<|>in\n        - ''\n        # first\n        - [a, !Ref B]"), undefined],
  [
    "Sub as Join",
    TO_JOIN,
    topic('!Su<|>b "${AWS::StackName}-${Queue.Arn}-${!x}"'),
    topic('!Join ["", [!Ref AWS::StackName, "-", !GetAtt Queue.Arn, "-${x}"]]'),
  ],
  [
    "Sub with variables as Join, in JSON",
    TO_JOIN,
    '{"Resources": {"A": {"Type": "X", "Properties": {"B": {"Fn::Su<|>b": ["a${V}", {"V": {"Ref": "P"}}]}}}}}',
    '{"Resources": {"A": {"Type": "X", "Properties": {"B": {"Fn::Join": ["", ["a", {"Ref": "P"}]]}}}}}',
  ],
  [
    "a short form in its long one",
    "Write !Sub as Fn::Sub",
    topic('!Su<|>b "${AWS::StackName}" # name'),
    topic('\n        Fn::Sub: "${AWS::StackName}" # name').replace("TopicName: \n", "TopicName:\n"),
  ],
  [
    "a block, which moves",
    "Write !Sub as Fn::Sub",
    instance("UserData:\n        Fn::Base64: !Su<|>b |\n          echo\n\n            ${A}\n      ImageId: x"),
    instance(
      "UserData:\n        Fn::Base64:\n          Fn::Sub: |\n            echo\n\n              ${A}\n      ImageId: x",
    ),
  ],
  [
    "between brackets, and in an item",
    ALL_LONG,
    instance(
      "SubnetId: !Se<|>lect [0, !Ref Subnets]\n      SecurityGroupIds:\n        - !GetAtt Group.GroupId\n        - !If\n          - IsProd\n          - !Ref A\n          - b",
    ),
    instance(
      "SubnetId:\n        Fn::Select: [0, { Ref: Subnets }]\n      SecurityGroupIds:\n        - Fn::GetAtt: [Group, GroupId]\n        - Fn::If:\n            - IsProd\n            - Ref: A\n            - b",
    ),
  ],
  [
    "a long form in its short one",
    "Write Fn::Sub as !Sub",
    topic('\n        Fn::Su<|>b: "${AWS::StackName}"').replace("TopicName: \n", "TopicName:\n"),
    topic('!Sub "${AWS::StackName}"'),
  ],
  [
    "all long forms, but for those around another function",
    ALL_SHORT,
    instance(
      "SubnetId:\n        Fn::Select: [0, { Re<|>f: Subnets }]\n      KeyName:\n        Fn::ImportValue:\n          Fn::Sub: a-${B}\n      UserData:\n        Fn::Base64:\n          Fn::Sub: |\n            echo\n              ${A}",
    ),
    instance(
      "SubnetId: !Select [0, !Ref Subnets]\n      KeyName:\n        Fn::ImportValue: !Sub a-${B}\n      UserData:\n        Fn::Base64: !Sub |\n          echo\n            ${A}",
    ),
  ],
  ["not over a comment", "Write Fn::Sub as !Sub", topic('# why\n        Fn::Su<|>b: "${AWS::StackName}"'), undefined],
  [
    "not in JSON",
    "Write Ref as !Ref",
    '{"Resources": {"A": {"Type": "X", "Properties": {"B": {"Re<|>f": "C"}}}}}',
    undefined,
  ],
  [
    "an output with an export",
    "Add an output that exports Topic",
    topic("a").replace("Topic:", "To<|>pic:"),
    `${topic("a").trimEnd()}\nOutputs:\n  Topic:\n    Value: !Ref Topic\n    Export:\n      Name: !Sub "\${AWS::StackName}-Topic"\n`,
  ],
  [
    "an output of an ARN, with the condition of its resource, behind others",
    "Add an output that exports Role.Arn",
    "Outputs:\n  A:\n    Value: a\nResources:\n  Role:\n    Type: AWS::IAM::Ro<|>le\n    Condition: C\n",
    'Outputs:\n  A:\n    Value: a\n  Role:\n    Condition: C\n    Value: !GetAtt Role.Arn\n    Export:\n      Name: !Sub "${AWS::StackName}-Role"\nResources:\n  Role:\n    Type: AWS::IAM::Role\n    Condition: C\n',
  ],
  [
    "a Metadata Context behind the type",
    "Add a Metadata Context",
    "Resources:\n  Q<|>:\n    Type: AWS::SQS::Queue # work\n    Properties: {}\n",
    'Resources:\n  Q:\n    Type: AWS::SQS::Queue # work\n    Metadata:\n      com.aws.cloudformation.Context:\n        why: ""\n        must: []\n        mutable: review-required\n    Properties: {}\n',
  ],
  [
    "a Metadata Context behind other metadata, in JSON",
    "Add a Metadata Context",
    '{\n  "Resources": {\n    "Q<|>": {\n      "Type": "AWS::SQS::Queue",\n      "Metadata": {\n        "A": 1\n      }\n    }\n  }\n}\n',
    '{\n  "Resources": {\n    "Q": {\n      "Type": "AWS::SQS::Queue",\n      "Metadata": {\n        "A": 1,\n        "com.aws.cloudformation.Context": {\n          "why": "",\n          "must": [],\n          "mutable": "review-required"\n        }\n      }\n    }\n  }\n}\n',
  ],
];

describe("refactorings", () => {
  for (const [name, title, source, expected] of extracted)
    it(`extracts: ${name}`, () => check(title, source, expected));
  for (const [name, title, source, expected] of inlined) it(`inlines: ${name}`, () => check(title, source, expected));
  for (const [name, title, source, expected] of rewritten)
    it(`rewrites: ${name}`, () => check(title, source, expected));
});
