import assert from "node:assert/strict";
import { findings } from "./found.ts";

/** The source after the fix of the finding with that code. */
function check(source: string, code: string, expected: string | undefined): void {
  const found = findings(source).filter((finding) => finding.code === `bootstrap-${code}`);
  assert.equal(found.length, 1, "one finding of that code");
  assert.equal(found[0]?.fixed, expected);
}

function instance(script: string, policy = "    CreationPolicy: { ResourceSignal: {} }\n"): string {
  return `Resources:
  Web:
    Type: AWS::EC2::Instance
${policy}    Properties:
      UserData:
        Fn::Base64: !Sub |
          ${script.replace(/\n/g, "\n          ")}
`;
}

const END = "--stack ${AWS::StackName} --region ${AWS::Region}";

const cases: [string, string, string, string | undefined][] = [
  [
    "the resource that the script runs on",
    "signal-unknown-resource",
    instance(`cfn-signal -e $? --resource Server ${END}`),
    instance(`cfn-signal -e $? --resource Web ${END}`),
  ],
  [
    "within quotes",
    "signal-unknown-resource",
    instance(`cfn-signal -e $? --resource "Server" ${END}`),
    instance(`cfn-signal -e $? --resource "Web" ${END}`),
  ],
  [
    "in the assignment to the variable",
    "signal-unknown-resource",
    instance(`RES='Server'\nwork\ncfn-signal -e $? --resource $RES ${END}`),
    instance(`RES='Web'\nwork\ncfn-signal -e $? --resource $RES ${END}`),
  ],
  [
    "a CreationPolicy",
    "signal-not-awaited",
    instance(`cfn-signal -e $? --resource Web ${END}`, ""),
    instance(`cfn-signal -e $? --resource Web ${END}`, "").replace(
      "    Type:",
      "    CreationPolicy:\n      ResourceSignal:\n        Count: 1\n        Timeout: PT15M\n    Type:",
    ),
  ],
  [
    "a trap",
    "errexit",
    instance(`#!/bin/bash -xe\nwork\ncfn-signal -e $? --resource Web ${END}`),
    instance(`#!/bin/bash -xe\ntrap 'cfn-signal -e $? --resource Web ${END}' EXIT\nwork`),
  ],
  [
    "a region",
    "missing-option",
    instance("work\ncfn-signal -e $? --stack ${AWS::StackName} --resource Web\nexit"),
    instance("work\ncfn-signal -e $? --stack ${AWS::StackName} --resource Web --region ${AWS::Region}\nexit"),
  ],
  [
    "a region behind a quoted word",
    "missing-option",
    instance('work\ncfn-signal -e $? --stack ${AWS::StackName} --resource "Web" || exit'),
    instance('work\ncfn-signal -e $? --stack ${AWS::StackName} --resource "Web" --region ${AWS::Region} || exit'),
  ],
  [
    "no Sub, no region",
    "missing-option",
    instance("work\ncfn-signal -e $? --stack $STACK --resource Web").replace("!Sub ", ""),
    undefined,
  ],
  [
    "a duration",
    "timeout",
    instance(
      `work\ncfn-signal -e $? --resource Web ${END}`,
      "    CreationPolicy: { ResourceSignal: { Timeout: 20M } }\n",
    ),
    instance(
      `work\ncfn-signal -e $? --resource Web ${END}`,
      "    CreationPolicy: { ResourceSignal: { Timeout: PT20M } }\n",
    ),
  ],
  [
    "Count",
    "signal-count",
    instance(
      `work\ncfn-signal -e $? --resource Web ${END}`,
      "    CreationPolicy: { ResourceSignal: { Count: '3' } }\n",
    ),
    instance(`work\ncfn-signal -e $? --resource Web ${END}`, "    CreationPolicy: { ResourceSignal: { Count: 1 } }\n"),
  ],
  [
    "in JSON",
    "signal-not-awaited",
    '{\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",\n      "Properties": { "UserData": { "Fn::Base64": { "Fn::Sub": "cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region x" } } }\n    }\n  }\n}\n',
    '{\n  "Resources": {\n    "Web": {\n      "CreationPolicy": {\n        "ResourceSignal": {\n          "Count": 1,\n          "Timeout": "PT15M"\n        }\n      },\n      "Type": "AWS::EC2::Instance",\n      "Properties": { "UserData": { "Fn::Base64": { "Fn::Sub": "cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region x" } } }\n    }\n  }\n}\n',
  ],
];

describe("fixes of bootstrap rules", () => {
  for (const [name, code, source, expected] of cases) it(`${code}: ${name}`, () => check(source, code, expected));
});
