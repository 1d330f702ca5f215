import { checkRows } from "../checkRule.ts";

const LINE = "          echo 456789\n";
const script = (lines: number, call = "Fn::Base64: |"): string =>
  `        ${call}\n          #!/bin/bash\n${LINE.repeat(lines)}`;
const server = (data: string, key = "«UserData»"): string =>
  `Resources:\n  Server:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: ami-0123456789abcdef0\n      ${key}:\n${data}`;
const template = (data: string): string =>
  `Resources:\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        «UserData»:\n${data.replaceAll(/^/gm, "  ").trimEnd()}\n`;

describe("user-data-size", () => {
  checkRows([
    ["user-data-size", "a script of more than 16 KB", server(script(1400)), /16812 bytes .*limited to 16384 bytes/],
    ["user-data-size", "one that fits", server(script(1364), "UserData")],
    ["user-data-size", "in a launch template", template(script(1400)), /limited to 16384 bytes/],
    [
      "user-data-size",
      "what is filled in is not counted",
      server(
        `        Fn::Base64: !Sub |\n          #!/bin/bash\n${"          echo ${AWS::StackName}\n".repeat(1400)}`,
        "UserData",
      ),
    ],
    ["user-data-size", "letters of three bytes", server(`        Fn::Base64: "${"あ".repeat(5462)}"\n`), /16386 bytes/],
  ]);
});
