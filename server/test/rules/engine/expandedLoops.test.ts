import assert from "node:assert/strict";
import { bootstrapGraph } from "../../../src/bootstrap/bootstrapGraph.ts";
import { diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import type { Template } from "../../../src/model/template.ts";
import { RULES } from "../../../src/rules/engine/all.ts";
import { loadCatalogue } from "../../catalogue/loadCatalogue.ts";
import { checkRows } from "../checkRule.ts";

const network = (loop: string, more = ""): string =>
  `Transform: AWS::LanguageExtensions\n${more}Resources:\n  V:\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: 10.0.0.0/16}\n  G:\n    Type: AWS::EC2::InternetGateway\n  A:\n    Type: AWS::EC2::VPCGatewayAttachment\n    Properties: {VpcId: !Ref V, InternetGatewayId: !Ref G}\n  T:\n    Type: AWS::EC2::RouteTable\n    Properties: {VpcId: !Ref V}\n  Fn::ForEach::Parts:\n    - N\n${loop}`;
const routes = (key: string, collection: string, more = ""): string =>
  network(
    `    - ${collection}\n    - ${key}:\n        Type: AWS::EC2::Route\n${more}        Properties: {RouteTableId: !Ref T, GatewayId: !Ref G, DestinationCidrBlock: !Sub "10.\${N}.0.0/16"}\n`,
    "Parameters:\n  P: {Type: CommaDelimitedList}\n",
  );
const subnets = (block: string, key = "CidrBlock"): string =>
  network(
    `    - ["1", "2"]\n    - S\${N}:\n        Type: AWS::EC2::Subnet\n        Properties: {VpcId: !Ref V, ${key}: ${block}}\n`,
  );
const gateway = (named: string): string =>
  network(
    `    - [a]\n    - S\${N}:\n        Type: AWS::EC2::Subnet\n        Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24}\n      «N\${N}»:\n        Type: AWS::EC2::NatGateway\n        Properties:\n          AllocationId: a\n          SubnetId: {${named}}\n`,
  );

const made = (property: string, collection: string): string =>
  `Transform: AWS::LanguageExtensions\nResources:\n  Fn::ForEach::Functions:\n    - N\n    - ${collection}\n    - F\${N}:\n        Type: AWS::Lambda::Function\n        Properties: {Code: {S3Bucket: abc, S3Key: k}, Role: arn:aws:iam::123456789012:role/r, ${property}}\n`;

describe("resources that loops make", () => {
  checkRows([
    ["missing-depends-on", "each is told once", routes("«R${N}»", "[1, 2]"), /^R1 may be created before A/],
    ["missing-depends-on", "each waits", routes("R${N}", "[1, 2]", "        DependsOn: A\n")],
    ["missing-depends-on", "how many is not known", routes("R${N}", "!Ref P")],
    ["missing-depends-on", "a name by a text", gateway('Ref: !Sub "S${N}"')],
    ["subnet-block", "one block for all", subnets("«10.0.1.0/24»"), /overlaps the subnet S1/],
    ["subnet-block", "one outside", subnets('«!Sub "10.${N}.1.0/24"»'), /10\.1\.1\.0\/24 lies outside V/],
    ["subnet-block", "a block for each", subnets('!Sub "10.0.${N}.0/24"')],
    [
      "value-combination",
      "a value of one",
      made("MemorySize: !Ref «N»", "['128', '64']"),
      /^In F64: MemorySize is 128 to 10240/,
    ],
    ["value-combination", "values of all", made("MemorySize: !Ref N", "['128', '256']")],
    ["value-combination", "a value of none", made("MemorySize: «64»", "[a, b]"), /^MemorySize is 128 to 10240/],
    ["invalid-cidr", "a text of one", subnets('«!Sub "10.0.${N}.0/24"»').replace('"2"', '"256"'), /^In S256: /],
    [
      "unknown-get-att",
      "an attribute of one, in an output",
      `${made("MemorySize: 128", "[a, b]")}Outputs:\n  Fn::ForEach::Outs: [N, [a, b], {"O\${N}": {Value: !GetAtt [!Sub "F\${N}", «Nothing»]}}]\n`,
      /^In Oa: Nothing is not an attribute/,
    ],
  ]);

  it("are told after an edit as of the text alone", () => {
    const context = {
      rules: RULES,
      catalogue: loadCatalogue(),
      language: "en",
      today: "2026-11-24",
      severities: new Map(),
      ignored: [],
      bootstrapGraph,
    } as const;
    const said = (template: Template): readonly string[] =>
      diagnostics(template, context).map(({ code, span, message }) => `${code} ${span.start} ${message}`);
    const before = routes("R${N}", "[1, 2]");
    const steps = [
      before,
      `# a\n${before}`,
      before.replace("[1, 2]", "[3, 2]"),
      before.replace("    Type: AWS::EC2::RouteTable\n", "    Type: AWS::EC2::RouteTable\n    DependsOn: A\n"),
      before.replace("[1, 2]", "!Ref P"),
      before.replace("[1, 2]", "[1, 256]"),
      before.replace("[1, 2]", "[257, 256]"),
      before.replace("0.0/16", "0.0/33"),
      before,
    ];
    let template: Template | undefined;
    for (const text of steps) {
      template = parse(text, template);
      assert.deepEqual(said(template), said(parse(text)));
    }
  });
});
