import { check, type Expected } from "../completionCheck.ts";

const TASK =
  "Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      RequiresCompatibilities:\n        - FARGATE\n";
const SERVER =
  "Resources:\n  Server:\n    Type: AWS::EC2::Instance\n    Properties:\n      Tags:\n        - Key: a\n          Value: b\n";

const CASES: readonly [name: string, source: string, expected: Expected][] = [
  [
    "are offered behind a list of values, and take the line to their column",
    `${TASK}        Netw<|>\n`,
    { apply: ["NetworkMode", `${TASK}      NetworkMode: \n`] },
  ],
  ["are offered in the column of an item's dash", `${SERVER}        Imag<|>\n`, { has: "ImageId" }],
  ["are offered in the column of an item's keys", `${SERVER}          Imag<|>\n`, { has: "ImageId" }],
  ["can be the resource's own", `${SERVER}          Depe<|>\n`, { has: "DependsOn" }],
  ["can be sections", `${SERVER}          Outp<|>\n`, { has: "Outputs" }],
  ["are not offered if the map has them", `${SERVER}          Imag<|>\n      ImageId: a\n`, { none: true }],
  [
    "are not offered between two items",
    `${SERVER}        Imag<|>\n        - Key: c\n          Value: d\n`,
    { none: true },
  ],
  ["are not offered between two keys of an item", `${SERVER}          Imag<|>\n          More: x\n`, { none: true }],
  [
    "are not offered where one of the map itself is meant",
    "Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Dep<|>\nOutputs: {}\n",
    { has: "DependsOn", lacks: "Outputs" },
  ],
  ["are not offered for a name of one's own", "Parameters:\n  Stage:\n    Type: String\n  Outp<|>\n", { none: true }],
  ["are not offered in a text of several lines", "Description: A template that\n  outp<|>\n", { none: true }],
  ["are not offered beside other words", `${TASK}        the Netw<|>\n`, { none: true }],
];

describe("keys of the maps around", () => {
  for (const [name, source, expected] of CASES) it(name, () => check(source, expected));
});
