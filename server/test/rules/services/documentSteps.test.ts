import { checkRows } from "../checkRule.ts";

const steps = (first: string, second: string, more = ""): string => `Resources:
  Greet:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Command
      Content:
        schemaVersion: "2.2"
        parameters: {Message: {type: String}${more}}
        mainSteps:
          - {action: aws:runShellScript, name: one, inputs: {runCommand: [${first}]}}
          - {action: aws:runShellScript, name: ${second}, inputs: {runCommand: [date]}}
`;

const asText = (command: string, second: string): string => `Resources:
  Greet:
    Type: AWS::SSM::Document
    Properties:
      DocumentFormat: YAML
      Content: |
        schemaVersion: "2.2"
        parameters: {Message: {type: String}}
        mainSteps:
          - {action: aws:runShellScript, name: one, inputs: {runCommand: ["${command}"]}}
          - {action: aws:runShellScript, name: ${second}, inputs: {runCommand: [date]}}
`;

describe("document-steps", () => {
  checkRows([
    ["document-steps", "two steps of one name", steps("date", "«one»"), /Another step .* is named one/, "error"],
    ["document-steps", "steps of other names", steps("date", "two")],
    ["document-steps", "a parameter that is not declared", steps('"«echo {{ Text }}»"', "two"), /no parameter Text/],
    ["document-steps", "one that is", steps('"echo {{Message}}"', "two")],
    ["document-steps", "an output, and what SSM knows", steps('"echo {{ one.Output }} {{ global:DATE }}"', "two")],
    ["document-steps", "what a function gives", steps('!Sub "echo {{ Text }}"', "two")],
    ["document-steps", "a text in YAML", asText("«echo {{ Text }}»", "two"), /no parameter Text/, "error"],
    ["document-steps", "one that is right", asText("echo {{ Message }}", "two")],
    ["document-steps", "names in a text", asText("date", "«one»"), /Another step .* is named one/],
    [
      "document-steps",
      "a text in JSON",
      `Resources:\n  Greet:\n    Type: AWS::SSM::Document\n    Properties:\n      Content: !Sub '{"schemaVersion": "2.2", "mainSteps": [{"action": "aws:runShellScript", "name": "\${AWS::StackName}", "inputs": {"runCommand": ["«{{ Text }}»"]}}]}'\n`,
      /no parameter Text/,
    ],
    ["document-steps", "parameters from elsewhere", steps('"{{ Text }}"', "two", ", Fn::Transform: {Name: M}")],
  ]);
});
