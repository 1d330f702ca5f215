import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { ValueType } from "../../../src/catalogue/types/catalogue.ts";
import { type Diagnostic, diagnostics } from "../../../src/features/diagnostics.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import type { Template } from "../../../src/model/template.ts";
import { runs } from "../../effort.ts";
import { describedRules } from "./describedRules.ts";
import { forgetfulCheck } from "./forgetfulCheck.ts";
import { exampleContext as context, ruleExamples } from "./ruleExamples.ts";

const rules = await describedRules();
const expectedIn = await forgetfulCheck();

/** Everything in it depends on something elsewhere: names, conditions, cycles, signals, security groups without a VPC. */
const TEMPLATE = `Parameters:
  Image: {Type: String}
  Stage: {Type: String}
  Password: {Type: String}
  Unused: {Type: String}
Mappings:
  Sizes: {prod: {Type: m7g.large}}
Conditions:
  Prod: !Equals [!Ref Stage, prod]
  Test: !Not [Condition: Prod]
Metadata:
  cfn-lint: {config: {ignore_checks: [W3010]}}
Resources:
  Fn::ForEach::Topics:
    - Name
    - [A, B]
    - Topic\${Name}:
        Type: AWS::SNS::Topic
        Properties: {DisplayName: !Ref Nme}
  First:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: x}
  Second:
    Type: AWS::EC2::SecurityGroup
    Condition: Prod
    Properties: {GroupDescription: !Ref First}
  Third:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: !Ref Second, VpcId: vpc-0123456789abcdef0}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SecurityGroups: [!Ref First, !Ref Third], Subnets: [a, b]}
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Count: 2, Timeout: PT15M}}
    Properties:
      ImageId: !Ref Image
      InstanceType: !FindInMap [Sizes, prod, Type]
      SecurityGroupIds: [!Ref First, !Ref Third]
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          /opt/aws/bin/cfn-init -s \${AWS::StackName} -r Web --region \${AWS::Region}
          /opt/aws/bin/cfn-signal -e $? --stack \${AWS::StackName} --resource Web --region \${AWS::Region}
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Metadata:
      cfn-lint: {config: {ignore_checks: [E3003]}}
    Properties:
      MinSize: "1"
      MaxSize: "1"
      LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: "1"}
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateData: {ImageId: !Ref Image}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      MasterUserPassword: !Ref Password
      Engine: !If [Prod, !If [Test, mysql, postgres], mysql]
Outputs:
  Address: {Value: !GetAtt Web.PublicIp, Export: {Name: address}}
  Group: {Value: !Ref Second, Export: {Name: address}}
`;

/** Several clusters of resources that have to do with each other in bootstrapping, which an edit may join or part. */
const SCRIPTS = `Parameters:
  Count: {Type: Number, Default: 1}
Resources:
${["One", "Two", "Three"]
  .map(
    (name, index, all) => `  ${name}:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Count: !Ref Count, Timeout: PT15M}}
    Metadata:
      AWS::CloudFormation::Init:
        configSets: {full: [setup]}
        setup:
          files:
            /etc/cfn/hooks.d/reload.conf:
              content: |
                [reload]
                path=Resources.${all[(index + 1) % 2]}.Metadata.AWS::CloudFormation::Init
                action=cfn-init -s \${AWS::StackName} -r ${name} -c full --region \${AWS::Region}
    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          cfn-init -s \${AWS::StackName} -r ${name} -c full --region \${AWS::Region}
          cfn-signal -e $? --stack \${AWS::StackName} --resource ${name} --region \${AWS::Region}
${index === 2 ? "" : "          cfn-signal -e 0 --stack ${AWS::StackName} --resource Table --region ${AWS::Region}\n"}`,
  )
  .join("")}  Table:
    Type: AWS::DynamoDB::Table
  Handle:
    Type: AWS::CloudFormation::WaitConditionHandle
  Wait:
    Type: AWS::CloudFormation::WaitCondition
    DependsOn: Launch
    Properties: {Handle: !Ref Handle, Timeout: "900", Count: 2}
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateName: web
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash -xe
            cfn-signal -e $? "\${Handle}"
            aws cloudformation signal-resource --stack-name \${AWS::StackName} --logical-resource-id Group --status SUCCESS --unique-id a
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    UpdatePolicy: {AutoScalingRollingUpdate: {WaitOnResourceSignals: true, MinInstancesInService: 2}}
    Properties:
      MinSize: "1"
      MaxSize: "2"
      LaunchTemplate: {LaunchTemplateName: web, Version: "1"}
  Other:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy: {ResourceSignal: {Count: 3}}
    Properties: {MinSize: "1", MaxSize: "1", LaunchTemplate: {LaunchTemplateId: !Ref Launch, Version: "1"}}
`;

