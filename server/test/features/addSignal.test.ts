import assert from "node:assert/strict";
import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import { addSignal } from "../../src/features/addSignal.ts";
import { parse } from "../../src/model/reading/parse.ts";
import { scriptText } from "../../src/model/references/scriptText.ts";
import { entriesOf } from "../../src/model/template.ts";
import { typeNameOf, valueAt } from "../../src/model/tree/node.ts";
import { scriptOwner } from "../../src/snippets/scriptOwner.ts";
import { withCaret } from "../marked.ts";
import { found } from "../rules/checkRule.ts";

/** The text after the action; it must parse, and its script must be the old one with the signal in it. */
function check(source: string, expected: string): void {
  const { text, offset } = withCaret(source);
  const action = addSignal(parse(text), bootstrapGraph(parse(text)), offset, "en");
  assert.ok(action !== undefined && "edits" in action, JSON.stringify(action));
  const edits = action.edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => b.span.start - a.span.start || b.index - a.index);
  const result = edits.reduce(
    (rest, { span, newText }) => rest.slice(0, span.start) + newText + rest.slice(span.end),
    text,
  );
  assert.equal(result, expected);
  const template = parse(result);
  assert.deepEqual(template.errors, []);
  if (template.format === "json") JSON.parse(result);
  for (const { name, value } of entriesOf(template, "Resources")) {
    if (!/Instance$|Group$/.test(typeNameOf(value) ?? "")) continue;
    const owner = scriptOwner(template, name);
    assert.ok(owner?.userData, name);
    assert.match(
      scriptText(owner.userData, owner.entry.unit.text).text,
      new RegExp(`\\bcfn-signal(\\.exe)? .*--resource ${name}\\b`),
    );
    assert.ok(valueAt(value, "CreationPolicy"));
  }
  const warned = (one: string): readonly string[] =>
    found(one).flatMap(({ code, severity }) => (/error|warning/.test(severity) ? code : []));
  const before = warned(text);
  assert.deepEqual(
    warned(result).filter((code) => !before.includes(code)),
    [],
  );
}

const SIGNAL = "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region ${AWS::Region}";
const TRAP = `trap '${SIGNAL}' EXIT`;
const WINDOWS = "cfn-signal.exe -e ([int]!$?) --stack ${AWS::StackName} --resource Web --region ${AWS::Region}";
const instance = (rest: string): string => `Resources:\n  Web:\n    Type: AWS::EC2::Instance${rest}`;
const POLICY = "\n    CreationPolicy:\n      ResourceSignal:\n        Timeout: PT15M";

