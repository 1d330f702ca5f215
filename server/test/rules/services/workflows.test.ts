import { checkRows } from "../checkRule.ts";

const SOURCE =
  "        - Name: S\n          Actions:\n            - Name: A\n              ActionTypeId: {Category: Source, Owner: AWS, Provider: CodeCommit}\n              OutputArtifacts: [{Name: Out}]\n";
const pipeline = (stages: string): string =>
  `Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n${stages}`;
const build = (rest: string, category = "Build"): string =>
  `        - Name: B\n          Actions:\n            - Name: A\n              ActionTypeId: {Category: ${category}, Owner: AWS, Provider: CodeBuild}\n${rest}`;
const machine = (definition: string, key = "Definition"): string =>
  `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      ${key}:\n${definition}`;

describe("rules on pipelines and state machines", () => {
  checkRows([
    ["pipeline-stages", "fits", pipeline(`${SOURCE}${build("              InputArtifacts: [{Name: Out}]\n")}`)],
    [
      "pipeline-stages",
      "an artifact that nothing gives",
      pipeline(`${SOURCE}${build("              InputArtifacts: [{Name: «Nope»}, {Name: Out}]\n")}`),
      /Nope/,
      "error",
    ],
    [
      "pipeline-stages",
      "no artifact",
      pipeline(
        `${SOURCE}        - Name: B\n          Actions:\n            - Name: A\n              «ActionTypeId»: {Category: Build, Owner: AWS, Provider: CodeBuild}\n`,
      ),
      /1 to 5 InputArtifacts/,
    ],
    [
      "pipeline-stages",
      "a source too late, something else first",
      pipeline(
        `${SOURCE.replace("Category: Source", "Category: «Approval»")}${build("              OutputArtifacts: [{Name: X}]\n", "«Source»")}`,
      ),
    ],
    [
      "pipeline-stages",
      "names by functions",
      pipeline(
        `${SOURCE.replace("Name: Out", "Name: !Ref Out")}${build("              InputArtifacts: [{Name: Other}]\n")}`,
      ),
    ],
    [
      "state-machine",
      "fits",
      machine(
        '        StartAt: A\n        States:\n          A: {Type: Choice, Choices: [{Variable: $.x, BooleanEquals: true, Next: B}], Default: C}\n          B: {Type: Map, ItemProcessor: {StartAt: D, States: {D: {Type: Pass, End: true}}}, End: true}\n          C: {Type: Task, Resource: "${Function}", Catch: [{ErrorEquals: [States.ALL], Next: E}], Next: E}\n          E: {Type: Fail}\n',
      ),
    ],
    [
      "state-machine",
      "targets and types",
      machine(
        "        StartAt: «Z»\n        States:\n          A: {Type: «Pas», Next: «B»}\n          «C»: {Type: Wait, Seconds: 1}\n          D:\n            Type: Parallel\n            End: true\n            Branches:\n              - StartAt: X\n                States: {X: {Type: Pass, Next: «A»}}\n",
      ),
    ],
    [
      "state-machine",
      "no start",
      machine("        States: {A: {Type: Pass, End: true}}\n", "«Definition»"),
      /StartAt is missing/,
    ],
    [
      "missing-extensions",
      "without the transform",
      'Resources:\n  «Fn::ForEach::X»: [A, [b], {}]\n  R:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: {«Fn::ToJsonString»: {a: b}}\n      TopicName: {Fn::FindInMap: [M, {«Fn::Sub»: "${a}"}, {Ref: b}, {DefaultValue: {«Fn::Select»: [0, [c]]}}]}\n',
      undefined,
      "error",
    ],
    [
      "missing-extensions",
      "with the transform",
      'Transform: AWS::LanguageExtensions\nResources:\n  R:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: {Fn::ToJsonString: {a: b}}\n      TopicName: {Fn::FindInMap: [M, {Fn::Sub: "${a}"}, b]}\n',
    ],
    [
      "function-arguments",
      "a fourth item of FindInMap that is no default, with and without the transform",
      "Transform: AWS::LanguageExtensions\nMappings:\n  M: {a: {b: c}}\nResources:\n  R:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: {«Fn::FindInMap»: [M, a, b, plain]}\n      TopicName: {Fn::FindInMap: [M, a, x, {DefaultValue: c}]}\n",
      /takes 3 items, not 4: .*DefaultValue/,
    ],
    [
      "function-arguments",
      "the same without the transform",
      "Mappings:\n  M: {a: {b: c}}\nResources:\n  R:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !FindInMap [M, a, x, {DefaultValue: c}]\n      TopicName: «!FindInMap» [M, a, b, {Default: c}]\n",
      /takes 3 items, not 4/,
    ],
  ]);
});