/** Functions and APIs of SAM that depend on each other and on Globals, and values that conditions exclude. */
const SERVERLESS = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Range: {Type: String, Default: none, AllowedValues: [none, 10.0.0.0/16]}
  Vpc: {Type: String, Default: none, AllowedValues: [none, vpc-0123456789abcdef0]}
Conditions:
  HasRange: !Not [!Equals [!Ref Range, none]]
  HasVpc: !Not [!Equals [none, !Ref Vpc]]
Globals:
  Function:
    Runtime: python3.14
    AutoPublishAlias: live
    CapacityProviderConfig: {Arn: x}
  Api:
    Auth: {Authorizers: {Pool: {UserPoolArn: x}}}
Resources:
  List:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: a.b
      DeploymentPreference: {Type: AllAtOnce, Alarms: [!Ref Alarm]}
      CapacityProviderConfig: {PerExecutionEnvironmentMaxConcurrency: 1}
      Events:
        Get: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api, Auth: {Authorizer: Pool}}}
        Post: {Type: Api, Properties: {Path: /a, Method: post, RestApiId: !Ref Api, Auth: {Authorizer: None}}}
        Daily: {Type: Schedule, Properties: {Schedule: rate(1 day), DeadLetterConfig: {Type: SQS, QueueLogicalId: Failed}}}
  Search:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Role: !GetAtt ListRole.Arn
      Events:
        Get: {Type: Api, Properties: {Path: /a, Method: get, RestApiId: !Ref Api}}
  Api:
    Type: AWS::Serverless::Api
    Properties: {StageName: p, Name: !Ref Failed, Models: {User: {type: object}}}
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Dimensions: [{Name: F, Value: !Ref List}]}
  Ingress:
    Type: AWS::EC2::SecurityGroupIngress
    Condition: HasRange
    Properties: {IpProtocol: "-1", CidrIp: !Ref Range, GroupId: sg-0123456789abcdef0}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: x, VpcId: !If [HasVpc, !Ref Vpc, !Ref AWS::NoValue]}
`;

/** Values that conditions choose, of which one case is wrong; and conditions that exclude resources and each other. */
const CHOOSING = `Parameters:
  Stage: {Type: String, AllowedValues: [dev, prod]}
  Other: {Type: String}
Conditions:
  Prod: !Equals [!Ref Stage, prod]
  Dev: !Equals [!Ref Stage, dev]
  Both: !And [Condition: Prod, !Equals [!Ref Other, x]]
Rules:
  Always: {Assertions: [{Assert: !Not [!Equals [!Ref Other, y]]}]}
Resources:
  Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !If [Prod, 10.0.0.0/16, 10.1.0.0/16]}}
  Left: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network, CidrBlock: 10.0.0.0/24, AvailabilityZone: !If [Both, us-east-1a, us-east-1b]}}
  Right: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1b}}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Scheme: internal, Subnets: [!Ref Left, !Ref Right]}}
  Role:
    Type: AWS::IAM::Role
    Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: !If [Prod, lambda.amazonaws.com, ec2.amazonaws.com]}}]}}
  First: {Type: AWS::Lambda::Function, Condition: Prod, Properties: {Role: !GetAtt Role.Arn, Code: {S3Bucket: b, S3Key: k}}}
  Second: {Type: AWS::Lambda::Function, Properties: {Role: !If [Dev, !GetAtt Role.Arn, !Ref Other], Code: {S3Bucket: b, S3Key: k}}}
  Allowed: {Type: AWS::Lambda::Permission, Condition: Dev, Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref Second, Principal: s3.amazonaws.com}}
  Bucket:
    Type: AWS::S3::Bucket
    DependsOn: Allowed
    Properties: {NotificationConfiguration: {LambdaConfigurations: [{Event: "s3:ObjectCreated:*", Function: !If [Both, !GetAtt First.Arn, !GetAtt Second.Arn]}]}}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties: {Bucket: !Ref Bucket, PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: !If [Dev, !GetAtt Bucket.Arn, !Sub "\${Bucket.Arn}/*"]}]}}