const cases: [string, string, string][] = [
  [
    "lines behind the work that say nothing of it",
    instance(
      "\n    <|>Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum -y update\n          # Done.\n          echo done\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum -y update\n          ${SIGNAL}\n          # Done.\n          echo done\n`,
    ),
  ],
  [
    "work behind cfn-init, whose exit code would be lost",
    instance(
      "\n    <|>Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          cfn-init -v --resource Web\n          ls /tmp\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          cfn-init -v --resource Web\n          ${SIGNAL}\n          ls /tmp\n`,
    ),
  ],
  [
    "a group whose size depends on a condition",
    "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    <|>Properties:\n      MinSize: !If [Big, 2, 1]\n      LaunchTemplate:\n        LaunchTemplateId: !Ref T\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        UserData:\n          Fn::Base64: !Sub |\n            #!/bin/bash\n            yum -y update\n",
    `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    CreationPolicy:\n      ResourceSignal:\n        Count: !If [Big, 2, 1]\n        Timeout: PT15M\n    Properties:\n      MinSize: !If [Big, 2, 1]\n      LaunchTemplate:\n        LaunchTemplateId: !Ref T\n  T:\n    Type: AWS::EC2::LaunchTemplate\n    Properties:\n      LaunchTemplateData:\n        UserData:\n          Fn::Base64: !Sub |\n            #!/bin/bash\n            yum -y update\n            ${SIGNAL}\n`,
  ],
  [
    "a script that ends at the first error",
    instance(
      "\n    <|>Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -xe\n          yum -y update\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -xe\n          ${TRAP}\n          yum -y update\n`,
    ),
  ],
  [
    "set -e without a first line",
    instance(
      "\n    <|>Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          set -euo pipefail\n          yum -y update\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          ${TRAP}\n          set -euo pipefail\n          yum -y update\n`,
    ),
  ],
  [
    "nothing whose exit code tells anything",
    instance(
      "\n    <|>Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          echo hello\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          ${TRAP}\n          echo hello\n`,
    ),
  ],
  [
    "a script that exits at its end, in JSON",
    `{"Resources": {"Web": {<|>\n"Type": "AWS::EC2::Instance", "CreationPolicy": {"ResourceSignal": {}}, "Properties": {"UserData": {"Fn::Base64": {"Fn::Sub": "#!/bin/bash\\nyum -y update\\nexit 0\\n"}}}}}}`,
    `{"Resources": {"Web": {\n"Type": "AWS::EC2::Instance", "CreationPolicy": {"ResourceSignal": {}}, "Properties": {"UserData": {"Fn::Base64": {"Fn::Sub": "#!/bin/bash\\n${TRAP}\\nyum -y update\\nexit 0\\n"}}}}}}`,
  ],
  [
    "joined lines that end at the first error",
    `{"Resources": {"Web": {<|>\n"Type": "AWS::EC2::Instance", "CreationPolicy": {"ResourceSignal": {}}, "Properties": {"UserData": {"Fn::Base64": {"Fn::Join": ["", ["#!/bin/bash -xe\\n", "yum -y update\\n"]]}}}}}}`,
    `{"Resources": {"Web": {\n"Type": "AWS::EC2::Instance", "CreationPolicy": {"ResourceSignal": {}}, "Properties": {"UserData": {"Fn::Base64": {"Fn::Join": ["", ["#!/bin/bash -xe\\n", { "Fn::Sub": "${TRAP}\\n" }, "yum -y update\\n"]]}}}}}}`,
  ],
  [
    "a script in a block",
    instance(
      " # web\n    <|>Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum -y update\n      ImageId: x # ami\n",
    ),
    instance(
      ` # web${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum -y update\n          ${SIGNAL}\n      ImageId: x # ami\n`,
    ),
  ],
  [
    "blank lines and another resource behind the script",
    instance(
      "\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          yum <|>-y update\n\n\n  # more\n  Bucket:\n    Type: AWS::S3::Bucket\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          yum -y update\n          ${SIGNAL}\n\n\n  # more\n  Bucket:\n    Type: AWS::S3::Bucket\n`,
    ),
  ],
  [
    "a script without Sub: its variables are kept",
    instance("\n    Properties:\n      UserData:\n        Fn::Base64: |\n          make ${HOME} $X<|>\n"),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          make \${!HOME} $X\n          ${SIGNAL}\n`,
    ),
  ],
  [
    "a tag that can't take another one",
    instance("<|>\n    Properties:\n      UserData: !Base64 |\n        #!/bin/bash\n        make\n"),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          make\n          ${SIGNAL}\n`,
    ),
  ],
  [
    "a tag on a line of its own, PowerShell",
    instance(
      "<|>\n    Properties:\n      UserData:\n        !Base64 |\n          <powershell>\n          x\n          </powershell>\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          <powershell>\n          x\n          ${WINDOWS}\n          </powershell>\n`,
    ),
  ],
  [
    "a tag that can't take another one, PowerShell",
    instance(
      "<|>\n    Properties:\n      UserData: !Base64 |\n        <powershell>\n        x\n        </powershell>\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          <powershell>\n          x\n          ${WINDOWS}\n          </powershell>\n`,
    ),
  ],
  [
    "a list whose last line is a block",
    instance(
      "<|>\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ''\n            - - make\n              - |\n                a\n\n      Tags: []\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ''\n            - - "#!/bin/bash\\n"\n              - make\n              - |\n                a\n              - !Sub "${SIGNAL}\\n"\n\n      Tags: []\n`,
    ),
  ],
  [
    "a list whose last line is blank",
    instance(
      "<|>\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ''\n            - - make\n              - |+\n\n      Tags: []\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ''\n            - - "#!/bin/bash\\n"\n              - make\n              - |+\n\n              - !Sub "${SIGNAL}\\n"\n      Tags: []\n`,
    ),
  ],
  [
    "the size in long form",
    "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup<|>\n    Properties:\n      MinSize:\n        Ref: Size\n      LaunchConfigurationName: !Ref C\n  C:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          make\n",
    `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    CreationPolicy:\n      ResourceSignal:\n        Count: !Ref Size\n        Timeout: PT15M\n    Properties:\n      MinSize:\n        Ref: Size\n      LaunchConfigurationName: !Ref C\n  C:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          make\n          ${SIGNAL}\n`,
  ],
  [
    "Sub in long form with variables",
    instance(
      "<|>\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Sub:\n            - |\n              make ${X}\n            - X: y\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Sub:\n            - |\n              #!/bin/bash\n              make \${X}\n              ${SIGNAL}\n            - X: y\n`,
    ),
  ],
  [
    "double quotes",
    instance('<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub "#!/bin/bash\\nmake"\n'),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub "#!/bin/bash\\nmake\\n${SIGNAL}\\n"\n`,
    ),
  ],
  [
    "a list of lines as a block",
    instance(
      '<|>\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ""\n            - - "#!/bin/bash\\n"\n              - "make ok\\n"\n      ImageId: x\n',
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64:\n          Fn::Join:\n            - ""\n            - - "#!/bin/bash\\n"\n              - "make ok\\n"\n              - !Sub "${SIGNAL}\\n"\n      ImageId: x\n`,
    ),
  ],
  [
    "a list of lines in brackets",
    instance('<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Join ["\\n", ["#!/bin/bash", "make"]]\n'),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Join ["\\n", ["#!/bin/bash", "make", !Sub "${SIGNAL}"]]\n`,
    ),
  ],
  [
    "PowerShell",
    instance(
      "<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          <powershell>\n          Install-Thing\n          </powershell>\n          <persist>true</persist>\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          <powershell>\n          Install-Thing\n          ${WINDOWS}\n          </powershell>\n          <persist>true</persist>\n`,
    ),
  ],
  [
    "no user data",
    instance(
      "<|>\n    Properties:\n      ImageId: x\n      Tags:\n        - Key: a\n          Value: b\n\n  Bucket:\n    Type: AWS::S3::Bucket\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      ImageId: x\n      Tags:\n        - Key: a\n          Value: b\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -x\n          dnf install -y aws-cfn-bootstrap\n          # Set the instance up here.\n          ${SIGNAL}\n\n  Bucket:\n    Type: AWS::S3::Bucket\n`,
    ),
  ],
  [
    "only the signal is missing",
    instance(`${POLICY}<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          make\n`),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          make\n          ${SIGNAL}\n`,
    ),
  ],
  [
    "only the policy is missing",
    instance(`<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          ${SIGNAL}\n`),
    instance(`${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          ${SIGNAL}\n`),
  ],
  [
    "a group with its launch template, the caret in the latter",
    "Resources:\n    Web:\n        Type: AWS::AutoScaling::AutoScalingGroup\n        Properties:\n            MinSize: '2'\n            LaunchTemplate:\n                LaunchTemplateId: !Ref Template\n    Template:\n        Type: AWS::EC2::LaunchTemplate\n        Properties:\n            LaunchTemplateData:\n                <|>UserData:\n                    Fn::Base64: !Sub |\n                        make\n",
    `Resources:\n    Web:\n        Type: AWS::AutoScaling::AutoScalingGroup\n        CreationPolicy:\n            ResourceSignal:\n                Count: 2\n                Timeout: PT15M\n        Properties:\n            MinSize: '2'\n            LaunchTemplate:\n                LaunchTemplateId: !Ref Template\n    Template:\n        Type: AWS::EC2::LaunchTemplate\n        Properties:\n            LaunchTemplateData:\n                UserData:\n                    Fn::Base64: !Sub |\n                        #!/bin/bash\n                        make\n                        ${SIGNAL}\n`,
  ],
  [
    "a group with its launch configuration",
    "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup<|>\n    Properties:\n      DesiredCapacity: !Ref Size\n      LaunchConfigurationName: !Ref Config\n  Config:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties:\n      ImageId: x\n",
    `Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    CreationPolicy:\n      ResourceSignal:\n        Count: !Ref Size\n        Timeout: PT15M\n    Properties:\n      DesiredCapacity: !Ref Size\n      LaunchConfigurationName: !Ref Config\n  Config:\n    Type: AWS::AutoScaling::LaunchConfiguration\n    Properties:\n      ImageId: x\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash -x\n          dnf install -y aws-cfn-bootstrap\n          # Set the instance up here.\n          ${SIGNAL}\n`,
  ],
  [
    "JSON with a list of lines",
    '{\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",<|>\n      "Properties": {\n        "UserData": { "Fn::Base64": { "Fn::Join": ["", [\n          "#!/bin/bash\\n",\n          "make\\n"\n        ]] } }\n      }\n    }\n  }\n}\n',
    `{\n  "Resources": {\n    "Web": {\n      "Type": "AWS::EC2::Instance",\n      "CreationPolicy": {\n        "ResourceSignal": {\n          "Timeout": "PT15M"\n        }\n      },\n      "Properties": {\n        "UserData": { "Fn::Base64": { "Fn::Join": ["", [\n          "#!/bin/bash\\n",\n          "make\\n",\n          { "Fn::Sub": "${SIGNAL}\\n" }\n        ]] } }\n      }\n    }\n  }\n}\n`,
  ],
  [
    "JSON with a string",
    '{"Resources": {"Web": {"Type": "AWS::EC2::Instance",<|> "Properties": {"UserData": {"Fn::Base64": "make ${A}"}}}}}',
    `{"Resources": {"Web": {"Type": "AWS::EC2::Instance", "CreationPolicy": { "ResourceSignal": { "Timeout": "PT15M" } }, "Properties": {"UserData": {"Fn::Base64": { "Fn::Sub": "#!/bin/bash\\nmake \${!A}\\n${SIGNAL}\\n" }}}}}}`,
  ],
  [
    "JSON without user data",
    '{"Resources": {\n  "Web": {\n    "Type": "AWS::EC2::Instance",<|>\n    "Properties": {\n      "ImageId": "x"\n    }\n  }\n}}',
    `{"Resources": {\n  "Web": {\n    "Type": "AWS::EC2::Instance",\n    "CreationPolicy": {\n      "ResourceSignal": {\n        "Timeout": "PT15M"\n      }\n    },\n    "Properties": {\n      "ImageId": "x",\n      "UserData": { "Fn::Base64": { "Fn::Sub": "#!/bin/bash -x\\ndnf install -y aws-cfn-bootstrap\\n# Set the instance up here.\\n${SIGNAL}\\n" } }\n    }\n  }\n}}`,
  ],
  [
    "CRLF",
    instance("<|>\r\n    Properties:\r\n      UserData:\r\n        Fn::Base64: !Sub |\r\n          make\r\n").replace(
      "Resources:\n  Web:\n",
      "Resources:\r\n  Web:\r\n",
    ),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          make\n          ${SIGNAL}\n`,
    ).replaceAll("\n", "\r\n"),
  ],
];

const scripted = (...lines: string[]): string =>
  `\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n${lines.map((line) => (line === "" ? "\n" : `          ${line}\n`)).join("")}`;
const joined = (...items: string[]): string =>
  `{"Resources": {"Web": {\n"Type": "AWS::EC2::Instance", "CreationPolicy": {"ResourceSignal": {}}, "Properties": {"UserData": {"Fn::Base64": {"Fn::Join": ["\\n", [${items.join(", ")}]]}}}}}}`;

cases.push(
  [
    "a cloud-config with commands",
    instance(`<|>${scripted("#cloud-config", "runcmd:", "- make", "", "final_message: up")}`),
    instance(`${POLICY}${scripted("#cloud-config", "runcmd:", "- make", `- ${SIGNAL}`, "", "final_message: up")}`),
  ],
  [
    "a cloud-config without commands, which Sub does not read yet",
    instance(`<|>${scripted("#cloud-config", "packages: [httpd]").replace("!Sub ", "")}`),
    instance(`${POLICY}${scripted("#cloud-config", "packages: [httpd]", "runcmd:", `  - ${SIGNAL}`)}`),
  ],
  [
    "a cloud-config of joined lines",
    joined('"#cloud-config"', '"runcmd:"', '"  - make"<|>'),
    joined('"#cloud-config"', '"runcmd:"', '"  - make"', `{ "Fn::Sub": "  - ${SIGNAL}" }`),
  ],
  [
    "a script that hands over to another program",
    instance(`<|>${scripted("#!/bin/bash", "exec 2>&1", "make", "echo starting", "exec java \\", "  -jar app.jar")}`),
    instance(
      `${POLICY}${scripted("#!/bin/bash", "exec 2>&1", "make", SIGNAL, "echo starting", "exec java \\", "  -jar app.jar")}`,
    ),
  ],
  [
    "one that hands over and ends at the first error: no trap is run behind exec",
    instance(`<|>${scripted("#!/bin/bash -e", "make", "exec run")}`),
    instance(`${POLICY}${scripted("#!/bin/bash -e", TRAP, "make", SIGNAL, "exec run")}`),
  ],
  [
    "the same in one string",
    instance('<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub "#!/bin/bash\\nmake\\nexec run"\n'),
    instance(
      `${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub "#!/bin/bash\\nmake\\n${SIGNAL}\\nexec run"\n`,
    ),
  ],
  [
    "the same in joined lines",
    joined('"#!/bin/bash -e"', '"make"', '"exec run"<|>'),
    joined('"#!/bin/bash -e"', `{ "Fn::Sub": "${TRAP}" }`, '"make"', `{ "Fn::Sub": "${SIGNAL}" }`, '"exec run"'),
  ],
);

const refused: [string, string, string | undefined][] = [
  [
    "both are there",
    instance(`${POLICY}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          ${SIGNAL}<|>\n`),
    "The resource has a CreationPolicy, and its user data sends a signal.",
  ],
  [
    "cfn-init signals",
    instance(
      `${POLICY}<|>\n    Metadata:\n      AWS::CloudFormation::Init:\n        config:\n          commands:\n            signal:\n              command: !Sub ${SIGNAL.replace("$?", "0")}\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          cfn-init --stack \${AWS::StackName} --resource Web --region \${AWS::Region}\n`,
    ),
    "The resource has a CreationPolicy, and its user data sends a signal.",
  ],
  [
    "a list joined by commas",
    instance('<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Join [",", [a, b]]\n'),
    "The user data or the resource is written in a form that cannot be edited safely.",
  ],
  [
    "the launch template is elsewhere",
    "Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup<|>\n    Properties:\n      LaunchTemplate:\n        LaunchTemplateId: !ImportValue x\n",
    "The user data of these instances is not in this template.",
  ],
  [
    "no shell is meant to run the text",
    instance(`<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          "product": x\n`),
    "The user data or the resource is written in a form that cannot be edited safely.",
  ],
  [
    "commands of a cloud-config stand in brackets",
    instance(`<|>${scripted("#cloud-config", "runcmd: [make]")}`),
    "The user data or the resource is written in a form that cannot be edited safely.",
  ],
  [
    "commands of a cloud-config are followed by more, in one string",
    instance(
      '<|>\n    Properties:\n      UserData:\n        Fn::Base64: !Sub "#cloud-config\\nruncmd:\\n- make\\nfinal_message: up\\n"\n',
    ),
    "The user data or the resource is written in a form that cannot be edited safely.",
  ],
  ["another type", "Resources:\n  Web:\n    Type: AWS::S3::Bucket<|>\n", undefined],
  ["another section", "Resources:\n  Web:\n    Type: AWS::EC2::Instance\nOutputs:\n  A:\n    <|>Value: x\n", undefined],
];

describe("addSignal", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));
  for (const [name, source, reason] of refused) {
    it(`not where ${name}`, () => {
      const { text, offset } = withCaret(source);
      const action = addSignal(parse(text), bootstrapGraph(parse(text)), offset, "en");
      assert.equal(action && ("disabled" in action ? action.disabled : action.title), reason);
    });
  }
});
