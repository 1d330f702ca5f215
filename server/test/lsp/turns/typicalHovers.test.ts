import assert from "node:assert/strict";
import { typicalHovers } from "../../../src/lsp/warmUp.ts";
import { parse } from "../../../src/model/reading/parse.ts";

/** The text up to each place, from the last space or bracket on. */
function hovered(text: string): readonly (string | undefined)[] {
  return typicalHovers(parse(text)).map((place) => /[^\s[{]*$/.exec(text.slice(0, place))?.[0]);
}

describe("typical places to hover", () => {
  it("are types, and keys and functions that were not seen before, with what stands there", () => {
    const text = `Resources:
  A:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub a
      Tags: [{ Key: k, Value: !Ref P }]
  B:
    Type: AWS::SNS::Topic
    DependsOn: A
    Properties:
      Tags: [{ Key: k, Value: !Ref P }]
  C:
    Type: AWS::SNS::Topic
    Condition: Never
`;
    assert.deepEqual(hovered(text), [
      "AWS::SQS::Queue",
      "Properties",
      "QueueName",
      "!Sub",
      "a",
      "Tags",
      "Key",
      "k",
      "Value",
      "!Ref",
      "P",
      "AWS::SNS::Topic",
      "DependsOn",
      "A",
    ]);
  });

  it("are none where there is no resource, and not too many of a huge one", () => {
    assert.deepEqual(hovered("Outputs:\n  A:\n    Value: a\n"), []);
    const keys = Array.from({ length: 1000 }, (_, index) => `      K${index}: v\n`).join("");
    const many = hovered(`Resources:\n  A:\n    Type: AWS::SQS::Queue\n    Properties:\n${keys}`);
    assert.ok(many.length > 50 && many.length < 500);
  });
});