`;

/** A word of the template takes the place of another one, or lines are moved, doubled or taken out. */
const edit = fc.record({
  kind: fc.constantFrom("word", "word", "word", "double", "remove", "break"),
  at: fc.nat(),
  with: fc.nat(),
});

const WORD = /[A-Za-z][\w:-]*/g;

interface Edit {
  readonly kind: string;
  readonly at: number;
  readonly with: number;
}

function edited(text: string, { kind, at, with: other }: Edit): string {
  if (kind === "word") {
    const words = [...text.matchAll(WORD)];
    const from = words[at % words.length];
    const to = words[other % words.length];
    if (from === undefined || to === undefined) return text;
    return text.slice(0, from.index) + to[0] + text.slice(from.index + from[0].length);
  }
  const lines = text.split("\n");
  const line = at % lines.length;
  const count = 1 + (other % 6);
  if (kind === "double") lines.splice(line, 0, ...lines.slice(line, line + count));
  else if (kind === "remove") lines.splice(line, count);
  else lines.splice(line, 0, "  broken: 'text");
  return lines.join("\n");
}

/** So many further resources that the entries come in several chunks. */
const MANY = Array.from({ length: 150 }, (_, index) => `  Queue${index}:\n    Type: AWS::SQS::Queue\n`).join("");

/**
 * What is found in a text that was parsed anew after an edit is what is found in the text itself.
 *
 * @param before the text before the edit
 */
function checkFindings(parsed: Template, before: string): void {
  const { text } = parsed;
  const expected = expectedIn(text).map(comparable);
  // As if somebody typed, now and then.
  if (text.length % 2 === 0) checkCertainFindings(parsed, expected);
  const found = diagnostics(parsed, context).map(comparable);
  if (isDeepStrictEqual(found, expected)) return;
  const shown = ({ code, span, message }: Diagnostic): string =>
    `${text.slice(0, span.start).split("\n").length}: ${code} «${text.slice(span.start, span.end)}» ${message}`;
  const [has, wanted] = [found.map(shown), expected.map(shown)];
  const missing = wanted.filter((one) => !has.includes(one));
  const extra = has.filter((one) => !wanted.includes(one));
  const wrong = new Set([...missing, ...extra].map((one) => /: (\S+)/.exec(one)?.[1]));
  assert.deepEqual(
    { missing, extra },
    { missing: [], extra: [] },
    [
      `After an edit the findings of ${[...wrong].join(", ")} are not those of the text: what is kept of the rule depends on something that is not recorded.`,
      `The edit:\n${changedLines(before, text)}`,
      `Missing:\n${missing.join("\n") || "(none)"}`,
      `Extra:\n${extra.join("\n") || "(none)"}`,
      `The text before the edit:\n${before}`,
    ].join("\n\n"),
  );
  // The same lines: another order, severity, fix or related place.
  assert.deepEqual(found, expected, `After this edit findings differ in part:\n${changedLines(before, text)}`);
}

/** While somebody types, what conditions choose and defaults say is put off; all else is found. */
function checkCertainFindings(parsed: Template, expected: readonly Diagnostic[]): void {
  const isCertain = ({ isOfCase }: Diagnostic): boolean => !isOfCase;
  const found = diagnostics(parsed, { ...context, putOff: () => undefined });
  assert.deepEqual(found.filter(isCertain).map(comparable), expected.filter(isCertain));
}

/** The types of both catalogues are of two classes: with all that they say, and what is in them by name. */
function comparable(found: Diagnostic): Diagnostic {
  const { fix } = found;
  if (fix?.adds === undefined) return found;
  return { ...found, fix: { ...fix, adds: { ...fix.adds, type: comparableType(fix.adds.type) as ValueType } } };
}

function comparableType(type: ValueType): object {
  if (type.kind === "list") return { ...type, items: comparableType(type.items) };
  if (type.kind === "map") return { ...type, values: comparableType(type.values) };
  if (type.kind === "union") return { ...type, of: type.of.map(comparableType) };
  if (type.kind !== "object") return type;
  const { name, url, documentation, properties, additional, exclusive, oneOf, needs } = type.object;
  return {
    kind: type.kind,
    name,
    url,
    documentation,
    additional,
    exclusive,
    oneOf,
    needs,
    properties: [...properties.keys()],
  };
}

/** Makes edits one after the other, and goes back through the states between them. */
function checkEdits(template: string, edits: readonly Edit[]): void {
  let text = template;
  let parsed = parse(text);
  diagnostics(parsed, context);
  const states: string[] = [];
  for (const change of edits) {
    const before = text;
    states.push(before);
    text = edited(text, change);
    parsed = parse(text, parsed);
    // Somebody who types fast is not told of each state.
    if (change.with % 3 === 0) continue;
    checkFindings(parsed, before);
  }
  checkStates(parsed, states.reverse());
}

/** Goes from one state of a text to the next. */
function checkStates(first: Template, states: readonly string[]): void {
  let parsed = first;
  for (const state of states) {
    const before = parsed.text;
    parsed = parse(state, parsed);
    checkFindings(parsed, before);
  }
}

/** The lines that an edit takes away (-) and puts there (+), with the number of the first one. */
function changedLines(before: string, after: string): string {
  const [old, current] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < current.length && old[start] === current[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, current.length) - start && old.at(-1 - end) === current.at(-1 - end)) end++;
  return [
    `line ${start + 1}`,
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...current.slice(start, current.length - end).map((line) => `+ ${line}`),
  ].join("\n");
}

describe("diagnostics after edits", () => {
  for (const [name, template, times] of [
    ["a template", TEMPLATE, 150],
    ["one of scripts", SCRIPTS, 150],
    ["one of SAM", SERVERLESS, 150],
    ["one of conditions", CHOOSING, 150],
    ["a long one", TEMPLATE.replace("Outputs:", `${MANY}Outputs:`), 15],
  ] as const)
    it(`are the same as those of the text itself: ${name}`, function () {
      this.timeout(120_000);
      const run = fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => checkEdits(template, edits));
      fc.assert(run, { numRuns: runs(times) });
    });

  it("know a resource that is written twice from two", () => {
    const text = TEMPLATE.replace(
      "  Third:\n    Type: AWS::EC2::SecurityGroup\n",
      (third) => `${third}    Condition: Prod\n`,
    );
    const parsed = parse(text);
    diagnostics(parsed, context);
    checkStates(parsed, [text.replace("  Third:", "  Second:"), text]);
  });

  it("know what is so by default from what no longer is", () => {
    const text = `Parameters:
  P: {Type: String, Default: ec2.amazonaws.com}
