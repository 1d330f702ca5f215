import assert from "node:assert/strict";
import type { Focus, Place } from "../../src/model/focus/focus.ts";
import { focusAt } from "../../src/model/focus/focusAt.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { drawn, withCaret } from "../marked.ts";

/** The line of the focus with its span drawn, its kind and its place. */
function check(source: string, expected: string): void {
  const { text, offset } = withCaret(source);
  const focus = focusAt(parse(text), offset);
  assert.equal(focus === undefined ? "nothing" : described(text, focus), expected);
}

function described(text: string, focus: Focus): string {
  const { start } = focus.span;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", focus.span.end);
  const line = drawn(text.slice(from, to < 0 ? undefined : to), [{ start: start - from, end: focus.span.end - from }]);
  const detail =
    focus.kind === "reference" ? ` ${focus.reference.kind}` : focus.kind === "word" ? ` ${focus.word}` : "";
  return `${line.trim()} | ${focus.kind}${detail} | ${where(focus.place)}`;
}

function where(place: Place): string {
  if (place.in === "template") return "template";
  if (place.in === "section") return place.section;
  if (place.in === "entry") return [place.section, place.name, ...place.path].join("/");
  return [place.logicalId, place.type ?? "?", place.attribute ?? "", ...place.path].join("/");
}

const RESOURCE = "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n";

describe("focusAt", () => {
  const table: readonly [string, string, string][] = [
    ["a section", "Res<|>ources:\n  A:\n    Type: AWS::S3::Bucket\n", "«Resources»: | section | Resources"],
    ["an unknown section", "Resource<|>:\n  A: 1\n", "«Resource»: | section | Resource"],
    [
      "what a loop repeats",
      "Resources:\n  Fn::ForEach::L:\n    - V\n    - [a]\n    - T${V}:\n        Type: AWS::SNS::Topic\n        Properties: {Display<|>Name: x}\n",
      "Properties: {«DisplayName»: x} | key | T${V}/AWS::SNS::Topic/Properties/DisplayName",
    ],
    ["a logical id", "Resources:\n  W<|>eb:\n    Type: A\n", "«Web»: | name | Web/A/"],
    [
      "a type",
      "Resources:\n  Web:\n    Type: AWS::S3<|>::Bucket\n",
      "Type: «AWS::S3::Bucket» | type | Web/AWS::S3::Bucket/Type",
    ],
    [
      "an attribute",
      `${RESOURCE}    Creation<|>Policy:\n      ResourceSignal: {}\n`,
      "«CreationPolicy»: | key | Web/AWS::EC2::Instance/CreationPolicy",
    ],
    [
      "a key below",
      `${RESOURCE}    CreationPolicy:\n      ResourceSignal:\n        Time<|>out: PT5M\n`,
      "«Timeout»: PT5M | key | Web/AWS::EC2::Instance/CreationPolicy/ResourceSignal/Timeout",
    ],
    [
      "a value",
      `${RESOURCE}    DeletionPolicy: Ret<|>ain\n`,
      "DeletionPolicy: «Retain» | value | Web/AWS::EC2::Instance/DeletionPolicy",
    ],
    [
      "a property in a list",
      `${RESOURCE}    Properties:\n      Tags:\n        - Key: a\n          Val<|>ue: b\n`,
      "«Value»: b | key | Web/AWS::EC2::Instance/Properties/Tags/0/Value",
    ],
    [
      "through Fn::If",
      `${RESOURCE}    Properties:\n      Tags: !If\n        - C\n        - - Key<|>: a\n`,
      "- - «Key»: a | key | Web/AWS::EC2::Instance/Properties/Tags/0/Key",
    ],
    [
      "a short function",
      `${RESOURCE}    Properties:\n      A: !Su<|>b x\n`,
      "A: «!Sub» x | function | Web/AWS::EC2::Instance/Properties/A",
    ],
    [
      "a long function",
      `${RESOURCE}    Properties:\n      A:\n        Fn::Su<|>b: x\n`,
      "«Fn::Sub»: x | function | Web/AWS::EC2::Instance/Properties/A",
    ],
    [
      "a Ref",
      `${RESOURCE}    Properties:\n      A: !Ref Na<|>me\n`,
      "A: !Ref «Name» | reference ref | Web/AWS::EC2::Instance/Properties/A",
    ],
    [
      "GetAtt's resource",
      `${RESOURCE}    Properties:\n      A: !GetAtt We<|>b.Arn\n`,
      "A: !GetAtt «Web».Arn | reference resource | Web/AWS::EC2::Instance/Properties/A",
    ],
    [
      "GetAtt's attribute",
      `${RESOURCE}    Properties:\n      A: !GetAtt Web.A<|>rn\n`,
      "A: !GetAtt Web.«Arn» | reference attribute | Web/AWS::EC2::Instance/Properties/A",
    ],
    [
      "a Sub variable in a block",
      `${RESOURCE}    Properties:\n      UserData: !Sub |\n        a\n          b \${AWS::Reg<|>ion} c\n`,
      "b ${«AWS::Region»} c | reference ref | Web/AWS::EC2::Instance/Properties/UserData",
    ],
    [
      "a word of a script",
      `${RESOURCE}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          /opt/aws/bin/cfn-si<|>gnal -e $? --resource Web\n`,
      "/opt/aws/bin/«cfn-signal» -e $? --resource Web | word cfn-signal | Web/AWS::EC2::Instance/Properties/UserData",
    ],
    [
      "a word in Fn::Join",
      `${RESOURCE}    Properties:\n      UserData: !Base64\n        Fn::Join:\n          - ''\n          - - "#!/bin/bash\\n"\n            - "cfn-i<|>nit -v --stack "\n`,
      '- "«cfn-init» -v --stack " | word cfn-init | Web/AWS::EC2::Instance/Properties/UserData',
    ],
    [
      "DependsOn",
      `${RESOURCE}    DependsOn: [Ot<|>her]\n`,
      "DependsOn: [«Other»] | reference dependsOn | Web/AWS::EC2::Instance/DependsOn/0",
    ],
    [
      "FindInMap",
      "Outputs:\n  O:\n    Value: !FindInMap [M, !Ref R, K<|>ey]\n",
      "Value: !FindInMap [M, !Ref R, «Key»] | reference mappingValue | Outputs/O/Value",
    ],
    ["a half-typed attribute", `${RESOURCE}    Creation<|>\n`, "«Creation» | key | Web/AWS::EC2::Instance/Creation"],
    [
      "JSON",
      '{"Resources": {"Web": {"Type": "AWS::EC2::Instance", "DeletionPo<|>licy": "Retain"}}}',
      '{"Resources": {"Web": {"Type": "AWS::EC2::Instance", "«DeletionPolicy»": "Retain"}}} | key | Web/AWS::EC2::Instance/DeletionPolicy',
    ],
    [
      "JSON reference",
      '{"Outputs": {"O": {"Value": {"Ref": "We<|>b"}}}}',
      '{"Outputs": {"O": {"Value": {"Ref": "«Web»"}}}} | reference ref | Outputs/O/Value',
    ],
    ["a comment", "Resources: # Com<|>ment\n  A: 1\n", "nothing"],
    [
      "a transform",
      "Transform: AWS::Server<|>less-2016-10-31\nResources: {}\n",
      "Transform: «AWS::Serverless-2016-10-31» | value | Transform",
    ],
  ];
  for (const [name, source, expected] of table) it(name, () => check(source, expected));
});
