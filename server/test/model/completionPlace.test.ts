import assert from "node:assert/strict";
import { completionPlaces, type Step } from "../../src/model/focus/completionPlace.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { drawn, withCaret } from "../marked.ts";
import { JSON_FIXTURES } from "./fixtures.ts";

/** Each place as `steps: accepts, replaced text, keys that are there`. */
function check(source: string, expected: readonly string[]): void {
  const { text, offset } = withCaret(source);
  const places = completionPlaces(parse(text), offset);
  assert.deepEqual(
    places.map(({ steps, accepts, span, levels, hasColon }) => {
      const kinds = Object.keys(accepts).join("+");
      const line = text.slice(text.lastIndexOf("\n", span.start - 1) + 1).split("\n")[0] ?? "";
      const from = span.start - (text.lastIndexOf("\n", span.start - 1) + 1);
      const token = drawn(line, [{ start: from, end: from + span.end - span.start }]).trim();
      const members = accepts.key
        ? ` {${levels
            .at(-1)
            ?.members()
            .map(({ name }) => name)}}`
        : "";
      return `${steps.map(drawnStep).join("/")}: ${kinds}${hasColon ? ":" : ""} ${token}${members}`;
    }),
    expected,
  );
}

function drawnStep(step: Step): string {
  if (step.kind === "item") return String(step.index);
  return step.kind === "call" ? `(${step.name})` : step.name;
}

