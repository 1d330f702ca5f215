import { checkRows } from "../checkRule.ts";

const SOURCE =
  "        - Name: S\n          Actions:\n            - Name: A\n              ActionTypeId: {Category: Source, Owner: AWS, Provider: CodeCommit}\n              OutputArtifacts: [{Name: Out}]\n";
const pipeline = (stages: string): string =>
  `Resources:\n  P:\n    Type: AWS::CodePipeline::Pipeline\n    Properties:\n      Stages:\n${stages}`;
const build = (rest: string, category = "Build"): string =>
  `        - Name: B\n          Actions:\n            - Name: A\n              ActionTypeId: {Category: ${category}, Owner: AWS, Provider: CodeBuild}\n${rest}`;
const machine = (definition: string, key = "Definition"): string =>
  `Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      ${key}:\n${definition}`;
const pattern = (fields: string): string =>
  `Resources:\n  R:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern: {${fields}}\n`;

describe("rules on pipelines and state machines", () => {
  checkRows([
    [
      "pipeline-stages",
      "a variable of no namespace",
      pipeline(
        `${SOURCE}${build('              InputArtifacts: [{Name: Out}]\n              Configuration: {ProjectName: a, EnvironmentVariables: «\'[{"name":"V","value":"#{Source.CommitId}"}]\'»}\n')}`,
      ).replaceAll(/«'|'»/g, (sign) => (sign === "«'" ? "'«" : "»'")),
      /referencing a namespace that does not exist/,
    ],
    [
      "pipeline-stages",
      "variables of an action and of the execution",
      pipeline(
        `${SOURCE.replace("            - Name: A\n", "            - Name: A\n              Namespace: Source\n")}${build('              InputArtifacts: [{Name: Out}]\n              Configuration: {ProjectName: "#{Source.CommitId}", Other: "#{codepipeline.PipelineExecutionId}-#{variables.A}"}\n')}      Variables: [{Name: A}]\n`,
      ),
    ],
    [
      "pipeline-stages",
      "a variable that the pipeline does not have",
      pipeline(
        `${SOURCE}${build('              InputArtifacts: [{Name: Out}]\n              Configuration: {ProjectName: "«#{variables.Tarjet}»", Other: "#{variables.Target}"}\n')}      Variables: [{Name: Target}]\n`,
      ),
      /The pipeline has no variable Tarjet: declare it in its Variables\. Did you mean Target\?/,
    ],
    [
      "pipeline-stages",
      "a variable of a pipeline that has none",
      pipeline(
        `${SOURCE}${build('              InputArtifacts: [{Name: Out}]\n              Configuration: {ProjectName: "«#{variables.Target}»"}\n')}`,
      ),
      /The pipeline has no variable Target: declare it/,
      "warning",
    ],
    [
      "pipeline-stages",
      "an action whose namespace is called variables",
      pipeline(
        `${SOURCE.replace("            - Name: A\n", "            - Name: A\n              Namespace: variables\n")}${build('              InputArtifacts: [{Name: Out}]\n              Configuration: {ProjectName: "#{variables.CommitId}"}\n')}`,
      ),
    ],
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
      "state-machine",
      "a state that nothing leads to, and one without what it needs",
      machine(
        "        StartAt: A\n        States: {A: {Type: Pass, End: true}, «B»: {Type: Succeed}, «C»: {Type: Fail}}\n",
      ),
      /“MISSING_TRANSITION_TARGET: State "[BC]" is not reachable\.”/,
      "error",
    ],
    [
      "state-machine",
      "a state without what it needs",
      machine("        StartAt: A\n        States: {«A»: {Type: Wait, End: true}}\n"),
      /needs Seconds or SecondsPath/,
    ],
    [
      "state-machine",
      "a choice and a catcher that go nowhere",
      machine(
        "        StartAt: A\n        States:\n          A: {Type: Choice, Choices: [{«Variable»: $.a, IsNull: true}, {Not: {Variable: $.a, IsNull: true}, Next: B}], Default: B}\n          B: {Type: Task, Resource: arn:aws:states:::sns:publish, Parameters: {Message: a}, Catch: [{«ErrorEquals»: [States.ALL]}], End: true}\n",
      ),
      /“SCHEMA_VALIDATION_FAILED: These fields are required: \[Next\]”/,
      "error",
    ],
    [
      "state-machine",
      "no state that ends",
      machine(
        "        StartAt: A\n        «States»:\n          A: {Type: Wait, Seconds: 1, Next: B}\n          B: {Type: Choice, Choices: [{Variable: $.a, IsNull: true, Next: A}]}\n",
      ),
      /“MISSING_END_STATE: Workflow has no terminal state”/,
      "error",
    ],
    [
      "state-machine",
      "an end by a name",
      machine(
        "        StartAt: A\n        States:\n          A: {Type: Wait, Seconds: 1, Next: B}\n          B: {Type: Fail}\n",
      ),
    ],
    [
      "state-machine",
      "fields of other types of states",
      machine(
        "        StartAt: A\n        States:\n          A: {Type: Parallel, «TimeoutSeconds»: 9, Next: B, Branches: [{StartAt: C, States: {C: {Type: Succeed, «End»: true}}}]}\n          B: {Type: Pass, «Retry»: [{ErrorEquals: [States.ALL]}], End: true}\n",
      ),
      /“SCHEMA_VALIDATION_FAILED: Field '(?:TimeoutSeconds|End|Retry)' is not supported”/,
    ],
    [
      "state-machine",
      "Next and End",
      machine(
        "        StartAt: A\n        States: {«A»: {Type: Pass, Next: B, End: true}, B: {Type: Pass, End: true}}\n",
      ),
      /only be one of the following fields: \[Next, End\]/,
    ],
    [
      "state-machine",
      "all errors before others and among them",
      machine(
        '        StartAt: A\n        States:\n          A:\n            Type: Task\n            Resource: "arn:aws:states:::sns:publish"\n            Parameters: {Message: a}\n            End: true\n            Retry: [{ErrorEquals: [«States.ALL»]}, {ErrorEquals: [States.Timeout]}]\n            Catch: [{ErrorEquals: [A.Error, «States.ALL»], Next: B}]\n          B: {Type: Fail}\n',
      ),
      /“States\.ALL must appear alone and at end of list”/,
    ],
    [
      "state-machine",
      "a repetition that says not after what",
      machine(
        '        StartAt: A\n        States: {A: {Type: Task, Resource: "arn:aws:states:::sns:publish", Parameters: {Message: a}, End: true, Retry: [{«MaxAttempts»: 2}]}}\n',
      ),
      /needs ErrorEquals/,
    ],
    [
      "state-machine",
      "what is taken by no path",
      machine(
        '        StartAt: A\n        States: {A: {Type: Pass, End: true, Parameters: {a.$: «name», b.$: $.b, c: {d.$: States.UUID(), e.$: "${Path}"}}}}\n',
      ),
      /c?a\.\$ takes a path such as \$\.name/,
    ],
    [
      "state-machine",
      "a text",
      machine(
        '        {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "«C»"}}}\n',
        "DefinitionString: |",
      ).replace("|:", "|"),
      /no state C here \(“MISSING_TRANSITION_TARGET”\)/,
    ],
    [
      "state-machine",
      "a text with variables",
      machine(
        '        {"StartAt": "A", "States": {"«A»": {"Type": "Task", "Resource": "arn:${AWS::Partition}:states:::sns:publish"}}}\n',
        "DefinitionString: !Sub |",
      ).replace("|:", "|"),
      /needs Next, or End/,
    ],
    [
      "state-machine",
      "a text whose values and names can't be told",
      machine(
        '        {"StartAt": "${First}", "States": {"A": {"Type": "Wait", "Seconds": ${Time}, "Next": "${Next}"}}}\n',
        "DefinitionString: !Sub |",
      ).replace("|:", "|"),
    ],
    [
      "state-machine",
      "a text that is no JSON",
      machine("        {«StartAt»:\n", "DefinitionString: |").replace("|:", "|"),
      /“INVALID_JSON_DESCRIPTION”/,
    ],
    [
      "state-machine",
      "a substitution that is not there",
      machine(
        '        StartAt: A\n        States: {A: {Type: Task, Resource: "«${Func}»", Next: B}, B: {Type: Task, Resource: "${Fun}", End: true}}\n      DefinitionSubstitutions: {Fun: a}\n',
      ),
      /DefinitionSubstitutions has no Func \(“SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN”\)/,
    ],
    [
      "state-machine",
      "a substitution that is not there, in what a task gets",
      machine(
        '        StartAt: A\n        States: {A: {Type: Pass, Result: {T: "«${Table}»", U: "${Topic}"}, End: true}}\n      DefinitionSubstitutions: {Topic: a}\n',
      ),
      /has no Table, so \$\{Table\} stays in the definition/,
      "warning",
    ],
    [
      "event-pattern",
      "sources with capitals, and those of partners",
      pattern("source: [«aws.EC2», aws.ec2, aws.partner/Auth0.com, Mine], detail-type: [A]"),
      /it is aws\.ec2/,
      "warning",
    ],
    [
      "event-pattern",
      "values without a list, an empty list, an operator",
      pattern("source: «aws.ec2», detail: {state: «[]», name: [{«prefx»: a}], time: [{exists: true}]}").replace(
        "state: «[]»",
        "«state»: []",
      ),
      /“Event pattern is not valid\. Reason: /,
      "error",
    ],
    [
      "event-pattern",
      "a field that events do not have",
      pattern("source: [aws.ec2], «detailType»: [a]"),
      /Did you mean detail-type/,
      "warning",
    ],
    [
      "event-pattern",
      "all that matches",
      pattern('source: !Ref Sources, detail: {$or: [{a: [1]}, {b: [{anything-but: {prefix: x}}]}], c: [""]}'),
    ],
    [
      "event-pattern",
      "an event of SAM",
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Events:\n        E: {Type: EventBridgeRule, Properties: {Pattern: {source: «aws.ec2»}}}\n",
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
