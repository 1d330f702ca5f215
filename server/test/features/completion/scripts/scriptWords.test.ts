import { check, type Expected } from "../completionCheck.ts";

const WEB =
  "Resources:\n  Other:\n    Type: AWS::S3::Bucket\n  Group:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    CreationPolicy: {}\n  Web:\n    Type: AWS::EC2::Instance\n    CreationPolicy:\n      ResourceSignal: {}\n";
const SUB = `${WEB}    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          `;
const PLAIN = `${WEB}    Properties:\n      UserData:\n        Fn::Base64: |\n          #!/bin/bash\n          `;
const INIT = `${WEB}    Metadata:\n      AWS::CloudFormation::Init:\n        configSets:\n          full: [a]\n          short: [b]\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          `;

const cases: [string, string, Expected][] = [
  [
    "commands",
    `${SUB}cfn-<|>\n`,
    {
      has: "cfn-signal cfn-init cfn-hup cfn-get-metadata",
      lacks: "!Ref --resource",
      apply: ["cfn-signal", `${SUB}/opt/aws/bin/cfn-signal\n`],
    },
  ],
  [
    "commands behind a directory",
    `${SUB}/opt/aws/bin/cfn-s<|>\n`,
    { apply: ["cfn-signal", `${SUB}/opt/aws/bin/cfn-signal\n`] },
  ],
  ["commands on an empty line", `${SUB}<|>\n`, { has: "cfn-signal" }],
  [
    "options",
    `${SUB}/opt/aws/bin/cfn-signal <|>\n`,
    { has: "--resource --stack --exit-code --region --success", lacks: "cfn-init --configsets" },
  ],
  [
    "options half typed",
    `${SUB}/opt/aws/bin/cfn-signal -e $? --re<|>\n`,
    {
      has: "--resource --region --reason",
      lacks: "--exit-code",
      apply: ["--resource", `${SUB}/opt/aws/bin/cfn-signal -e $? --resource \n`],
    },
  ],
  [
    "options on a continued line",
    `${SUB}/opt/aws/bin/cfn-signal -e $? \\\n            --stack x \\\n            --<|>\n`,
    { has: "--resource", lacks: "--stack --exit-code" },
  ],
  ["cfn-init's options", `${SUB}cfn-init -v <|>\n`, { has: "--configsets --resource --stack", lacks: "--exit-code" }],
  [
    "resources that wait for a signal, the own first",
    `${SUB}cfn-signal -e $? --resource <|>\n`,
    { first: "Web Group", lacks: "Other" },
  ],
  [
    "the value behind an equals sign",
    `${SUB}cfn-signal --resource=W<|>\n`,
    { apply: ["Web", `${SUB}cfn-signal --resource=Web\n`] },
  ],
  [
    "the stack in Sub",
    `${SUB}cfn-signal --stack <|>\n`,
    { has: "${AWS::StackName}", apply: ["${AWS::StackName}", `${SUB}cfn-signal --stack \${AWS::StackName}\n`] },
  ],
  ["no pseudo parameters without Sub", `${PLAIN}cfn-signal --stack <|>\n`, { lacks: "${AWS::StackName}" }],
  ["the exit code", `${SUB}cfn-signal -e <|>\n`, { has: "$?" }],
  ["configSets", `${INIT}cfn-init -c <|>\n`, { has: "full short" }],
  [
    "in a list of lines",
    `${WEB}    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ''\n            - - "#!/bin/bash\\n"\n              - "cfn-signal -e $? --<|>"\n`,
    { has: "--resource", lacks: "--exit-code" },
  ],
  [
    "Init commands",
    `${WEB}    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          commands:\n            a:\n              command: cfn-<|>\n`,
    { has: "cfn-signal" },
  ],
  ["not in other texts", `${WEB}    Properties:\n      KeyName: cfn-<|>\n`, { lacks: "cfn-signal" }],
  ["not at other commands", `${SUB}yum install -<|>\n`, { lacks: "--resource cfn-signal" }],
];

describe("completion in scripts", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));
});
