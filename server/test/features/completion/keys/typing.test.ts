import assert from "node:assert/strict";
import { beginsParts } from "../../../../src/features/completion/match.ts";
import { completion } from "../../../../src/features/completion.ts";
import { parse } from "../../../../src/model/reading/parse.ts";
import { allSnippets } from "../../../../src/snippets/allSnippets.ts";
import { loadCatalogue } from "../../../catalogue/loadCatalogue.ts";
import { withCaret } from "../../../marked.ts";
import { check, completed, type Expected } from "../completionCheck.ts";

const catalogue = loadCatalogue();
const snippets = allSnippets();

const BUCKET = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties:\n      ";
const ROLE =
  "Resources:\n  Role:\n    Type: AWS::IAM::Role\n  Vpc:\n    Type: AWS::EC2::VPC\n  Group:\n    Type: AWS::EC2::SecurityGroup\n";

/** The character before the caret opens the list by itself, or does not. */
const opening: readonly [name: string, source: string, opens: boolean][] = [
  ["behind the colon of a map", `${BUCKET}BucketEncryption:<|>\n`, false],
  ["behind the colon of a list", `${BUCKET}Tags:<|>\n`, false],
  ["behind a colon in a list", `${BUCKET}Tags:\n        - Key:<|>\n`, false],
  [
    "behind the colon of a key in JSON",
    '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {"Tags":<|>\n}}}}',
    false,
  ],
  ["within the name of a type", "Resources:\n  A:\n    Type: AWS:<|>\n", true],
  [
    "behind the service of an action",
    "Resources:\n  A:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Action: s3:<|>\n",
    true,
  ],
  ["behind a type's key", "Resources:\n  A:\n    Type: <|>\n", true],
  ["behind a parameter's type", "Parameters:\n  A:\n    Type: <|>\n", true],
  [
    "behind a tag that takes a name",
    "Parameters:\n  A:\n    Type: String\nOutputs:\n  O:\n    Value: !Ref <|>\n",
    true,
  ],
  ["behind a tag that takes a list", "Outputs:\n  O:\n    Value: !Join <|>\n", false],
  ["behind a key that a map may follow", `${BUCKET}VersioningConfiguration: <|>\n`, false],
  ["behind a key that a function may follow", `${BUCKET}VersioningConfiguration:\n        Status: <|>\n`, false],
  ["in an indentation", `${BUCKET.slice(0, -1)} <|>\n`, false],
  ["behind a dash", `${BUCKET}Tags:\n        - <|>\n`, false],
  ["behind a comma", '{"Parameters": {"P": {"Type": "String", "AllowedValues": ["a", <|>\n]}}}', false],
  ["behind a brace", '{"Resources": {"A": {"Type": "AWS::S3::Bucket", "Properties": {<|>}}}}', false],
  ["behind a variable's brace", `${BUCKET}BucketName: !Sub "\${<|>"\n`, true],
  ["behind a tag's sign", `${BUCKET}BucketName: !<|>\n`, true],
  ["in quotes", `${BUCKET}VersioningConfiguration:\n        Status: "<|>"\n`, true],
];

