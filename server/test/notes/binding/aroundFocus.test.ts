import assert from "node:assert/strict";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";
import { fullIndex } from "../places/fullIndex.ts";

const TEMPLATE = `Metadata:
  AWS::CloudFormation::Interface:
    ParameterGroups:
      - Label:
          default: Shop
        Parameters: [Town]
Mappings:
  Regions:
    Here:
      Id: "1"
Conditions:
  IsOpen: !Equals [!Ref Town, a]
  IsLate: !Not [!Condition IsOpen]
Resources:
  Tills:
    Type: AWS::AutoScaling::AutoScalingGroup
    Condition: IsLate
    CreationPolicy:
      ResourceSignal:
        Timeout: PT15M
    Metadata:
      AWS::CloudFormation::Init:
        config:
          commands:
            first:
              command: ls
    Properties:
      VPCZoneIdentifier: !FindInMap [Regions, Here, Id]
      LaunchConfigurationName: !Sub "\${AWS::Region}-tills"
Outputs:
  Till:
    Value: !GetAtt Tills.Arn
    Export:
      Name: !Sub "\${AWS::StackName}-till"
`;

/** The tier of a note at a place of the template. */
function tierAt(note: string, place: string): string | undefined {
  const before = place.replace("<|>", "");
  assert.ok(TEMPLATE.includes(before), place);
  const { text, offset } = withCaret(TEMPLATE.replace(before, place));
  const template = parse(text);
  const focus = focusAt(template, offset);
  assert.ok(focus);
  const index = fullIndex(source(`# CloudFormation\n\n${note}`, { uri: "file:///notes/cfn.md" }));
  return index.at(focus, { uri: "file:///ws/t.yaml", template })[0]?.tier;
}

describe("a note on a part of CloudFormation's language", () => {
  const title = (name: string, text = "Nobody but the town may say that.\n"): string => `## ${name}\n\n${text}`;

  for (const [name, place] of [
    ["Metadata", "Meta<|>data:"],
    ["Conditions", "Conditions<|>:"],
    ["Conditions", "Condition<|>: IsLate"],
    ["Conditions", "!Condi<|>tion"],
    ["!Ref", "!R<|>ef Town"],
    ["FindInMap", "!FindIn<|>Map"],
    ["Sub", '!Su<|>b "${AWS::Region}'],
    ["Export", "Expo<|>rt:"],
    ["CreationPolicy", "Creation<|>Policy:"],
  ] as const)
    it(`shows in full at ${place} if it is called ${name}`, () => assert.equal(tierAt(title(name), place), "thing"));

  for (const [name, place, said] of [
    ["Metadata", "Lab<|>el:", "`Label`"],
    ["FindInMap", "[Regi<|>ons,", "Regions"],
    ["Export", "      Na<|>me: !Sub", "`Name`"],
    ["CreationPolicy", "Time<|>out:", "`Timeout`"],
    ["CreationPolicy", "PT1<|>5M", "PT15M"],
    ["CreationPolicy", "PT1<|>5M", "`Timeout`"],
    ["Pseudo parameters", "AWS::Reg<|>ion", "`AWS::Region`"],
    ["cfn-init", "comm<|>ands:", "commands"],
    ["テンプレートのセクション", "Meta<|>data:\n  AWS", "Metadata"],
  ] as const) {
    it(`is a line at ${place} if it is called ${name}`, () => assert.equal(tierAt(title(name), place), "whole"));
    it(`shows in full at ${place} if it is called ${name} and has ${said}`, () =>
      assert.equal(tierAt(title(name, `The town says ${said} there.\n`), place), "thing"));
  }

  it("shows in full wherever a marker says", () =>
    assert.equal(
      tierAt(title("Metadata\n<!-- cfn: metadata:AWS::CloudFormation::Interface -->"), "Lab<|>el:"),
      "thing",
    ));
});
