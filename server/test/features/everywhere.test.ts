import assert from "node:assert/strict";
import { folding } from "../../src/features/document/folding.ts";
import { formatting } from "../../src/features/document/formatting.ts";
import { linkedEditing } from "../../src/features/document/linkedEditing.ts";
import { onEnter } from "../../src/features/document/onEnter.ts";
import { selectionRanges } from "../../src/features/document/selectionRanges.ts";
import { semanticTokens } from "../../src/features/document/semanticTokens.ts";
import { symbols } from "../../src/features/document/symbols.ts";
import { namedPlaces } from "../../src/features/namedPlaces.ts";
import { entryNamedAt, importedFrom } from "../../src/features/navigation.ts";
import { fileNameAt, fileNames } from "../../src/features/project/fileNames.ts";
import { sameTypes } from "../../src/features/sameTypes.ts";
import { signatureHelp } from "../../src/features/signatureHelp.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { declarationsOfChildren } from "../../src/model/references/childTemplates.ts";
import { nestedNameAt, nestedNames } from "../../src/model/references/nestedNames.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { step } from "../effort.ts";
import { OBJECT_NAMES, templateOf } from "../objectNames.ts";
import { asJson } from "./asJson.ts";

const service = createLanguageService({
  catalogue: catalogueData(),
});

const YAML = `AWSTemplateFormatVersion: "2010-09-09"
Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]
Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - Label: {default: All}
        Parameters: [Stage, 'Size']
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, "prod"]}
  Size:
    Type: AWS::SSM::Parameter::Value<String>
Rules:
  Only:
    Assertions:
      - Assert: !Contains [[dev], !Ref Stage]
Mappings:
  Amis:
    us-east-1: {x86: ami-1, list: [a, b]}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Both: !And [!Condition IsProd, {Condition: IsProd}]
Globals:
  Function:
    Runtime: python3.9
Resources:
  Fn::ForEach::Each:
    - Name
    - [A, B]
    - Queue\${Name}:
        Type: AWS::SQS::Queue
  Web:
    Type: AWS::EC2::Instance
    Condition: IsProd
    DependsOn: [Role]
    CreationPolicy:
      ResourceSignal: {Count: 1, Timeout: PT15M}
    Metadata:
      AWS::CloudFormation::Init:
        configSets: {default: [install]}
        install:
          packages: {yum: {httpd: []}}
          files:
            /etc/cfn/cfn-hup.conf:
              content: !Sub |
                [main]
                stack=\${AWS::StackId}
          services: {systemd: {cfn-hup: {enabled: true, files: [/etc/cfn/cfn-hup.conf]}}}
    Properties:
      ImageId: !FindInMap [Amis, !Ref AWS::Region, x86, {DefaultValue: '{{resolve:ssm:/aws/ami}}'}]
      SubnetId:
        Fn::ImportValue: !Sub '\${Stage}-subnet'
      Tags:
        - !If [IsProd, {Key: "a 😀", Value: 値}, !Ref AWS::NoValue]
      UserData:
        Fn::Base64: !Sub
          - |
            #!/bin/bash -xe
            /opt/aws/bin/cfn-init -v --stack \${AWS::StackName} --resource Web --configsets default
            /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource \${Own} --region \${AWS::Region}
          - Own: Web
  Net:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: net.yaml
      Parameters: {Cidr: !If [IsProd, a, b], 'Stage': !Ref Stage, Gone: c}
  Run:
    Type: AWS::Serverless::Function
    Properties: {CodeUri: src, Handler: app.run, Description: !Sub 'a \${Net.Outputs.Vpc}'}
  Role:
    Type: AWS::IAM::Role
    DeletionPolicy: Retain
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          Effect: Allow
          Principal: {Service: ec2.amazonaws.com}
          Action: sts:AssumeRole
          Condition: {StringEqualsIfExists: {aws:SourceVpc: x}}
Outputs:
  Own:
    Value: !GetAtt Role.Arn
    Export: {Name: !Join ['-', [!Ref AWS::StackName, role]]}
`;