const items: readonly [string, string, Expected][] = [
  ["no function for a word", `${BUCKET}BucketName: a<|>\n`, { none: true }],
  ["no function for a word in a list", `${BUCKET}Tags:\n        - Key: a<|>\n`, { none: true }],
  ["functions for a sign", `${BUCKET}BucketName: !<|>\n`, { has: "!Ref !Sub" }],
  ["functions by their long name", `${BUCKET}BucketName: Ref<|>\n`, { has: "!Ref" }],
  ["nothing behind a whole value", `${BUCKET}VersioningConfiguration:\n        Status: Enabled<|>\n`, { none: true }],
  ["nothing behind a whole type", "Resources:\n  A:\n    Type: AWS::S3::Bucket<|>\n", { none: true }],
  [
    "nothing behind a whole name",
    "Parameters:\n  Vpc:\n    Type: String\n  VpcCidr:\n    Type: String\nOutputs:\n  O:\n    Value: !Ref Vpc<|>\n",
    { none: true },
  ],
  ["nothing behind a whole tag", "Conditions:\n  C: !Equals<|>\n", { none: true }],
  [
    "true, whatever its case",
    `${BUCKET}PublicAccessBlockConfiguration:\n        BlockPublicAcls: True<|>\n`,
    { none: true },
  ],
  ["a key behind which a colon is missing", `${BUCKET}BucketName<|>\n`, { has: "BucketName" }],
  [
    "names that begin with the word",
    "Parameters:\n  WebServerGroup:\n    Type: String\n  Bags:\n    Type: String\nOutputs:\n  O:\n    Value: !Ref Gr<|>\n",
    { has: "WebServerGroup", lacks: "Bags" },
  ],
  [
    "the usual type first",
    "Resources:\n  A:\n    Type: EC2::V<|>\n",
    { first: "AWS::EC2::VPC AWS::EC2::VPCGatewayAttachment" },
  ],
  ["a parameter's usual type first", "Parameters:\n  A:\n    Type: <|>\n", { first: "String" }],
  ["usual properties before others", `${BUCKET}<|>\n`, { first: "BucketName" }],
  [
    "the template of a nested stack before its parameters",
    "Resources:\n  A:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      <|>\n",
    { first: "TemplateURL Parameters" },
  ],
  [
    "what a function may do right behind what it runs",
    "Resources:\n  A:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: a\n      Handler: b\n      Runtime: c\n      <|>\n",
    { first: "Events Policies Environment Timeout MemorySize" },
  ],
  [
    "a role by its ARN",
    `${ROLE}  F:\n    Type: AWS::Lambda::Function\n    Properties:\n      Role: <|>\n`,
    { first: "!GetAtt Role.Arn" },
  ],
  [
    "a network by Ref",
    `${ROLE}  S:\n    Type: AWS::EC2::Subnet\n    Properties:\n      VpcId: !<|>\n`,
    { first: "!Ref Vpc" },
  ],
  [
    "a group in a list",
    `${ROLE}  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      SecurityGroupIds:\n        - <|>\n`,
    { first: "!Ref Group" },
  ],
  [
    "a role in JSON",
    '{"Resources": {"Role": {"Type": "AWS::IAM::Role"}, "F": {"Type": "AWS::Lambda::Function", "Properties": {"Role": <|>\n}}}}',
    {
      apply: [
        "Fn::GetAtt Role.Arn",
        '{"Resources": {"Role": {"Type": "AWS::IAM::Role"}, "F": {"Type": "AWS::Lambda::Function", "Properties": {"Role": { "Fn::GetAtt": ["Role", "Arn"] }\n}}}}',
      ],
    },
  ],
];

const LOOP = `Transform: AWS::LanguageExtensions
Parameters:
  Names:
    Type: CommaDelimitedList
Resources:
  Fn::ForEach::Buckets:
    - Name
    - !Ref Names
    - 'Bucket\${Name}':
        `;

const loops: readonly [string, string, Expected][] = [
  ["attributes", `${LOOP}<|>\n`, { has: "Type Properties DependsOn" }],
  ["types", `${LOOP}Type: S3::B<|>\n`, { has: "AWS::S3::Bucket" }],
  ["properties", `${LOOP}Type: AWS::S3::Bucket\n        Properties:\n          <|>\n`, { first: "BucketName" }],
  [
    "the loop's variable",
    `${LOOP}Type: AWS::S3::Bucket\n        Properties:\n          BucketName: !Ref <|>\n`,
    { first: "Name Names" },
  ],
  [
    "the variable in a text",
    `${LOOP}Type: AWS::S3::Bucket\n        Properties:\n          BucketName: !Sub x-\${<|>}\n`,
    { first: "Name Names" },
  ],
  [
    "another loop among properties",
    `${LOOP}Type: AWS::S3::Bucket\n        Properties:\n          Fn::ForEach::More:\n            - Other\n            - [a, b]\n            - <|>\n`,
    { has: "BucketName" },
  ],
  [
    "a loop among resources",
    "Transform: AWS::LanguageExtensions\nResources:\n  <|>\n",
    {
      apply: [
        "Fn::ForEach",
        "Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::<1:Loop>:\n    - <2:Item>\n    - [<3>]\n    - '<4:Name>${<2>}':\n        <0>\n",
      ],
    },
  ],
  ["no loop without the transform", "Resources:\n  <|>\n", { lacks: "Fn::ForEach" }],
  ["nothing for the variable's name", "Resources:\n  Fn::ForEach::Buckets:\n    - <|>\n", { lacks: "!Ref" }],
];

