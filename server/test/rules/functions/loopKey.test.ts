import { checkRows } from "../checkRule.ts";

const CODE = "loop-key";
const looped = (key: string, list: string, more = ""): string => `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Queues:
    - Name
    - ${list}
    - ${key}:
        Type: AWS::SQS::Queue
${more}`;
const queue = (name: string): string => `  ${name}:\n    Type: AWS::SQS::Queue\n`;
const second = (key: string): string =>
  `  Fn::ForEach::More:\n    - N\n    - [A, C]\n    - ${key}:\n        Type: AWS::SNS::Topic\n`;

describe("keys that loops make", () =>
  checkRows([
    [
      CODE,
      "a resource of that name",
      looped("«Queue${Name}»", "[A, B]", queue("QueueA")),
      /“Duplicate key 'QueueA' when merging/,
      "error",
    ],
    [CODE, "resources of other names", looped("Queue${Name}", "[A, B]", queue("QueueC"))],
    [CODE, "a key without the variable", looped("«Queue»", "[A, B]"), /makes Queue, and/, "error"],
    [CODE, "a key without the variable of one element", looped("Queue", "[A]")],
    [CODE, "an element twice", looped("«Queue${Name}»", "[A, B, A]"), /makes QueueA, and/, "error"],
    [
      CODE,
      "elements that only differ in what is left out",
      looped('«"Queue&{Name}"»', "[a-b, ab]").replace('«"', '"«').replace('"»', '»"'),
      /makes Queueab, and/,
      "error",
    ],
    [CODE, "another loop", looped("Queue${Name}", "[A, B]", second("«Queue${N}»")), /makes QueueA, and/, "error"],
    [CODE, "another loop with other names", looped("Queue${Name}", "[A, B]", second("Topic${N}"))],
    [
      CODE,
      "a list that is not known",
      `Parameters:\n  P: {Type: CommaDelimitedList}\n${looped("Queue${Name}", "!Ref P", queue("QueueA"))}`,
    ],
    [
      CODE,
      "outputs",
      `${looped("Queue${Name}", "[A, B]")}Outputs:\n  Fn::ForEach::Urls:\n    - Name\n    - [A, B]\n    - «Url»:\n        Value: !Ref\n          Fn::Sub: Queue\${Name}\n`,
      /makes Url, and/,
      "error",
    ],
  ]));
