import assert from "node:assert/strict";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { signalLenses } from "../../src/features/signalLenses.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { drawn, withSpans } from "../marked.ts";

/** Lenses are drawn where they stand; their texts, in English and Japanese, follow in order. */
function check(source: string, texts: readonly (readonly [string, string])[]): void {
  const { text } = withSpans(source);
  const lenses = signalLenses(bootstrapGraph(parse(text)));
  const spans = lenses.map(({ span }) => span);
  assert.equal(drawn(text, spans), source);
  assert.deepEqual(
    lenses.map(({ text: { en, ja } }) => [en, ja]),
    texts,
  );
}

const SIGNAL = "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region ${AWS::Region}";
const script = (lines: string): string => `    Properties:
      UserData:
        Fn::Base64: !Sub |
          #!/bin/bash
          ${lines}
`;

const cases: [string, string, [string, string][]][] = [
  [
    "an instance that signals itself",
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    «CreationPolicy»:
      ResourceSignal: { Count: 2, Timeout: PT15M }
${script(SIGNAL)}`,
    [["2 signals in 15 min, from Web’s UserData", "15分以内にシグナル2個、送信元はWebのUserData"]],
  ],
  [
    "a group whose launch template signals, on creation and on updates",
    `Resources:
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    «CreationPolicy»: { ResourceSignal: { Timeout: PT1H30M } }
    UpdatePolicy:
      AutoScalingRollingUpdate:
        PauseTime: PT10M
        «WaitOnResourceSignals»: true
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: "1" }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            ${SIGNAL}
`,
    [
      ["1 signal in 1 h 30 min, from Launch’s UserData", "1時間30分以内にシグナル1個、送信元はLaunchのUserData"],
      [
        "1 signal from each new instance in 10 min, from Launch’s UserData",
        "新しいインスタンスごとに、10分以内にシグナル1個、送信元はLaunchのUserData",
      ],
    ],
  ],
  [
    "nothing signals",
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    «CreationPolicy»: { ResourceSignal: {} }
${script("yum -y update")}`,
    [
      [
        "1 signal in 5 min, but nothing in this template sends one",
        "5分以内にシグナル1個、このテンプレートに送信元がありません",
      ],
    ],
  ],
  [
    "a count from a parameter, a signal from cfn-init's command",
    `Parameters:
  Servers: { Type: Number, Default: 3 }
Resources:
  Web:
    Type: AWS::EC2::Instance
    "«CreationPolicy»": { ResourceSignal: { Count: !Ref Servers, Timeout: !Ref Nowhere } }
    Metadata:
      AWS::CloudFormation::Init:
        config:
          commands:
            signal:
              command: !Sub ${SIGNAL}
`,
    [["3 signals, from Web’s cfn-init metadata", "シグナル3個、送信元はWebのcfn-initメタデータ"]],
  ],
  [
    "a wait condition",
    `Resources:
  Handle: { Type: AWS::CloudFormation::WaitConditionHandle }
  «Ready»:
    Type: AWS::CloudFormation::WaitCondition
    Properties: { Handle: !Ref Handle, Timeout: "600" }
  Web:
    Type: AWS::EC2::Instance
${script("/opt/aws/bin/cfn-signal -e $? '${Handle}'")}`,
    [["1 signal in 10 min, from Web’s UserData", "10分以内にシグナル1個、送信元はWebのUserData"]],
  ],
  ["a policy that waits for no signal", "Resources:\n  Fleet:\n    CreationPolicy: { StartFleet: true }\n", []],
  ["half a policy", "Resources:\n  Web:\n    CreationPolicy:\n      Reso", []],
];

describe("signal lenses", () => {
  for (const [name, source, texts] of cases) it(name, () => check(source, texts));
});