const cases: [string, string, string[]][] = [
  ["an empty text", "<|>", [": key «» {}"]],
  ["a top-level key half typed", "Resources:\n  A:\n    Type: X\nOut<|>", [": key «Out» {Resources}"]],
  ["a top-level key before others", "Out<|>\nResources:\n  A:\n    Type: X\n", [": key «Out» {Resources}"]],
  ["an entry", "Resources:\n  We<|>\n", ["Resources: key+value «We» {}"]],
  ["a blank line under a section", "Resources:\n  <|>\n", ["Resources: key+value+item «» {}"]],
  [
    "a resource attribute half typed",
    "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Crea<|>\n    Properties:\n      ImageId: a\n  B:\n    X: y",
    ["Resources/Web: key «Crea» {Type,Properties}"],
  ],
  [
    "a blank line between attributes",
    "Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    <|>\n    Properties:\n      ImageId: a\n",
    ["Resources/Web: key «» {Type,Properties}"],
  ],
  [
    "a blank line behind the properties, in the column of the attributes",
    "Resources:\n  Web:\n    Properties:\n      ImageId: a\n    <|>\n  B:\n",
    ["Resources/Web: key «» {Properties}"],
  ],
  [
    "the same in the column of the properties",
    "Resources:\n  Web:\n    Properties:\n      ImageId: a\n      <|>\n  B:\n",
    ["Resources/Web/Properties: key «» {ImageId}"],
  ],
  [
    "the same between the columns",
    "Resources:\n  Web:\n    Properties:\n        ImageId: a\n      <|>\n  B:\n",
    ["Resources/Web/Properties: key «» {ImageId}"],
  ],
  [
    "the same at the start of the line",
    "Resources:\n  Web:\n    Properties:\n      ImageId: a\n<|>\nOutputs:\n",
    [": key «» {Resources,Outputs}"],
  ],
  ["a value", "Resources:\n  Web:\n    Type: AWS::<|>\n", ["Resources/Web/Type: value Type: «AWS::»"]],
  ["an empty value", "Resources:\n  Web:\n    Type: <|>\n", ["Resources/Web/Type: value Type: «»"]],
  ["right behind the colon", "Resources:\n  Web:\n    Type:<|>\n", ["Resources/Web/Type: value Type:«»"]],
  [
    "a whole token",
    "Resources:\n  Web:\n    Type: AWS<|>::EC2::Instance # x\n",
    ["Resources/Web/Type: value Type: «AWS::EC2::Instance» # x"],
  ],
  ["quotes", "Resources:\n  Web:\n    Type: 'AWS<|>::EC2'\n", ["Resources/Web/Type: value Type: «'AWS::EC2'»"]],
  [
    "an open quote",
    'Resources:\n  Web:\n    Type: "AWS<|>\n    Properties:\n',
    ['Resources/Web/Type: value Type: «"AWS»'],
  ],
  ["a comment", "Resources:\n  Web:\n    Type: A # co<|>mment\n", []],
  ["behind a value", "Resources:\n  Web:\n    Type: A <|>\n", []],
  [
    "a key with its colon",
    "Resources:\n  Web:\n    Ty<|>pe: A\n    Properties: {}\n",
    ["Resources/Web: key: «Type»: A {Properties}"],
  ],
  ["a list item", "R:\n  W:\n    L:\n      - <|>\n", ["R/W/L/0: key+value - «» {}"]],
  ["a second list item", "R:\n  W:\n    L:\n      - a\n      - b<|>\n", ["R/W/L/1: key+value - «b» {}"]],
  [
    "a key in a list item",
    "R:\n  W:\n    L:\n      - Key: a\n        Va<|>\n        Other: b\n      - Key: c\n",
    ["R/W/L/0: key «Va» {Key,Other}"],
  ],
  [
    "the first key in a list item",
    "R:\n  W:\n    L:\n      - Ke<|>y: a\n        Value: b\n",
    ["R/W/L/0: key: - «Key»: a {Value}"],
  ],
  [
    "a list in the column of its key",
    "R:\n  W:\n    L:\n    - a\n    <|>\n    M: x\n",
    ["R/W/L: item «»", "R/W: key «» {L,M}"],
  ],
  ["the column of a key without a value", "R:\n  W:\n    L:\n    <|>\n", ["R/W: key «» {L}", "R/W/L: item «»"]],
  ["below a list", "R:\n  W:\n    L:\n      - a\n      <|>\n", ["R/W/L: item «»"]],
  ["a nested key without a value", "R:\n  W:\n    P:\n      <|>\n      Q: 1\n", ["R/W/P: key «» {Q}"]],
  ["above a list in the column of its key", "R:\n  W:\n    L:\n      <|>\n    - a\n", ["R/W/L: item «»"]],
  ["above a list", "R:\n  W:\n    L:\n      <|>\n      - a\n", ["R/W/L: item «»"]],
  ["a tag", "R:\n  W:\n    P: !Re<|>\n", ["R/W/P: value P: «!Re»"]],
  ["behind a tag", "R:\n  W:\n    P: !Ref <|>\n", ["R/W/P/(Ref): value P: !Ref «»"]],
  ["the word behind a tag", "R:\n  W:\n    P: !GetAtt A.B<|>\n", ["R/W/P/(Fn::GetAtt): value P: !GetAtt «A.B»"]],
  [
    "arguments in flow style",
    "R:\n  W:\n    P: !FindInMap [M, !Ref <|>, x]\n",
    ["R/W/P/(Fn::FindInMap)/1/(Ref): value P: !FindInMap [M, !Ref «», x]"],
  ],
  [
    "an open bracket",
    "R:\n  W:\n    P: !FindInMap [M, <|>\n    Q: x\n",
    ["R/W/P/(Fn::FindInMap)/1: value P: !FindInMap [M, «»"],
  ],
  ["arguments as a block", "R:\n  W:\n    P: !If\n      - C\n      - <|>\n", ["R/W/P/(Fn::If)/1: key+value - «» {}"]],
  ["a long function", "R:\n  W:\n    P:\n      Fn::Sub: a<|>\n", ["R/W/P/(Fn::Sub): value Fn::Sub: «a»"]],
  ["a flow map", "R:\n  W: { Type: A, Pro<|> }\n", ["R/W: key W: { Type: A, «Pro» } {Type}"]],
  [
    "a flow map's value",
    "R:\n  W: { Type: AW<|>, Properties: {} }\n",
    ["R/W/Type: value W: { Type: «AW», Properties: {} }"],
  ],
  [
    "a block scalar",
    "R:\n  W:\n    U: !Sub |\n      echo ${<|>\n      more\n    T: x\n",
    ["R/W/U/(Fn::Sub): text echo ${«»"],
  ],
  ["a blank line of a block scalar", "R:\n  W:\n    U: |\n      echo\n      <|>\n    T: x\n", ["R/W/U: text «»"]],
  [
    "JSON: a key",
    '{\n  "Resources": {\n    "W": {\n      "Type": "A",\n      "Pro<|>"\n    }\n  }\n}',
    ['Resources/W: key «"Pro"» {Type}'],
  ],
  [
    "JSON: an open quote",
    '{\n  "Resources": {\n    "W": {\n      "Type": "A",\n      "Pro<|>\n    }\n  }\n}',
    ['Resources/W: key «"Pro» {Type}'],
  ],
  [
    "JSON: no quote",
    '{\n  "Resources": {\n    "W": {\n      <|>\n      "Type": "A"\n    }\n  }\n}',
    ["Resources/W: key «» {Type}"],
  ],
  [
    "JSON: no comma",
    '{\n  "R": {\n    "W": {\n      "Type": "A"\n      "P<|>"\n    }\n  }\n}',
    ['R/W: key «"P"» {Type}'],
  ],
  [
    "JSON: a value",
    '{"R": {"W": {"Type": "AWS::<|>", "P": {}}}}',
    ['R/W/Type: value {"R": {"W": {"Type": «"AWS::"», "P": {}}}}'],
  ],
  ["JSON: a value to come", '{\n"R": {"W": {"Type": <|>\n}}}', ['R/W/Type: value "R": {"W": {"Type": «»']],
  [
    "JSON: Ref with an open quote",
    '{"R": {"W": {"P": {"Ref": "A<|> }}}}',
    ['R/W/P/(Ref): value {"R": {"W": {"P": {"Ref": «"A» }}}}'],
  ],
  ["JSON: a list", '{"R": {"W": {"L": ["a", "b<|>"]}}}', ['R/W/L/1: value {"R": {"W": {"L": ["a", «"b"»]}}}']],
  ["JSON: a function's name", '{"R": {"W": {"P": {"Fn::S<|>"}}}}', ['R/W/P: key {"R": {"W": {"P": {«"Fn::S"»}}}} {}']],
];

