import assert from "node:assert/strict";
import { createLanguageService } from "../../src/languageService.ts";
import { parse } from "../../src/model/reading/parse.ts";
import type { Children } from "../../src/model/references/childTemplates.ts";
import { nestedNameAt, nestedNames, placeOfName } from "../../src/model/references/nestedNames.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { drawn, withCaret, withSpans } from "../marked.ts";
import { asJson } from "./asJson.ts";
import { check, completed, type Expected } from "./completion/completionCheck.ts";

const service = createLanguageService({ catalogue: catalogueData() });

const CHILD = `Parameters:
  Cidr:
    Type: String
    Description: The range of addresses
    AllowedPattern: '[0-9.]+/[0-9]+'
  Stage:
    Type: String
    Default: dev
    AllowedValues: [prod, stg, dev]
  VpcId:
    Type: AWS::EC2::VPC::Id
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref VpcId, CidrBlock: !Ref Cidr}
Outputs:
  SubnetId:
    Description: Where machines go
    Value: !Ref A
    Export:
      Name: !Sub '\${AWS::StackName}-subnet'
  Zone:
    Value: !GetAtt A.AvailabilityZone
`;
const children: Children = new Map([["./net (1).yaml", { uri: "file:///w/net (1).yaml", template: parse(CHILD) }]]);

/** A template that nests CHILD; `parameters` stand below the key of that name. */
const parent = (parameters: string, value = "a", type = "AWS::CloudFormation::Stack"): string =>
  `Parameters:
  VpcId:
    Type: AWS::EC2::VPC::Id
Resources:
  Net:
    Type: ${type}
    Properties:
      ${type.includes("Serverless") ? "Location" : "TemplateURL"}: ./net (1).yaml
      Parameters:
        ${parameters}
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: ${value}
`;

describe("names of nested stacks", () => {
  const table: readonly [name: string, source: string][] = [
    ["parameters", parent("«Cidr»: a\n        «Zone»: b")],
    ["of a SAM application", parent("{«Cidr»: a}", "!GetAtt Net.Outputs.«Zone»", "AWS::Serverless::Application")],
    ["in branches", parent("!If [C, {«Cidr»: a}, {'«Zone»': b}]")],
    ["outputs", parent("{}", "!Join ['', [!GetAtt Net.Outputs.«Zone», !Sub 'a ${Net.Outputs.«SubnetId»}']]")],
    ["outputs in a list", parent("{}", "!GetAtt [Net, Outputs.«Zone»]")],
    ["outputs of something else", parent("{}", "!GetAtt Other.Outputs.Zone")],
    ["none without a local template", parent("Cidr: a", "!GetAtt Net.Outputs.Zone").replace("./net", "https://a/net")],
  ];
  for (const [name, source] of table)
    it(name, () => {
      const { text, spans } = withSpans(source);
      const template = parse(text);
      assert.equal(drawn(text, nestedNames(template).map(placeOfName)), source);
      for (const { start } of spans) {
        const found = nestedNameAt(template, start);
        assert.equal(found && placeOfName(found).start, start);
      }
    });
});

describe("names of nested stacks in JSON", () => {
  const text = asJson(parent("{Cidr: a}", "!Join ['', [!GetAtt Net.Outputs.Zone, !Sub 'a ${Net.Outputs.SubnetId}']]"));
  it("stand without their quotes", () =>
    assert.deepEqual(
      nestedNames(parse(text)).map((one) => text.slice(placeOfName(one).start, placeOfName(one).end)),
      ["Cidr", "Zone", "SubnetId"],
    ));
});