const JSON_TEXT = asJson(YAML);
const CHILD = `Parameters:
  Cidr: {Type: String, Description: d}
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
Resources: {}
Outputs:
  Vpc: {Value: a, Export: {Name: b}}
`;
const CHILDREN = new Map([["net.yaml", { uri: "file:///net.yaml", template: parse(CHILD) }]]);

const REQUEST = {
  language: "ja",
  exports: [{ name: "a-subnet", from: "b", output: "O", of: ["Subnet"], uri: "file:///b.yaml", description: "d" }],
  children: CHILDREN,
} as const;
const RENDER = { language: "ja", commands: true } as const;

const DIAGNOSTICS = {
  language: "en",
  today: "2026-01-01",
  severities: new Map(),
  children: declarationsOfChildren(CHILDREN, "file:///a.yaml"),
} as const;

/** Asks everything that depends on a place. */
function askAt(template: ReturnType<typeof parse>, offset: number): number {
  let answers = 0;
  if (service.hover(template, offset, { ...REQUEST, reference: true, render: RENDER }) !== undefined) answers++;
  for (const item of service.completion(template, offset, { ...REQUEST, snippetSupport: true }).items.slice(0, 2))
    if (item.data !== undefined) service.documentation(item.data, RENDER);
  answers += service.definition(template, offset).length;
  answers += importedFrom(template, offset, REQUEST.exports).length;
  answers += service.references(template, offset, true).length;
  const renamed = service.renameTarget(template, offset);
  if (renamed !== undefined) service.rename(template, offset, "Other");
  if (fileNameAt(template, offset) !== undefined) answers++;
  if (nestedNameAt(template, offset) !== undefined) answers++;
  entryNamedAt(template, offset);
  service.addSignal(template, offset, "ja");
  answers += selectionRanges(template, offset).length;
  answers += linkedEditing(template, offset).length + sameTypes(template, offset).length;
  const { functions } = service.catalogue;
  if (signatureHelp(template, { functions, language: "ja", typed: undefined }, offset) !== undefined) answers++;
  onEnter(template, offset, 2);
  return answers;
}

/** Asks everything that is about a whole template. */
function askWhole(template: ReturnType<typeof parse>): number {
  const steps = service.diagnostics(template, DIAGNOSTICS);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  formatting(template, { tabSize: 4, insertSpaces: true });
  namedPlaces(template);
  const files = fileNames(template).length + nestedNames(template).length;
  return files + symbols(template).length + folding(template).length + semanticTokens(template).length;
}

function askEverywhere(text: string, every: number): number {
  const template = parse(text);
  let answers = askWhole(template);
  for (let offset = 0; offset <= text.length; offset += every) answers += askAt(template, offset);
  return answers;
}

describe("everything, everywhere", () => {
  for (const [name, text] of [
    ["YAML", YAML],
    ["JSON", JSON_TEXT],
    ["YAML with CRLF and BOM", `\ufeff${YAML.replaceAll("\n", "\r\n")}`],
  ] as const) {
    it(`${name}: offset after offset`, () => assert.ok(askEverywhere(text, step(2, 7)) > 300));

    it(`${name}: cut off anywhere, at its end`, () => {
      for (let end = 0; end < text.length; end += step(13, 53)) {
        const template = parse(text.slice(0, end));
        askWhole(template);
        for (let offset = Math.max(0, end - 4); offset <= end; offset++) askAt(template, offset);
      }
    });

    it(`${name}: a piece left out`, () => {
      for (let start = 0; start < text.length; start += step(97, 193)) {
        const template = parse(text.slice(0, start) + text.slice(start + 31));
        askWhole(template);
        for (let offset = Math.max(0, start - 2); offset <= start + 2; offset++) askAt(template, offset);
      }
    });
  }

  for (const name of OBJECT_NAMES)
    it(`a template full of ${name}: offset after offset`, () =>
      assert.ok(askEverywhere(templateOf(name), step(5, 11)) > 50));
});