describe("completionPlaces", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));

  it("answers at every offset of truncated texts", () => {
    for (const [, source] of cases) {
      const { text } = withCaret(source);
      for (let end = 0; end <= text.length; end++) {
        const template = parse(text.slice(0, end));
        for (let offset = 0; offset <= end; offset++) {
          for (const { span, levels } of completionPlaces(template, offset)) {
            assert.ok(
              span.start <= offset && offset <= span.end,
              `${JSON.stringify(text.slice(0, end))} at ${offset}: ${JSON.stringify(span)}`,
            );
            for (const level of levels) level.members();
          }
        }
      }
    }
  });

  it("reads a JSON entry by itself as within the whole text", () => {
    for (const text of [...JSON_FIXTURES, JSON_TEMPLATE]) {
      const template = parse(text);
      const shown = (units: typeof template.units, offset: number): unknown =>
        completionPlaces({ ...template, units }, offset).map(({ levels, ...place }) => ({
          ...place,
          levels: levels.map((level) => ({ kind: level.kind, members: level.members() })),
        }));
      for (let offset = 0; offset <= text.length; offset++) {
        assert.deepEqual(shown(template.units, offset), shown([], offset), `${text} at ${offset}`);
      }
    }
  });
});

const JSON_TEMPLATE = `{
  "Description": "two sections",
  "Parameters": {
    "Name": {"Type": "String"},
    "Other": {
      "Type": "Number"
    }
  },
  "Resources": {

    "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": {"Ref": "Name"}}},
    "Queue": {
      "Type": "AWS::SQS::Queue",
      "Properties": {"Tags": [{"Key": "a", "Value": "b"}]}
    }

  },
  "Outputs": {}
}
`;
