import { checkRows } from "../checkRule.ts";

const of = (context: string, type = "AWS::SQS::Queue"): string =>
  `Resources:\n  A:\n    Type: ${type}\n    Metadata:\n      com.aws.cloudformation.Context:\n        ${context}\n`;
const template = (context: string): string =>
  `Metadata:\n  com.aws.cloudformation.Context:\n    ${context}\nResources:\n  A: {Type: AWS::SQS::Queue}\n`;

describe("metadata-context", () => {
  checkRows([
    [
      "metadata-context",
      "all that there is",
      of(
        "{why: a, must: [b], mutable: free-to-tune, mutability: {QueueName: must-never-change}, trust: {src: authored, conf: high, cite: c, note: d}, deps: [e]}",
      ),
    ],
    ["metadata-context", "a level", of("mutable: «never»")],
    ["metadata-context", "a level of a property", of("mutability: {QueueName: «fixed»}")],
    ["metadata-context", "a property that the type lacks", of("mutability: {«TopicName»: free-to-tune}")],
    ["metadata-context", "any property of a custom resource", of("mutability: {Any: free-to-tune}", "Custom::Thing")],
    ["metadata-context", "a key", of("«reason»: x")],
    ["metadata-context", "a text in place of a list", of("must: «x»")],
    ["metadata-context", "trust without conf", of("trust: «{src: authored}»")],
    ["metadata-context", "the template's own", template("{arch: a, must: [b], ref: [c.md, {at: d.md}], owner: e}")],
    ["metadata-context", "a key of the template's own", template("«why»: x")],
    ["metadata-context", "a reference without its place", template("ref: [«{has: x}»]")],
    ["metadata-context", "other metadata", "Metadata:\n  Any: {why: [x]}\nResources:\n  A: {Type: AWS::SQS::Queue}\n"],
  ]);
});
