import { inCpuTime } from "../../effort.ts";
import { checkRows, checkRule } from "../checkRule.ts";

const topic = (name: string, before = ""): string =>
  `${before}Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ${name}\n`;

describe("rules on functions and conditions", () => {
  checkRows([
    ["function-arguments", "Join", topic("«!Join» [a, b, c]"), /2 items, not 3/],
    ["function-arguments", "Join of no list", topic("!Join [a, «b»]"), /joins a list/],
    ["function-arguments", "If with two items, condition as a function", topic("«!If» [a, b]")],
    ["function-arguments", "If's condition", topic("!If [«!Ref A», b, c]")],
    ["function-arguments", "Select beyond the end", topic("!Select [«2», [a, b]]"), /below 2/],
    [
      "function-arguments",
      "Select by a function",
      topic("!Select [«!Select [0, [0, 1]]», [a, b]]"),
      undefined,
      "warning",
    ],
    ["function-arguments", "Select from a split text", topic('!Select [«3», !Split [",", "a,b,c"]]')],
    ["function-arguments", "lists where texts are wanted", topic('!Join ["-", [a, «[b]», !Ref C]]')],
    ["function-arguments", "a map to split", topic('!Select [0, !Split [",", «{a: b}»]]')],
    ["function-arguments", "Cidr", topic("!Select [0, !Cidr [«a», «300», «0»]]"), /address range|is 1 to/],
    ["function-arguments", "Cidr of a network", topic("!Select [0, !Cidr [!GetAtt V.CidrBlock, 256, !Ref Bits]]")],
    ["function-arguments", "Length of a text", topic("{Fn::Length: «abc»}", "Transform: AWS::LanguageExtensions\n")],
    [
      "function-arguments",
      "texts where conditions are wanted",
      `Conditions:\n  A: !Not [«x»]\n  B: !Or [{Condition: A}, !Equals [«[a]», b]]\n${topic("x")}`,
    ],
    ["function-arguments", "Ref of nothing", topic('!Ref «""»')],
    ["function-arguments", "GetAtt without an attribute", topic("«!GetAtt» T")],
    ["function-arguments", "Sub with a list of one", topic('«!Sub» ["${A}"]')],
    [
      "function-arguments",
      "right ones",
      topic('!Join ["-", [!Select [0, !GetAZs ""], !Sub ["${A}", {A: b}], !FindInMap [A, b, c]]]'),
    ],
    [
      "function-arguments",
      "conditions",
      `Conditions:\n  A: «!And» [!Equals [!Ref AWS::Region, x]]\n  B: «!Equals» [a]\n${topic("x")}`,
    ],
    ["needless-sub", "no variable", topic("«!Sub» alarms"), undefined, "warning"],
    [
      "needless-sub",
      "another sign",
      topic('!Sub "«#{AWS::Region}»"'),
      /^#\{AWS::Region\} stays .* \$\{AWS::Region\}\.$/,
    ],
    [
      "needless-sub",
      "another sign beside what is filled in",
      topic('!Sub "${AWS::Region}-«#{AWS::StackName}»"'),
      /^#\{AWS::StackName\} stays .* \$\{AWS::StackName\}\.$/,
    ],
    [
      "needless-sub",
      "another sign in a script with what is filled in",
      topic("!Sub |\n        echo ${AWS::Region}\n        echo #{AWS::StackName}"),
    ],
    ["needless-sub", "another sign before what has no such name", topic('«!Sub» "#{Build.Tag}"'), /has no \$\{…\}/],
    ["needless-sub", "literal only", topic('«!Sub» "${!x}"')],
    [
      "missing-sub",
      "pseudo parameter and parameter",
      topic('"x-«${AWS::Region}»"', "Parameters:\n  P:\n    Type: String\n"),
      undefined,
      "error",
    ],
    ["missing-sub", "in Join", topic('!Join ["", ["x-«${P}»", y]]', "Parameters:\n  P:\n    Type: String\n")],
    [
      "missing-sub",
      "shell variables and IAM variables",
      "Parameters:\n  name:\n    Type: String\nResources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: |\n          #!/bin/bash\n          name=x\n          echo ${name}\n  P:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - {Effect: Allow, Action: 's3:*', Resource: 'arn:aws:s3:::x/${aws:username}'}\n",
    ],
    [
      "constant-condition",
      "two texts",
      `Parameters:\n  Stage:\n    Type: String\nConditions:\n  A: «!Equals [Stage, prod]»\n  B: !Equals [!Ref Stage, prod]\n${topic("x")}`,
      /!Ref Stage/,
      "warning",
    ],
    [
      "conditional-target",
      "output without the condition",
      "Conditions:\n  C: !Equals [!Ref AWS::Region, x]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C\nOutputs:\n  A:\n    Value: !Ref «T»\n  B:\n    Condition: C\n    Value: !Ref T\n  D:\n    Value: !If [C, !Ref T, none]\n  E:\n    Value: !If [C, none, !GetAtt «T».TopicArn]\n",
      undefined,
      "warning",
    ],
    [
      "conditional-target",
      "implied by another condition",
      "Parameters:\n  S:\n    Type: String\n    AllowedValues: [a, b]\nConditions:\n  A: !Equals [!Ref S, a]\n  NotB: !Not [!Equals [!Ref S, b]]\n  Both: !And [!Condition A, !Equals [!Ref AWS::Region, x]]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: A\n  U:\n    Type: AWS::SNS::Topic\n    Condition: Both\n    Properties:\n      TopicName: !Ref T\n  V:\n    Type: AWS::SNS::Topic\n    Condition: NotB\n    Properties:\n      TopicName: !Ref T\n",
    ],
    [
      "conditional-target",
      "DependsOn",
      "Conditions:\n  C: !Equals [!Ref AWS::Region, x]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C\n  U:\n    Type: AWS::SNS::Topic\n    DependsOn: «T»\n",
      undefined,
      "error",
    ],
    [
      "unreachable-branch",
      "decided by the resource's own condition",
      "Conditions:\n  C: !Equals [!Ref AWS::Region, x]\n  D: !Not [!Condition C]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C\n    Properties:\n      TopicName: !If [C, a, «b»]\n      DisplayName: !If [D, «a», b]\n",
      undefined,
      "warning",
    ],
    [
      "unreachable-branch",
      "free",
      topic(
        "!If [C, a, !If [D, b, c]]",
        "Conditions:\n  C: !Equals [!Ref AWS::Region, x]\n  D: !Equals [!Ref AWS::Region, y]\n",
      ),
    ],
    [
      "imported-output",
      "passes on",
      `${topic("x")}Outputs:\n  O:\n    Value: «!ImportValue other»\n`,
      undefined,
      "warning",
    ],
  ]);
});

describe("conditions that build on each other", () => {
  it("are solved in time, however often they are used", () => {
    const levels = Array.from(
      { length: 120 },
      (_, index) => `  C${index + 1}: !And [!Condition C${index}, !Condition C${index}]\n`,
    ).join("");
    const text = `Conditions:\n  C0: !Equals [!Ref AWS::Region, x]\n${levels}Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: C0\n  U:\n    Type: AWS::SNS::Topic\n    Condition: C120\n    Properties:\n      TopicName: !Ref T\n  V:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref «T»\n`;
    inCpuTime(2000, () => checkRule("conditional-target", text));
  });

  it("may form a circle", () =>
    checkRule(
      "conditional-target",
      "Conditions:\n  A: !Not [!Condition B]\n  B: !Not [!Condition A]\nResources:\n  T:\n    Type: AWS::SNS::Topic\n    Condition: A\n  U:\n    Type: AWS::SNS::Topic\n    Condition: A\n    Properties:\n      TopicName: !Ref T\n",
    ));
});