Resources:
  F: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt R.Arn, Code: {S3Bucket: b, S3Key: k}}}
  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: !Ref P}}]}}}
`;
    const parsed = parse(text);
    diagnostics(parsed, context);
    checkStates(parsed, [
      text.replace(", Default: ec2.amazonaws.com", ""),
      text,
      text.replace("ec2.", "lambda."),
      text,
    ]);
  });

  it("tell two copies of a resource apart by default, too", () => {
    const copy = "  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: !Ref P}}\n";
    const text = `Parameters:
  P: {Type: String, Default: 10.0.1.0/24}
Resources:
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.1.0/24}}
${copy}`;
    const parsed = parse(text);
    diagnostics(parsed, context);
    checkStates(parsed, [`${text}${copy}`, text]);
  });

  it("know what others signal to a resource that is not there", () => {
    const script = (name: string, code: string): string => `  ${name}:
    Type: AWS::EC2::Instance
    Properties:
      UserData:
        Fn::Base64: !Sub cfn-signal -e ${code} --stack \${AWS::StackName} --resource Nobody --region \${AWS::Region}
`;
    const text = `Resources:\n${script("One", "0")}${script("Two", "$?")}`;
    const parsed = parse(text);
    diagnostics(parsed, context);
    checkStates(parsed, [text.replace("-e 0", "--exit-code 0"), text.replace("-e $?", "-e 0"), text]);
  });

  it("find much in those templates", () => {
    const codes = new Set(diagnostics(parse(TEMPLATE), context).map(({ code }) => code));
    for (const code of ["unused-parameter", "ref-format", "secret-no-echo", "image-parameter", "conditional-target"])
      assert.ok(codes.has(code), code);
    assert.ok(codes.has("duplicate-export") && codes.has("unreachable-branch"), [...codes].join(" "));
    const ofScripts = diagnostics(parse(SCRIPTS), context).filter(({ code }) => code.startsWith("bootstrap-"));
    const found = new Set(ofScripts.map(({ code }) => code));
    assert.ok(found.size > 7, [...found].join(" "));
  });
});

/** A longer text is not edited at random. */
const LONGEST = 5000;

/** Every rule meets edits here, so that none that is added can keep what it should not. */
describe("what a rule finds in its examples", () => {
  for (const rule of rules)
    it(`is the same after edits: ${rule.code}`, () => {
      const { bad, good } = ruleExamples(rule);
      const states = [...bad, ...good, ...bad.toReversed()].map(({ template }) => template);
      const [first = ""] = states;
      const parsed = parse(first);
      const found = diagnostics(parsed, context).map(({ code }) => code);
      assert.ok(
        [rule.code, ...rule.others].some((code) => found.includes(code)),
        found.join(", "),
      );
      // All that stands behind a line moves with it, and says the same.
      checkStates(
        parsed,
        states.flatMap((state) => [`\n\n${state}`, state]),
      );
      if (first.length > LONGEST) return;
      for (const state of new Set(states)) {
        const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
        fc.assert(
          fc.property(edits, (changes) => checkEdits(state, changes)),
          { numRuns: runs(10) },
        );
      }
    });
});
