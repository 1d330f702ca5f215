import assert from "node:assert/strict";
import { otherAttributes } from "../../src/features/otherAttributes.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { applied } from "../../src/text/edit.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { found } from "../rules/checkRule.ts";

const catalogue = loadCatalogue();

interface Row {
  readonly type: string;
  readonly value: string;
  /** What is offered: the fix of the finding, then the others, each as the value that it makes. */
  readonly offered: readonly string[];
  readonly message: RegExp;
  readonly titles?: readonly string[];
}

const ROWS: readonly Row[] = [
  {
    type: "AWS::SNS::Topic",
    value: "!GetAtt It.Arn",
    offered: [
      "!GetAtt It.TopicArn",
      "!Ref It",
      "!GetAtt It.TopicName",
      "!GetAtt It.SignatureVersion",
      "!GetAtt It.KmsMasterKeyId",
    ],
    message: /mean TopicArn\? Ref gives TopicArn\.$/,
    titles: ["Change to !Ref It", "Change to TopicName", "Change to SignatureVersion", "Change to KmsMasterKeyId"],
  },
  {
    type: "AWS::SQS::Queue",
    value: "!Sub '${It.Url}/x'",
    offered: [
      "!Sub '${It.QueueUrl}/x'",
      "!Sub '${It}/x'",
      "!Sub '${It.Arn}/x'",
      "!Sub '${It.QueueName}/x'",
      "!Sub '${It.FifoThroughputLimit}/x'",
    ],
    message: /mean QueueUrl\?/,
  },
  {
    type: "AWS::IAM::Role",
    value: "{Fn::GetAtt: [It, Name]}",
    offered: ["!Ref It", "{Fn::GetAtt: [It, Arn]}", "{Fn::GetAtt: [It, RoleId]}"],
    message: /It has Arn, RoleId\. Ref gives RoleName\.$/,
  },
  {
    type: "AWS::EC2::EIP",
    value: "!GetAtt It.Arn",
    offered: ["!GetAtt It.PublicIp", "!GetAtt It.AllocationId"],
    message: /It has PublicIp, AllocationId\.$/,
  },
];

const FREE = ["!GetAtt It.FifoThroughputLimit", "!GetAtt It.KmsMasterKeyId"];

/** What is offered for a function without an attribute. */
const WITHOUT: readonly (readonly [value: string, offered: readonly string[]])[] = [
  ["!GetAtt It", ["!Ref It", "!GetAtt It.Arn", "!GetAtt It.QueueName", "!GetAtt It.QueueUrl", ...FREE]],
  ["{Fn::GetAtt: [It]}", ["!Ref It", "!GetAtt It.Arn", "!GetAtt It.QueueName", "!GetAtt It.QueueUrl", ...FREE]],
  ["!GetAtt Other", []],
  ["!Join It", []],
];

describe("otherAttributes", () => {
  for (const [value, offered] of WITHOUT) {
    it(`offers attributes for ${value}`, () => {
      const text = `Resources:\n  It:\n    Type: AWS::SQS::Queue\nOutputs:\n  A:\n    Value: ${value}\n`;
      const finding = found(text).find(({ code }) => code === "function-arguments");
      assert.ok(finding !== undefined);
      const results = otherAttributes(parse(text), catalogue, finding).map(({ edit }) => applied(text, [edit]));
      assert.deepEqual(
        results.map((one) => /Value: (.*)\n$/.exec(one)?.[1]),
        offered,
      );
    });
  }

  for (const { type, value, offered, message, titles } of ROWS) {
    it(`offers what ${type} has for ${value}`, () => {
      const text = `Resources:\n  It:\n    Type: ${type}\nOutputs:\n  A:\n    Value: ${value}\n`;
      const finding = found(text).find(({ code }) => code === "unknown-get-att");
      assert.ok(finding !== undefined);
      assert.match(finding.message, message);
      const actions = otherAttributes(parse(text), catalogue, finding);
      const edits = [...(finding.fix === undefined ? [] : [finding.fix.edits]), ...actions.map(({ edit }) => [edit])];
      const results = edits.map((one) => applied(text, one));
      assert.deepEqual(
        results.map((one) => /Value: (.*)\n$/.exec(one)?.[1]),
        offered,
      );
      for (const one of results) assert.ok(!found(one).some(({ code }) => code === "unknown-get-att"));
      if (titles !== undefined)
        assert.deepEqual(
          actions.map(({ title }) => title.en),
          titles,
        );
    });
  }

  it("lists as many as fit into a message, the likeliest first", () => {
    const text =
      "Resources:\n  It:\n    Type: AWS::RDS::DBInstance\nOutputs:\n  A:\n    Value: !GetAtt It.Address\n  B:\n    Value: !GetAtt It.Arn\n";
    const messages = found(text).flatMap(({ code, message }) => (code === "unknown-get-att" ? [message] : []));
    assert.match(
      messages[0] ?? "",
      /It has Endpoint\.Address, ListenerEndpoint\.Address(?:, [\w.]+){4} and \d+ more\.$/,
    );
    assert.match(messages[1] ?? "", /mean DBInstanceArn\?$/);
  });

  it("offers Ref in JSON as JSON", () => {
    const text =
      '{"Resources": {"It": {"Type": "AWS::SNS::Topic"}}, "Outputs": {"A": {"Value": {"Fn::GetAtt": ["It", "Arn"]}}}}';
    const [finding] = found(text).filter(({ code }) => code === "unknown-get-att");
    const [ref] = finding === undefined ? [] : otherAttributes(parse(text), catalogue, finding);
    assert.equal(ref && applied(text, [ref.edit]), text.replace('{"Fn::GetAtt": ["It", "Arn"]}', '{"Ref": "It"}'));
  });
});