describe("completion in loops", () => {
  for (const [name, source, expected] of loops) it(name, () => check(source, expected));
});

describe("completion while somebody types", () => {
  for (const [name, source, opens] of opening) {
    it(`${opens ? "opens" : "stays closed"} ${name}`, () => {
      const { text, offset } = withCaret(source);
      const typed = text[offset - 1];
      const context = {
        template: parse(text),
        catalogue,
        snippets,
        exports: [],
        language: "en",
        snippetSupport: true,
      } as const;
      assert.equal(completion({ ...context, typed }, offset).items.length > 0, opens);
    });
  }

  for (const [name, source, expected] of items) it(name, () => check(source, expected));

  it("matches no function whose name is whole, so that Enter begins its argument's line", () => {
    const subnet = "Resources:\n  A:\n    Type: AWS::EC2::Subnet\n    Properties:\n      AvailabilityZone: !Selec<|>\n";
    const texts = completed(subnet).map(({ label, filterText }) => filterText ?? label);
    assert.ok(texts.includes("!Selec"));
    assert.deepEqual(
      texts.filter((text) => text.startsWith("!Select")),
      [],
    );
  });

  it("holds a long word against long names in no time", () => {
    const typed = "aws::ssm::parameter::value<aws::ec2::image::idx";
    assert.equal(beginsParts(typed, "AWS::SSM::Parameter::Value<List<AWS::EC2::Image::Id>>"), false);
    assert.equal(beginsParts(`${"a".repeat(59)}b`, "aA".repeat(60)), false);
    assert.equal(beginsParts("WebSG", "WebServerGroup"), true);
  });

  it("asks again while a value is typed, so that it can go when it is complete", () => {
    const { text, offset } = withCaret(
      "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: p<|>\n",
    );
    const context = {
      template: parse(text),
      catalogue,
      snippets: [],
      exports: [],
      language: "en",
      snippetSupport: true,
    } as const;
    assert.equal(completion(context, offset).isIncomplete, true);
  });

  it("asks again behind a key only where its values are known", () => {
    const keys = completed(`${BUCKET}<|>\n`);
    const again = (label: string): boolean | undefined => keys.find((item) => item.label === label)?.again;
    assert.equal(again("BucketName"), undefined);
    assert.equal(again("BucketEncryption"), true);
    assert.equal(completed("Resources:\n  A:\n    <|>\n").find(({ label }) => label === "Type")?.again, true);
  });

  it("marks runtimes that have gone, and puts them last", () => {
    const runtimes = completed(
      "Resources:\n  A:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: <|>\n",
      { today: "2026-11-25" },
    ).filter(({ kind }) => kind === "value");
    const sorted = runtimes.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
    assert.equal(sorted[0]?.label, "nodejs26.x");
    assert.equal(sorted.find(({ label }) => label === "python2.7")?.deprecated, true);
    const firstGone = sorted.findIndex(({ deprecated }) => deprecated === true);
    assert.ok(firstGone > 0 && sorted.slice(firstGone).every(({ deprecated }) => deprecated === true));
  });

  it("offers whole templates where nothing stands yet, and only there", () => {
    check("<|>\n", { has: "template Resources AWSTemplateFormatVersion" }, { snippets });
    check("Resources:\n  A:\n    Type: AWS::S3::Bucket\n<|>\n", { lacks: "template" }, { snippets });
  });
});
