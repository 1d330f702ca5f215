import assert from "node:assert/strict";
import { createLanguageService } from "../../src/languageService.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { drawn, withCaret } from "../marked.ts";
import { asJson } from "./asJson.ts";

const service = createLanguageService({ catalogue: catalogueData() });

/** The text with the definitions of what is under the caret drawn in. */
function defined(source: string): string {
  const { text, offset } = withCaret(source);
  return drawn(
    text,
    service.definition(parse(text), offset).map(({ span }) => span),
  );
}

const TEMPLATE = `Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - Parameters: [Stage]
Parameters:
  Stage:
    Type: String
Mappings:
  Amis:
    us-east-1:
      x86: ami-1
    eu-west-1:
      x86: ami-3
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsBoth: !And [!Condition IsProd, !Equals [a, b]]
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Condition: IsProd
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy:
      ResourceSignal: {Count: 1}
    Metadata:
      AWS::CloudFormation::Init:
        configSets:
          default: [install]
        install: {}
    Properties:
      HERE
Outputs:
  Own:
    Value: !Ref Bucket
    Export:
      Name: shared-bucket
  Filled:
    Value: !Ref Bucket
    Export:
      Name: !Sub '\${AWS::StackName}-vpc'
`;

/** A line of the Web's properties, and what must be drawn as defined, each as it is written in the template. */
type Row = readonly [name: string, line: string, ...targets: string[]];

const rows: readonly Row[] = [
  ["Ref to a parameter", "KeyName: !Ref Sta<|>ge", "«Stage»:\n    Type: String"],
  ["Ref to a resource", "KeyName: !Ref Buc<|>ket", "«Bucket»:\n    Type"],
  ["Ref to a pseudo parameter", "KeyName: !Ref AWS::Reg<|>ion"],
  ["GetAtt's resource", "KeyName: !GetAtt Buc<|>ket.Arn", "«Bucket»:\n    Type"],
  ["GetAtt's attribute", "KeyName: !GetAtt Bucket.A<|>rn", "«Bucket»:\n    Type"],
  ["GetAtt as a list", "KeyName: !GetAtt [Buc<|>ket, Arn]", "«Bucket»:\n    Type"],
  ["GetAtt in long form", "KeyName:\n        Fn::GetAtt: [Buc<|>ket, Arn]", "«Bucket»:\n    Type"],
  ["a Sub variable", "KeyName: !Sub 'a-${Sta<|>ge}'", "«Stage»:\n    Type: String"],
  ["a Sub variable with an attribute", "KeyName: !Sub 'a-${Buc<|>ket.Arn}'", "«Bucket»:\n    Type"],
  ["a Sub variable of a map", "KeyName: !Sub ['a-${Ow<|>n}', {Own: x}]", "{«Own»: x}"],
  ["a mapping", "ImageId: !FindInMap [Am<|>is, us-east-1, x86]", "«Amis»:"],
  ["a mapping's key", "ImageId: !FindInMap [Amis, us-ea<|>st-1, x86]", "«us-east-1»:"],
  ["a mapping's second key", "ImageId: !FindInMap [Amis, us-east-1, x8<|>6]", "«x86»: ami-1"],
  [
    "a mapping's second key under any first",
    "ImageId: !FindInMap [Amis, !Ref AWS::Region, x8<|>6]",
    "«x86»: ami-1",
    "«x86»: ami-3",
  ],
  ["If's condition", "KeyName: !If [IsPr<|>od, a, b]", "«IsProd»: "],
  [
    "a signalled resource in a script",
    "UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          cfn-signal --stack ${AWS::StackName} --resource We<|>b",
    "«Web»:\n    Type",
  ],
  [
    "a configSet in a script",
    "UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          cfn-init --stack ${AWS::StackName} --resource Web --configsets defa<|>ult",
    "«default»: [install]",
  ],
  ["an import of the template's own export", "KeyName: !ImportValue shared-<|>bucket", "Name: «shared-bucket»"],
  [
    "an import with a filled-in name",
    "KeyName:\n        Fn::ImportValue: !Sub '${Stage}-v<|>pc'",
    "«${AWS::StackName}-vpc»",
  ],
];

const elsewhere: readonly [name: string, from: string, to: string, ...targets: string[]][] = [
  ["a resource's condition", "Condition: IsProd\n", "Condition: IsP<|>rod\n", "«IsProd»: "],
  ["a condition in a condition", "!Condition IsProd", "!Condition IsPr<|>od", "«IsProd»: "],
  ["a parameter of the interface", "Parameters: [Stage]", "Parameters: [Sta<|>ge]", "«Stage»:\n    Type"],
  ["a declared name is its own definition", "  Bucket:", "  Buc<|>ket:", "«Bucket»:\n    Type"],
];

function check(source: string, targets: readonly string[]): void {
  const found = defined(source);
  assert.equal(found.split("«").length - 1, targets.length, found);
  for (const target of targets) assert.ok(found.includes(target), `${target} is missing in\n${found}`);
}

describe("definition at every kind of place", () => {
  const all: [string, string, string[]][] = [
    ...rows.map(([name, line, ...targets]): [string, string, string[]] => [
      name,
      TEMPLATE.replace("HERE", () => line),
      targets,
    ]),
    ...elsewhere.map(([name, from, to, ...targets]): [string, string, string[]] => [
      name,
      TEMPLATE.replace("HERE", "KeyName: x").replace(from, () => to),
      targets,
    ]),
  ];
  for (const [name, source, targets] of all) {
    it(name, () => check(source, targets));
    it(`JSON: ${name}`, () => {
      const found = defined(asJson(source));
      assert.equal(found.split("«").length - 1, targets.length, found);
      for (const target of targets) {
        const word = target.slice(target.indexOf("«"), target.indexOf("»") + 1);
        assert.ok(found.includes(word), `${word} is missing in\n${found}`);
      }
    });
  }
});
