import assert from "node:assert/strict";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { scriptHints } from "../../src/features/scriptHints.ts";
import { parse } from "../../src/model/reading/parse.ts";

/** A hint is drawn as `«text»` behind its place. */
function check(expected: string): void {
  const text = expected.replaceAll(/«[^»]*»/g, "");
  const hints = scriptHints(bootstrapGraph(parse(text)), { start: 0, end: text.length });
  let result = "";
  let at = 0;
  for (const hint of hints) {
    result += `${text.slice(at, hint.offset)}«${hint.text.en}»`;
    at = hint.offset;
  }
  assert.equal(result + text.slice(at), expected);
}

const cases: [string, string][] = [
  [
    "resources, configSets and timeouts",
    `Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy:
      ResourceSignal: { Count: 2, Timeout: PT15M«15 min» }
    UpdatePolicy:
      AutoScalingRollingUpdate: { PauseTime: "PT5M"«5 min», WaitOnResourceSignals: true }
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: 1 }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Metadata:
      AWS::CloudFormation::Init:
        configSets: { full: [ install, setup ] }
        install: {}
        setup: {}
    Properties:
      LaunchTemplateData:
        UserData:
          Fn::Base64: !Sub |
            #!/bin/bash
            TARGET=Group
            cfn-init --stack \${AWS::StackName} --resource Launch«→ AWS::EC2::LaunchTemplate» -c full«→ install, setup» --region x
            cfn-signal -e $? --stack \${AWS::StackName} --resource "$TARGET"«= Group: 2 signals in 15 min» --region x
`,
  ],
  [
    "JSON, a timeout from a parameter",
    `{ "Parameters": { "Time": { "Type": "String", "Default": "PT20M" } },
  "Resources": { "Web": { "Type": "AWS::EC2::Instance",
    "CreationPolicy": { "ResourceSignal": { "Timeout": { "Ref": "Time" }«20 min» } },
    "Properties": { "UserData": { "Fn::Base64": { "Fn::Join": ["", ["cfn-signal --stack ", { "Ref": "AWS::StackName" }, " --resource Web«→ 1 signal in 20 min» --region x\\n"]] } } } } } }
`,
  ],
  [
    "names of nothing, half a call",
    "Resources:\n  Web:\n    CreationPolicy: { ResourceSignal: { Timeout: soon } }\n    Properties: { UserData: 'cfn-signal --resource Wep --stack' }\n",
  ],
];

describe("script hints", () => {
  for (const [name, source] of cases) it(name, () => check(source));

  it("gives those of a range only", () => {
    const [[, source = ""] = []] = cases;
    const text = source.replaceAll(/«[^»]*»/g, "");
    const hints = scriptHints(bootstrapGraph(parse(text)), { start: text.indexOf("PT15M"), end: text.indexOf("PT5M") });
    assert.deepEqual(
      hints.map((hint) => hint.text.en),
      ["15 min"],
    );
  });
});
