import assert from "node:assert/strict";
import { findings } from "./found.ts";

/** Expected: one line a finding, `code severity «text»`; the prefix `bootstrap-` is left out. */
function check(source: string, expected: readonly string[]): void {
  const lines = findings(source).map(({ code, severity, span }) => {
    assert.match(code, /^bootstrap-/);
    return `${code.slice("bootstrap-".length)} ${severity} «${source.slice(span.start, span.end)}»`;
  });
  assert.deepEqual(lines, expected);
}

/** An instance that waits for `count` signals and runs `script`; `rest` are more resources and attributes. */
function instance(script: string, options: { policy?: string; metadata?: string; more?: string } = {}): string {
  const { policy = "CreationPolicy: { ResourceSignal: { Timeout: PT15M } }", metadata = "", more = "" } = options;
  return `Resources:
  Web:
    Type: AWS::EC2::Instance
    ${policy}
    ${metadata.replace(/\n/g, "\n    ")}
    Properties:
      UserData:
        Fn::Base64: !Sub |
          ${headed(script).replace(/\n/g, "\n          ")}
${more}`;
}

/** With a first line that makes it a script, if it has none. */
function headed(script: string): string {
  return /^(?:#!|#cloud|<)/.test(script) ? script : `#!/bin/bash\n${script}`;
}

const SIGNAL = "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region ${AWS::Region}";
const INIT = "/opt/aws/bin/cfn-init -v --stack ${AWS::StackName} --resource Web --region ${AWS::Region}";
const CONFIG = "Metadata:\n  AWS::CloudFormation::Init:\n    config:\n      packages: { yum: { httpd: [] } }";

function group(script: string, attributes: string, properties = "MinSize: '1'\n      MaxSize: '3'"): string {
  return `Parameters:
  Size:
    Type: Number
    Default: 2
Mappings:
  Sizes:
    small: { Count: '1' }
    large: { Count: '4' }
Resources:
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    ${attributes.replace(/\n/g, "\n    ")}
    Properties:
      ${properties}
      LaunchTemplate: { LaunchTemplateId: !Ref Launch, Version: !GetAtt Launch.LatestVersionNumber }
  Launch:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        UserData: !Base64
          Fn::Sub: |
            ${headed(script).replace(/\n/g, "\n            ")}
`;
}

const GROUP_SIGNAL = "cfn-signal -e $? --stack ${AWS::StackName} --resource Group --region ${AWS::Region}";
const WAITS = "UpdatePolicy: { AutoScalingRollingUpdate: { WaitOnResourceSignals: true, PauseTime: PT10M } }";
const CREATES = "CreationPolicy: { ResourceSignal: { Timeout: PT10M } }";
const BOTH = `${CREATES}\n${WAITS}`;

const cases: [string, string, string[]][] = [
  ["all in order", instance(`#!/bin/bash\nwork\n${SIGNAL}`), []],
  ["no bootstrapping", "Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n", []],
  ["nothing", "", []],

  // Signals and what they mean
  ["unknown resource", instance(SIGNAL.replace("Web", "Wbe")), ["signal-unknown-resource error «Wbe»"]],
  [
    "another stack's resource",
    instance(`${SIGNAL}\ncfn-signal -e $? --stack \${Parent} --resource Other --region x`),
    [],
  ],
  [
    "unknown resource through a variable",
    instance(`RES=Wbe\ncfn-signal -e $? --stack \${AWS::StackName} --resource $RES --region x`),
    ["exit-code warning «$?»", "signal-unknown-resource error «$RES»"],
  ],
  ["a resource through a variable", instance(`RES=Web\nwork\n${SIGNAL.replace("Web", "$RES")}`), []],
  [
    "a resource through an exported variable",
    instance(`export RES="Web"\nwork\n${SIGNAL.replace("Web", '"${!RES}"')}`),
    [],
  ],
  ["a resource that only the machine knows", instance(SIGNAL.replace("Web", "$(cat /etc/name)")), []],
  ["the physical id", instance(SIGNAL.replace("Web", "${Web}")), ["signal-unknown-resource error «${Web}»"]],
  ["a comment names none", instance(`# cfn-signal --resource Nope\n${SIGNAL}`), []],
  ["a message names none", instance(`echo "cfn-signal --resource Nope"\nwork\n${SIGNAL}`), []],
  [
    "long option with =",
    instance("cfn-signal --exit-code=$? --stack=${AWS::StackName} --resource=Nope --region=x"),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "abbreviated option",
    instance("cfn-signal --exit $? --sta ${AWS::StackName} --reso Nope --regi x"),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "the CLI",
    instance(
      "aws cloudformation signal-resource --stack-name ${AWS::StackName} --logical-resource-id Nope --unique-id x --status SUCCESS",
    ),
    [
      "always-success warning «--status SUCCESS»",
      "signal-credentials warning «signal-resource»",
      "signal-unknown-resource error «Nope»",
    ].sort((a, b) => (a.includes("credentials") ? -1 : b.includes("credentials") ? 1 : a.includes("unknown") ? -1 : 1)),
  ],
  [
    "in a function",
    instance(`done_() {\n  cfn-signal -e $1 --stack \${AWS::StackName} --resource Nope --region x\n}\nwork; done_ $?`),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "in a trap",
    instance(`trap 'cfn-signal -e 1 --stack \${AWS::StackName} --resource Nope --region x' ERR\nwork\n${SIGNAL}`),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "in a file",
    instance(`cat > /root/end.sh <<EOF\n${SIGNAL.replace("Web", "Nope")}\nEOF\nbash /root/end.sh`),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "bash -c",
    instance(
      `su - ec2-user -c "cfn-signal -e 1 --stack \${AWS::StackName} --resource Nope --region x"\nwork\n${SIGNAL}`,
    ),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "continuation lines",
    instance("work\ncfn-signal -e $? \\\n  --stack ${AWS::StackName} \\\n  --resource Nope \\\n  --region x"),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "PowerShell",
    instance(
      "<powershell>\nwork\ncfn-signal.exe -e $LASTEXITCODE `\n  --stack ${AWS::StackName} --resource Nope --region x\n</powershell>",
    ),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "cmd",
    instance(
      "<script>\nwork\ncfn-signal.exe -e %ERRORLEVEL% --stack ${AWS::StackName} --resource Nope --region x\n</script>",
    ),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "cloud-config",
    instance(
      `#cloud-config\nruncmd:\n  - work\n  - [cfn-signal, -e, "0", --stack, "x", --region, x, --resource, Nope]\n  - cfn-signal -e $? --stack \${AWS::StackName} --resource Nope --region x`,
    ),
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "a loop makes the resource",
    `Transform: AWS::LanguageExtensions\n${instance(SIGNAL.replace("Web", "WebA"), { policy: "", more: "  Fn::ForEach::Webs:\n    - N\n    - [A, B]\n    - Web${N}: { Type: AWS::EC2::Instance }\n" })}`,
    [],
  ],
  [
    "a loop does not make the resource",
    `Transform: AWS::LanguageExtensions\n${instance(SIGNAL.replace("Web", "Nope"), { policy: "", more: "  Fn::ForEach::Webs:\n    - N\n    - [A, B]\n    - Web${N}: { Type: AWS::EC2::Instance }\n" })}`,
    ["signal-unknown-resource error «Nope»"],
  ],
  ["a macro may make it", `Transform: MyMacro\n${instance(SIGNAL.replace("Web", "Nope"), { policy: "" })}`, []],
  [
    "Join",
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy: { ResourceSignal: { Timeout: PT15M } }
    Properties:
      UserData:
        Fn::Base64: !Join
          - ""
          - - "#!/bin/bash\\n"
            - "cfn-signal -e $? --resource Nope --stack "
            - !Ref AWS::StackName
            - " --region "
            - !Ref AWS::Region
            - "\\n"
`,
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "JSON",
    `{ "Resources": { "Web": { "Type": "AWS::EC2::Instance", "CreationPolicy": { "ResourceSignal": {} }, "Properties": {
  "UserData": { "Fn::Base64": { "Fn::Join": ["", ["#!/bin/bash\\n", "cfn-signal -e $? --resource \\"Nope\\" --stack ", { "Ref": "AWS::StackId" }, " --region ", { "Ref": "AWS::Region" }, "\\n"]] } } } } } }`,
    ["signal-unknown-resource error «Nope»"],
  ],
  [
    "Sub with a map",
    `Resources:
  Web:
    Type: AWS::EC2::Instance
    CreationPolicy: { ResourceSignal: { Timeout: PT15M } }
    Properties:
      UserData:
        Fn::Base64: !Sub
          - |
            #!/bin/bash
            cfn-signal -e $? --stack \${Stack} --resource \${Name} --region x
          - { Stack: !Ref AWS::StackName, Name: Nope }
`,
    ["signal-unknown-resource error «${Name}»"],
  ],

  ["not awaited", instance(SIGNAL, { policy: "" }), ["signal-not-awaited warning «Web»"]],
  [
    "to a launch template",
    group(GROUP_SIGNAL.replace("Group", "Launch"), BOTH),
    ["unsignalled warning «CreationPolicy»", "signal-not-awaited warning «Launch»"],
  ],
  [
    "a handle's URL",
    instance(`cfn-signal -e $? '\${Handle}'`, {
      policy: "",
      more: "  Handle: { Type: AWS::CloudFormation::WaitConditionHandle }\n  Wait:\n    Type: AWS::CloudFormation::WaitCondition\n    DependsOn: Web\n    Properties: { Handle: !Ref Handle, Timeout: 600 }\n",
    }),
    ["wait-condition hint «Wait»"],
  ],
  [
    "a handle's URL, with data",
    `${instance("work; cfn-signal -e $? -d x '${Handle}'", {
      policy: "",
      more: "  Handle: { Type: AWS::CloudFormation::WaitConditionHandle }\n  Wait:\n    Type: AWS::CloudFormation::WaitCondition\n    DependsOn: Web\n    Properties: { Handle: !Ref Handle, Timeout: 600 }\n",
    })}Outputs:\n  Data: { Value: !GetAtt Wait.Data }\n`,
    [],
  ],
  [
    "copied user data",
    instance(SIGNAL, {
      more: `  Web2:\n    Type: AWS::EC2::Instance\n    CreationPolicy: { ResourceSignal: { Timeout: PT15M } }\n    Properties:\n      UserData:\n        Fn::Base64: !Sub "#!/bin/bash\\n${SIGNAL}"\n`,
    }),
    ["signal-other-resource warning «Web»"],
  ],

  // What waits
  ["unsignalled", instance("work"), ["unsignalled warning «CreationPolicy»"]],
  ["only a failure", instance(SIGNAL.replace("$?", "1")), ["unsignalled warning «CreationPolicy»"]],
  [
    "signalled by an SDK",
    instance("python - <<EOF\nboto3.client('cloudformation').signal_resource(StackName='x')\nEOF"),
    [],
  ],
  [
    "signalled by an automation",
    instance("work", {
      more: "  Doc:\n    Type: AWS::SSM::Document\n    Properties:\n      Content:\n        mainSteps:\n          - action: aws:executeAwsApi\n            inputs: { Service: cloudformation, Api: SignalResource, LogicalResourceId: Web, StackName: '{{Stack}}', UniqueId: a, Status: SUCCESS }\n",
    }),
    [],
  ],
  [
    "an automation's wrong resource",
    instance(SIGNAL, {
      more: "  Doc:\n    Type: AWS::SSM::Document\n    Properties:\n      Content:\n        mainSteps:\n          - inputs: { Service: cloudformation, Api: SignalResource, LogicalResourceId: Nope, StackName: '{{Stack}}', Status: SUCCESS }\n",
    }),
    ["signal-unknown-resource warning «Nope»"],
  ],
  [
    "a document's command",
    instance("work", {
      more: "  Doc:\n    Type: AWS::SSM::Document\n    Properties:\n      Content:\n        mainSteps:\n          - action: aws:runShellScript\n            inputs:\n              runCommand:\n                - work\n                - !Sub cfn-signal -e $? --stack ${AWS::StackName} --resource Web --region x\n",
    }),
    [],
  ],
  [
    "a command of Init",
    instance(INIT, {
      metadata: `Metadata:\n  AWS::CloudFormation::Init:\n    config:\n      commands:\n        end: { command: !Sub "cfn-signal -e 0 --stack \${AWS::StackName} --resource Web --region x" }`,
    }),
    ["always-success info «-e 0»"],
  ],
  [
    "an update that waits",
    group("work", WAITS),
    ["rolling-update info «WaitOnResourceSignals»", "unsignalled warning «WaitOnResourceSignals»"],
  ],
  [
    "a launch template from elsewhere",
    group("work", CREATES)
      .replace(/!Ref Launch,/, "!Ref Param,")
      .replace("!GetAtt Launch.LatestVersionNumber", "'1'"),
    [],
  ],
  [
    "user data from elsewhere",
    "Parameters: { Data: { Type: String } }\nResources:\n  Web:\n    Type: AWS::EC2::Instance\n    CreationPolicy: { ResourceSignal: { Timeout: PT15M } }\n    Properties: { UserData: !Ref Data }\n",
    [],
  ],

  [
    "a program that is told the names",
    instance("aws s3 cp s3://bucket/setup.sh .\nbash setup.sh ${AWS::StackName} Web"),
    [],
  ],
  [
    "what is left of a command",
    instance("  --stack ${AWS::StackName} --resource Web"),
    ["unsignalled warning «CreationPolicy»"],
  ],
  [
    "a program that is told the stack alone",
    instance("bash setup.sh ${AWS::StackName}"),
    ["unsignalled warning «CreationPolicy»"],
  ],
  [
    "a policy in a branch",
    instance(`work\n${SIGNAL}`, {
      policy: "CreationPolicy: { ResourceSignal: !If [A, { Count: 1, Timeout: PT5M }, !Ref AWS::NoValue] }",
    }),
    [],
  ],
  [
    "a module's resource",
    `${instance(SIGNAL.replace("Web", "ModGroup"), { policy: "" })}  Mod: { Type: My::Group::Of::MODULE }\n`,
    [],
  ],

  // Count
  [
    "Count 2, one call",
    instance(SIGNAL, { policy: "CreationPolicy: { ResourceSignal: { Count: 2 } }" }),
    ["signal-count warning «2»"],
  ],
  [
    "Count 2, one call to a misspelt resource",
    instance(SIGNAL.replace("Web", "Webb"), { policy: "CreationPolicy: { ResourceSignal: { Count: 2 } }" }),
    ["signal-count warning «2»", "signal-unknown-resource error «Webb»"],
  ],
  [
    "Count 2, two ids",
    instance(
      `work\ncfn-signal -e $? -i a --stack \${AWS::StackName} --resource Web --region x\nmore\ncfn-signal -e $? -i b --stack \${AWS::StackName} --resource Web --region x`,
      { policy: "CreationPolicy: { ResourceSignal: { Count: 2 } }" },
    ),
    [],
  ],
  [
    "Count 0",
    instance("work", { policy: "CreationPolicy: { ResourceSignal: { Count: 0 } }" }),
    ["signal-count info «0»"],
  ],
  [
    "a group's Count",
    group(
      GROUP_SIGNAL,
      `CreationPolicy: { ResourceSignal: { Count: 3 } }\n${WAITS}`,
      "MinSize: 1\n      MaxSize: 5\n      DesiredCapacity: 2",
    ),
    ["signal-count warning «3»"],
  ],
  [
    "a group's Count by the same parameter",
    group(
      GROUP_SIGNAL,
      `CreationPolicy: { ResourceSignal: { Count: !Ref Size } }\n${WAITS}`,
      "MinSize: 1\n      MaxSize: 5\n      DesiredCapacity: !Ref Size",
    ),
    [],
  ],
  [
    "a group's Count by a parameter's default",
    group(
      GROUP_SIGNAL,
      `CreationPolicy: { ResourceSignal: { Count: !Ref Size } }\n${WAITS}`,
      "MinSize: 1\n      MaxSize: 5",
    ),
    ["signal-count warning «!Ref Size»"],
  ],
  [
    "a group's Count by a mapping",
    group(
      GROUP_SIGNAL,
      `CreationPolicy: { ResourceSignal: { Count: 3 } }\n${WAITS}`,
      "MinSize: !FindInMap [Sizes, small, Count]\n      MaxSize: 5",
    ),
    ["signal-count warning «3»"],
  ],
  [
    "a group's Count by any row of a mapping",
    group(
      GROUP_SIGNAL,
      `CreationPolicy: { ResourceSignal: { Count: 3 } }\n${WAITS}`,
      "MinSize: !FindInMap [Sizes, !Ref Size, Count]\n      MaxSize: 5",
    ),
    [],
  ],

  // Timeouts
  ...(["PT15M", "PT1H30M", "PT12H", "PT900S"] as const).map((timeout): [string, string, string[]] => [
    `Timeout ${timeout}`,
    instance(SIGNAL, { policy: `CreationPolicy: { ResourceSignal: { Timeout: ${timeout} } }` }),
    [],
  ]),
  ...(["15M", "900", "PT", "15 minutes", "PT13H"] as const).map((timeout): [string, string, string[]] => [
    `Timeout ${timeout}`,
    instance(SIGNAL, { policy: `CreationPolicy: { ResourceSignal: { Timeout: ${timeout} } }` }),
    [`timeout error «${timeout}»`],
  ]),
  [
    "PauseTime of two hours",
    group(GROUP_SIGNAL, BOTH.replace("PauseTime: PT10M", "PauseTime: PT2H")),
    ["timeout error «PT2H»"],
  ],
  [
    "a wait condition's seconds",
    "Resources:\n  H: { Type: AWS::CloudFormation::WaitConditionHandle }\n  W:\n    Type: AWS::CloudFormation::WaitCondition\n    Properties: { Handle: !Ref H, Timeout: PT15M }\nOutputs:\n  Url: { Value: !Ref H }\n",
    ["timeout error «PT15M»"],
  ],

  // Rolling updates
  [
    "no room to replace",
    group(GROUP_SIGNAL, BOTH.replace("{ Wait", "{ MinInstancesInService: 3, Wait")),
    ["rolling-update warning «3»"],
  ],
  [
    "percent",
    group(GROUP_SIGNAL, BOTH.replace("{ Wait", "{ MinSuccessfulInstancesPercent: 150, Wait")),
    ["rolling-update error «150»"],
  ],
  ["batch", group(GROUP_SIGNAL, BOTH.replace("{ Wait", "{ MaxBatchSize: 0, Wait")), ["rolling-update error «0»"]],
  [
    "percent without waiting",
    group("work", "UpdatePolicy: { AutoScalingRollingUpdate: { MinSuccessfulInstancesPercent: 50 } }"),
    ["rolling-update warning «MinSuccessfulInstancesPercent»"],
  ],
  [
    "signals that an update does not wait for",
    group(GROUP_SIGNAL, `${CREATES}\nUpdatePolicy: { AutoScalingRollingUpdate: { PauseTime: PT5M } }`),
    ["rolling-update info «AutoScalingRollingUpdate»"],
  ],
  [
    "a mere pause",
    group("work", "UpdatePolicy: { AutoScalingRollingUpdate: { PauseTime: PT5M } }"),
    ["rolling-update info «PauseTime»"],
  ],
  [
    "waiting without PauseTime",
    group(GROUP_SIGNAL, BOTH.replace(", PauseTime: PT10M", "")),
    ["rolling-update info «WaitOnResourceSignals»"],
  ],
  [
    "suspended processes",
    group(GROUP_SIGNAL, BOTH.replace("{ Wait", "{ SuspendProcesses: [AddToLoadBalancer, Launch, AZRebalance], Wait")),
    ["suspend-processes warning «AddToLoadBalancer»", "suspend-processes warning «Launch»"],
  ],
  ["no UpdatePolicy", group(GROUP_SIGNAL, CREATES), ["no-update-policy hint «Group»"]],

  // Exit codes
  ["set -e", instance(`#!/bin/bash -xe\nwork\n${SIGNAL}`), ["errexit warning «$?»"]],
  ["set -o errexit", instance(`set -euo pipefail\nwork\n${SIGNAL}`), ["errexit warning «$?»"]],
  ["set -e taken back", instance(`#!/bin/bash -e\nwork\nset +e\nmore\n${SIGNAL}`), []],
  ["set -e with a trap", instance(`#!/bin/bash -xe\ntrap '${SIGNAL}' EXIT\nwork`), []],
  [
    "set -e with a trap on ERR",
    instance(`#!/bin/bash -xe\ntrap '${SIGNAL.replace("$?", "1")}' ERR\nwork\n${SIGNAL}`),
    [],
  ],
  ["set -e with a trapped function", instance(`#!/bin/bash -xe\nfinish() { ${SIGNAL}; }\ntrap finish EXIT\nwork`), []],
  ["set -x alone", instance(`#!/bin/bash -x\nset -u\nwork\n${SIGNAL}`), []],
  [
    "another command's exit code",
    instance(`${INIT}\nsystemctl start httpd\n${SIGNAL}`, { metadata: CONFIG }),
    ["exit-code warning «$?»"],
  ],
  ["a checked cfn-init", instance(`${INIT} || exit 1\nsystemctl start httpd\n${SIGNAL}`, { metadata: CONFIG }), []],
  [
    "a stored exit code",
    instance(`${INIT}\nstatus=$?\necho done\n${SIGNAL.replace("$?", "$status")}`, { metadata: CONFIG }),
    [],
  ],
  ["echo's exit code", instance(`work\necho done\n${SIGNAL}`), ["exit-code warning «$?»"]],
  ["the condition's exit code", instance(`if work; then\n${SIGNAL}\nfi`), []],
  ["always success", instance(`work\n${SIGNAL.replace("$?", "0")}`), ["always-success warning «-e 0»"]],
  [
    "--success true",
    instance(`work\n${SIGNAL.replace("-e $?", "--success true")}`),
    ["always-success warning «--success true»"],
  ],
  [
    "success after set -e",
    instance(`#!/bin/bash -e\nwork\n${SIGNAL.replace("$?", "0")}`),
    ["always-success info «-e 0»"],
  ],
  [
    "success or failure",
    instance(`if work; then ${SIGNAL.replace("$?", "0")}; else ${SIGNAL.replace("$?", "1")}; fi`),
    [],
  ],
  [
    "before the work",
    instance(`work\n${SIGNAL}\n${INIT}`, { metadata: CONFIG }),
    ["signal-early warning «cfn-signal»"],
  ],
  ["before an installation", instance(`work\n${SIGNAL}\nyum install -y httpd`), ["signal-early warning «cfn-signal»"]],
  ["a failure before the work", instance(`work || ${SIGNAL.replace("$?", "1")}\nyum install -y httpd\n${SIGNAL}`), []],

  // Options
  [
    "no region",
    instance("work\ncfn-signal -e $? --stack ${AWS::StackName} --resource Web"),
    ["missing-option warning «cfn-signal»"],
  ],
  ["no stack", instance("work\ncfn-signal -e $? --resource Web --region x"), ["missing-option warning «cfn-signal»"]],
  [
    "nothing to signal",
    instance("work\ncfn-signal -e $? --stack ${AWS::StackName} --region x"),
    ["unsignalled warning «CreationPolicy»", "missing-option warning «cfn-signal»"].filter((line) =>
      line.startsWith("missing"),
    ),
  ],
  [
    "no region for cfn-init",
    instance(`cfn-init -s \${AWS::StackName} -r Web\n${SIGNAL}`, { metadata: CONFIG }),
    ["missing-option warning «cfn-init»"],
  ],
  ["options in a variable", instance("work\ncfn-signal -e $? $OPTIONS --resource Web"), []],

  // cfn-init
  [
    "cfn-init of an unknown resource",
    instance(`${INIT.replace("Web", "Wbe")}\n${SIGNAL}`, { metadata: CONFIG }),
    ["init-unknown-resource error «Wbe»"],
  ],
  ["cfn-init without metadata", instance(`${INIT}\n${SIGNAL}`), ["init-unknown-resource warning «Web»"]],
  [
    "unknown configSet",
    instance(`${INIT} -c instal\n${SIGNAL}`, {
      metadata: "Metadata:\n  AWS::CloudFormation::Init:\n    configSets: { install: [one] }\n    one: {}",
    }),
    ["init-unknown-configset error «instal»"],
  ],
  [
    "one of several configSets",
    instance(`${INIT} --configsets install,confgure\n${SIGNAL}`, {
      metadata:
        "Metadata:\n  AWS::CloudFormation::Init:\n    configSets: { install: [one], configure: [one] }\n    one: {}",
    }),
    ["init-unknown-configset error «confgure»"],
  ],
  [
    "no default configSet",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: "Metadata:\n  AWS::CloudFormation::Init:\n    configSets: { install: [one] }\n    one: {}",
    }),
    ["init-unknown-configset error «cfn-init»"],
  ],
  ["default without configSets", instance(`${INIT} -c default\n${SIGNAL}`, { metadata: CONFIG }), []],
  ["a configSet given by a parameter", instance(`${INIT} -c \${Set}\n${SIGNAL}`, { metadata: CONFIG }), []],
  [
    "a configSet's unknown config",
    instance(`${INIT} -c a\n${SIGNAL}`, {
      metadata:
        "Metadata:\n  AWS::CloudFormation::Init:\n    configSets: { a: [one, tow, { ConfigSet: b }, { ConfigSet: c }], b: [one] }\n    one: {}",
    }),
    ["configset-unknown-config error «tow»", "configset-unknown-config error «c»"],
  ],
  [
    "Init that only its own hook runs",
    instance(SIGNAL, {
      metadata: hup(
        "stack=${AWS::StackId}\nregion=${AWS::Region}",
        "path=Resources.Web.Metadata\naction=cfn-init -v --stack ${AWS::StackName} --resource Web --region x",
      ),
    }),
    ["init-unused warning «AWS::CloudFormation::Init»"],
  ],
  ["unused Init", instance(SIGNAL, { metadata: CONFIG }), ["init-unused warning «AWS::CloudFormation::Init»"]],
  [
    "sections directly under Init",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: "Metadata:\n  AWS::CloudFormation::Init:\n    packages: { yum: { httpd: [] } }",
    }),
    ["init-shape warning «packages»", "init-unknown-configset warning «cfn-init»"],
  ],
  [
    "unknown keys",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata:
        "Metadata:\n  AWS::CloudFormation::Init:\n    config:\n      service: {}\n      packages: { yun: {} }\n      services: { sysvint: {} }\n      files: { /a: { contents: x } }\n      commands: { a: { cwd: / }, b: { command: x, ignoreError: true } }",
    }),
    [
      "init-shape warning «service»",
      "init-shape warning «yun»",
      "init-shape warning «sysvint»",
      "init-shape warning «contents»",
      "init-shape warning «a»",
      "init-shape warning «ignoreError»",
    ],
  ],
  [
    "restart for a file that is not written",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata:
        "Metadata:\n  AWS::CloudFormation::Init:\n    config:\n      files: { /etc/a: { content: x } }\n      services: { systemd: { x: { enabled: true, files: [/etc/a, /etc/b] } } }",
    }),
    ["service-restart info «/etc/b»"],
  ],

  [
    "a configSet that includes itself",
    instance(`${INIT} -c a\n${SIGNAL}`, {
      metadata:
        "Metadata:\n  AWS::CloudFormation::Init:\n    configSets: { a: [{ ConfigSet: b }], b: [one, { ConfigSet: a }], c: [{ ConfigSet: a }] }\n    one: {}",
    }),
    ["configset-unknown-config error «b»", "configset-unknown-config error «a»"],
  ],

  // cfn-hup
  [
    "cfn-hup",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: hup(
        "stack=${AWS::StackId}\nregion=${AWS::Region}",
        "path=Resources.Web.Metadata.AWS::CloudFormation::Init\naction=cfn-init -v --stack ${AWS::StackName} --resource Web --region x",
      ),
    }),
    [],
  ],
  [
    "hook on an unknown resource",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: hup(
        "stack=${AWS::StackId}\nregion=${AWS::Region}",
        "path=Resources.Nope.Metadata.AWS::CloudFormation::Init\naction=cfn-init -v --stack ${AWS::StackName} --resource Web --region x",
      ),
    }),
    ["hup-path warning «Nope»"],
  ],
  [
    "hook on an unknown key",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: hup(
        "stack=${AWS::StackId}\nregion=${AWS::Region}",
        "path=Resources.Web.Metadata.AWS::CloudFormation::Init.nope\naction=cfn-init -v --stack ${AWS::StackName} --resource Web --region x",
      ),
    }),
    ["hup-path warning «nope»"],
  ],
  [
    "a hook's action",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: hup(
        "stack=${AWS::StackId}\nregion=${AWS::Region}",
        "path=Resources.Web.Metadata.AWS::CloudFormation::Init\naction=cfn-init -v --stack ${AWS::StackName} --resource Nope --region x",
      ),
    }),
    ["init-unknown-resource warning «Nope»"],
  ],
  [
    "a hook that applies another resource's metadata",
    `${instance(`${INIT}\n${SIGNAL}`, { metadata: hup("stack=${AWS::StackId}\nregion=${AWS::Region}", "path=Resources.Web.Metadata\naction=cfn-init -v --stack ${AWS::StackName} --resource Web2 --region x") })}  Web2: { Type: AWS::EC2::Instance, Metadata: { AWS::CloudFormation::Init: { config: {} } } }\n`,
    ["hup-path info «Web2»"],
  ],
  [
    "conf without region",
    instance(`${INIT}\n${SIGNAL}`, { metadata: hup("stack=${AWS::StackId}", "path=Resources.Web.Metadata\naction=x") }),
    ["hup-conf warning «[main]»"],
  ],
  [
    "nothing starts it",
    instance(`${INIT}\n${SIGNAL}`, {
      metadata: hup("stack=${AWS::StackId}\nregion=${AWS::Region}", "path=Resources.Web.Metadata\naction=x", "httpd"),
    }),
    ["hup-conf warning «[main]»"],
  ],
  [
    "in user data",
    instance(
      `cat > /etc/cfn/cfn-hup.conf <<EOF\n[main]\nstack=\${AWS::StackId}\nEOF\nsystemctl start cfn-hup\n${SIGNAL}`,
    ),
    ["hup-conf warning «[main]»"],
  ],

  // Wait conditions
  [
    "too early",
    instance("work; cfn-signal -e $? ${H}", {
      policy: "",
      more: "  H: { Type: AWS::CloudFormation::WaitConditionHandle }\n  W:\n    Type: AWS::CloudFormation::WaitCondition\n    Properties: { Handle: !Ref H, Timeout: 600 }\n",
    }),
    ["wait-condition warning «W»"],
  ],
  [
    "a shared handle",
    instance("work; cfn-signal -e $? ${H}", {
      policy: "",
      more: "  H: { Type: AWS::CloudFormation::WaitConditionHandle }\n  W: { Type: AWS::CloudFormation::WaitCondition, DependsOn: Web, Properties: { Handle: !Ref H, Timeout: 600 } }\n  V: { Type: AWS::CloudFormation::WaitCondition, DependsOn: Web, Properties: { Handle: !Ref H, Timeout: 600 } }\n",
    }),
    ["wait-condition hint «W»", "wait-condition hint «V»", "wait-condition warning «!Ref H»"],
  ],
  [
    "a handle that nothing gets",
    "Resources:\n  H: { Type: AWS::CloudFormation::WaitConditionHandle }\n  W: { Type: AWS::CloudFormation::WaitCondition, Properties: { Handle: !Ref H, Timeout: 600 } }\n",
    ["wait-condition warning «W»"],
  ],
  [
    "a wait condition's Count",
    instance("work; cfn-signal -e $? ${H}", {
      policy: "",
      more: "  H: { Type: AWS::CloudFormation::WaitConditionHandle }\n  W: { Type: AWS::CloudFormation::WaitCondition, DependsOn: Web, Properties: { Handle: !Ref H, Timeout: 600, Count: 2 } }\n",
    }),
    ["wait-condition hint «W»", "wait-condition warning «2»"],
  ],

  // Lost line breaks, lost first lines
  [
    "no interpreter",
    instance(`work\n${SIGNAL}`).replace("#!/bin/bash\n          ", ""),
    ["no-interpreter warning «work»"],
  ],
  ["blanks before the interpreter", instance(`work\n${SIGNAL}`).replace("#!/bin/bash", "\n          #!/bin/bash"), []],
  [
    "a script on one line",
    `Resources:\n  Web:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Join ["", ["#!/bin/bash -xe ", "cfn-init -v "]]\n`,
    ["one-line warning «#!»"],
  ],
  [
    "a group waits for fewer signals than its machines send",
    group(
      "/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Group --region ${AWS::Region}",
      "CreationPolicy: { ResourceSignal: { Count: 1, Timeout: PT15M } }\nUpdatePolicy: { AutoScalingRollingUpdate: { WaitOnResourceSignals: true, PauseTime: PT15M, MinInstancesInService: 1 } }",
      "MinSize: '2'\n      MaxSize: '3'",
    ),
    ["signal-count warning «1»"],
  ],
];

function hup(conf: string, hook: string, service = "cfn-hup"): string {
  const block = (text: string) => text.replace(/\n/g, "\n            ");
  return `Metadata:
  AWS::CloudFormation::Init:
    config:
      files:
        /etc/cfn/cfn-hup.conf:
          content: !Sub |
            [main]
            ${block(conf)}
        /etc/cfn/hooks.d/reload.conf:
          content: !Sub |
            [reload]
            triggers=post.update
            ${block(hook)}
      services:
        systemd:
          ${service}: { enabled: true, ensureRunning: true, files: [/etc/cfn/cfn-hup.conf] }`;
}

describe("bootstrap rules", () => {
  for (const [name, source, expected] of cases) it(name, () => check(source, expected));
});