describe("hover on names of nested stacks", () => {
  const hovered = (source: string, language: "en" | "ja"): string => {
    const { text, offset } = withCaret(source);
    const asked = { language, reference: true, exports: [], children, render: { language, commands: false } };
    return service.hover(parse(text), offset, asked)?.markdown ?? "";
  };
  const table: readonly [name: string, source: string, en: readonly string[], ja: readonly string[]][] = [
    [
      "a parameter",
      parent("Ci<|>dr: a"),
      [
        "**Cidr** · Parameter · `String` · declared in: [`./net (1).yaml`](file:///w/net %281%29.yaml#L2)",
        "The range of addresses",
        "pattern `[0-9.]+/[0-9]+`",
      ],
      ["**Cidr** · パラメータ · `String` · 定義: [", "パターン"],
    ],
    [
      "a parameter with a default",
      parent("St<|>age: a"),
      ["default `dev` · allowed: `prod`, `stg`, `dev`"],
      ["デフォルト `dev` · 値: `prod`, `stg`, `dev`"],
    ],
    [
      "an output",
      parent("Cidr: a", "!GetAtt Net.Outputs.Subn<|>etId"),
      [
        "**SubnetId** · Output · declared in: [",
        "#L17)",
        "Where machines go",
        "Export: `${AWS::StackName}-subnet`",
        "!Ref A",
      ],
      ["**SubnetId** · 出力 · 定義: [", "エクスポート名: `${AWS::StackName}-subnet`"],
    ],
    [
      "an output in Sub",
      parent("Cidr: a", "!Sub 'a ${Net.Out<|>puts.Zone}'"),
      ["**Zone** · Output"],
      ["**Zone** · 出力"],
    ],
    ["an unknown output", parent("Cidr: a", "!GetAtt Net.Outputs.X<|>"), ["**Net.Outputs.X**"], ["**Net.Outputs.X**"]],
  ];
  for (const [name, source, en, ja] of table)
    it(name, () => {
      for (const part of en) assert.ok(hovered(source, "en").includes(part), `${part}\n${hovered(source, "en")}`);
      for (const part of ja) assert.ok(hovered(source, "ja").includes(part), `${part}\n${hovered(source, "ja")}`);
    });
});

describe("completion for nested stacks", () => {
  const cases: readonly [name: string, source: string, expected: Expected][] = [
    ["parameters, those without a default first", parent("<|>"), { first: "Cidr VpcId Stage" }],
    ["parameters that are missing", parent("Cidr: a\n        <|>"), { has: "VpcId Stage", lacks: "Cidr" }],
    ["a parameter", parent("Ci<|>"), { apply: ["Cidr", parent("Cidr: ")] }],
    ["one with a colon", parent("Ci<|>: a"), { apply: ["Cidr", parent("Cidr: a")] }],
    ["one that both have", parent("Vp<|>"), { apply: ["VpcId", parent("VpcId: <0:!Ref VpcId>")] }],
    ["allowed values, in their order", parent("Stage: <|>"), { has: "stg", first: "prod stg dev" }],
    ["the parent's own parameter", parent("VpcId: !Ref <|>"), { has: "VpcId", lacks: "dev" }],
    [
      "parameters of a SAM application",
      parent("<|>", "a", "AWS::Serverless::Application"),
      { first: "Cidr VpcId Stage" },
    ],
    ["outputs", parent("Cidr: a", "!GetAtt Net.<|>"), { has: "Outputs.SubnetId Outputs.Zone" }],
    [
      "an output half typed",
      parent("Cidr: a", "!GetAtt Net.Outputs.Su<|>"),
      { apply: ["Outputs.SubnetId", parent("Cidr: a", "!GetAtt Net.Outputs.SubnetId")] },
    ],
    [
      "an output in Sub",
      parent("Cidr: a", "!Sub 'a ${Net.Outputs.<|>}'"),
      { apply: ["Outputs.Zone", parent("Cidr: a", "!Sub 'a ${Net.Outputs.Zone}'")] },
    ],
    ["nothing elsewhere", parent("Cidr: a\n      Tags:\n        - Key: <|>"), { lacks: "Cidr VpcId" }],
  ];
  for (const [name, source, expected] of cases) it(name, () => check(source, expected, { children }));

  it("in JSON", () => {
    const source = asJson(parent("{Cidr: a, Vp: b}")).replace('"Vp": "b"', '"Vp<|>"');
    const item = completed(source, { children }).find(({ label }) => label === "VpcId");
    assert.equal(item?.insertText, '"VpcId": ${0:{ "Ref": "VpcId" \\}}');
  });

  it("says what a parameter is", () => {
    const items = completed(parent("<|>"), { children });
    const told = items.map(({ label, detail, data }) => [label, detail, data?.of === "told" ? data.text : ""]);
    assert.deepEqual(told.slice(0, 3), [
      ["Cidr", "String · required", "The range of addresses"],
      ["Stage", "String · default: dev", "`prod`, `stg`, `dev`"],
      ["VpcId", "AWS::EC2::VPC::Id · required", ""],
    ]);
    const inJapanese = completed(parent("<|>"), { children, language: "ja" });
    assert.deepEqual(inJapanese[1]?.detail, "String · デフォルト: dev");
  });
});
