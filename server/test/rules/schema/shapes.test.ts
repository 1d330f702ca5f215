import { checkRows } from "../checkRule.ts";

const RESOURCES = "Resources:\n  R:\n    Type: AWS::SNS::Topic\n";
const resource = (text: string): string =>
  `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  R:\n    Type: AWS::SNS::Topic\n${text}`;
const condition = (text: string): string => `Parameters:\n  P: {Type: String}\nConditions:\n  A: ${text}\n${RESOURCES}`;
const output = (text: string): string => `${RESOURCES}Outputs:\n  O: ${text}\n`;
const mapping = (text: string): string => `Mappings:\n  ${text}\n${RESOURCES}`;
const parameter = (text: string): string => `Parameters:\n  P: ${text}\n${RESOURCES}`;
const head = (text: string): string => `${text}\n${RESOURCES}`;

describe("rules on the shape of entries", () => {
  checkRows([
    [
      "entry-shape",
      "no keys",
      'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  A: «AWS::SNS::Topic»\n  «B»: [a]\n  C: {Type: AWS::SNS::Topic}\n',
      undefined,
      "error",
    ],
    ["entry-shape", "a type by a function", resource("  B:\n    Type: «!Ref X»\n")],
    [
      "entry-shape",
      "dependencies by functions",
      resource("    DependsOn: [B, «!Ref C»]\n  B:\n    Type: A::B::C\n    DependsOn: «{a: b}»\n"),
    ],
    ["mapping-shape", "one level", mapping("M: {a: «b»}"), /two levels/, "error"],
    ["mapping-shape", "three levels", mapping("M: {a: {b: «{c: d}»}}"), /ends here/],
    ["mapping-shape", "nothing", mapping("«M»: {}")],
    [
      "mapping-shape",
      "keys",
      mapping('M: {us-east-1.x: {a: b, «b-c»: d}, «"a b"»: {c: d}}'.replace('«"a b"»', '"«a b»"')),
    ],
    ["mapping-shape", "right ones", mapping('M: {"123": {a: [b, c], "1": 2}}')],
    ...(["«abc»", "«[a]»", "«!Ref P»", '«!Sub "${P}"»', "!Not [«!Ref P»]"] as const).map(
      (text) => ["condition-shape", text, condition(text), undefined, "error"] as const,
    ),
    ...(
      [
        "!Equals [!Ref P, a]",
        "!Not [!Condition B]",
        "!And [{Condition: B}, !Or [!Equals [a, !Ref P], {Condition: C}]]",
        "true",
      ] as const
    ).map((text) => ["condition-shape", text, condition(text)] as const),
    ...(
      [
        "{Value: «[a]»}",
        "{Value: «{a: b}»}",
        '{Value: «!GetAZs ""»}',
        '{Value: «!Split [",", a]»}',
        "{Value: a, Description: «!Ref R»}",
        "{Value: a, Export: {Name: «!Ref R»}}",
        '{Value: a, Export: {Name: !Sub ["${a}", {a: «!GetAtt R.TopicName»}]}}',
      ] as const
    ).map((text) => ["output-value", text, output(text), undefined, "error"] as const),
    [
      "output-value",
      "a list parameter",
      `Parameters:\n  L: {Type: CommaDelimitedList}\n${output("{Value: «!Ref L»}")}`,
    ],
    ...(
      [
        "{Value: !Ref R}",
        '{Value: !Join [",", !GetAZs ""]}',
        '{Value: a, Export: {Name: !Sub "${AWS::StackName}-a"}}',
      ] as const
    ).map((text) => ["output-value", text, output(text)] as const),
    [
      "unknown-function",
      "short and long",
      resource('    Properties:\n      DisplayName: «!Concat» [a]\n      TopicName: {"«Fn::Joinn»": ["", [a]]}\n'),
      /no function/,
      "error",
    ],
    ["unknown-function", "of a tool", resource("    Properties:\n      DisplayName: !Rain::Embed a\n")],
    [
      "unknown-function",
      "a macro's",
      `Transform: Mine\n${resource("    Properties:\n      DisplayName: !Concat [a]\n")}`,
    ],
    [
      "misplaced-function",
      "a comparison as a value",
      resource("    Properties:\n      DisplayName: «!Equals» [a, b]\n"),
    ],
    ["misplaced-function", "a rule's function in a condition", condition("«!Contains» [[a], b]")],
    ["parameter-default", "a list", parameter("{Type: CommaDelimitedList, Default: «[a, b]»}"), /commas/],
    ...(["AWS::EC2::KeyPair::KeyNam", "AWS::SSM::Parameter::Value<Foo>", "List<AWS::EC2::Foo>"] as const).map(
      (text) => ["parameter-type", text, parameter(`{Type: «${text}»}`)] as const,
    ),
    ...(
      [
        "List<String>",
        "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
        "AWS::SSM::Parameter::Value<List<String>>",
        "List<AWS::EC2::Subnet::Id>",
      ] as const
    ).map((text) => ["parameter-type", text, parameter(`{Type: ${text}}`)] as const),
    [
      "section-shape",
      "a template of org-formation",
      'AWSTemplateFormatVersion: "«2010-09-09-OC»"\nOrganization: !Include a.yml\nOrganizationBindings: {A: {Account: !Ref B}}\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    OrganizationBinding: !Ref A\n    Properties: {TopicName: !Ref CurrentAccount}\n',
      /org-formation/,
      "info",
    ],
    [
      "section-shape",
      "a template of Rain",
      "Resources:\n  T:\n    Type: !«Rain::M»odule ./a.yaml\n    Properties: {A: !Ref B}\n",
      /template for Rain/,
      "info",
    ],
    [
      "section-shape",
      "resources for the Serverless Framework",
      'Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: "«${self:c»ustom.name}-a", DisplayName: !Ref Other}\n',
      /Serverless Framework/,
      "info",
    ],
    [
      "section-shape",
      "a resource that org-formation makes in other accounts",
      "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    «OrganizationBinding:» !Ref Elsewhere\n",
      /org-formation/,
      "info",
    ],
    [
      "unknown-ref",
      "where org-formation makes a resource",
      "Resources:\n  T:\n    Type: AWS::SNS::Topic\n    OrganizationBinding: !Ref Elsewhere\n",
    ],
    [
      "unknown-property",
      "a key beside what SAM reads of an event",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: a\n      Handler: a.b\n      Runtime: python3.13\n      Events: {A: {Type: HttpApi, «PayloadFormatVersion»: '2.0'}}\n",
      undefined,
      "warning",
    ],
    ["section-shape", "a version of many", head("«AWSTemplateFormatVersion»: [a]")],
    ["section-shape", "a description with keys", head('AWSTemplateFormatVersion: "2010-09-09"\n«Description»: {a: b}')],
    ["section-shape", "a transform without a name", head("«Transform»: {a: b}")],
    [
      "section-shape",
      "a transform with parameters",
      head("Transform: {Name: AWS::Include, Parameters: {Location: a}}"),
    ],
    [
      "interface-shape",
      "groups and labels",
      head(
        "Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups:\n      - {Label: {default: a}, Parameters: «P»}\n    ParameterLabels: «[a]»",
      ),
    ],
    ["interface-shape", "groups", head("Metadata:\n  AWS::CloudFormation::Interface:\n    ParameterGroups: «{a: b}»")],
    [
      "function-arguments",
      "lists in a list, a computed text",
      resource(
        '    Properties:\n      DisplayName: !Join [",", [«!GetAZs ""», a]]\n      TopicName: «!Sub» [!Ref Q, {}]\n',
      ),
    ],
    [
      "function-arguments",
      "a list as a key",
      resource("    Properties:\n      DisplayName: !FindInMap [M, «[a]», b]\n"),
    ],
  ]);
});
