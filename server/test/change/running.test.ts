import assert from "node:assert/strict";
import { runningInstances } from "../../src/change/running/runningInstances.ts";
import { edited } from "./edited.ts";

function told(source: string): readonly string[] {
  return runningInstances(edited(source)).map(
    ({ id, effects, minutes }) => `${id}: ${effects.join(", ")}${minutes === undefined ? "" : ` (${minutes})`}`,
  );
}

const INIT = (content: string, hup: string): string => `S:
  Type: AWS::EC2::Instance
  Metadata:
    AWS::CloudFormation::Init:
      config:
        files:
          /var/www/index.html: {content: ${content}}${hup}
  Properties:
    UserData:
      Fn::Base64: !Sub "#!/bin/bash\\n/opt/aws/bin/cfn-init --stack \${AWS::StackName} --resource S --region \${AWS::Region}\\n"`;

const HUP = (path: string, interval = "interval=4"): string => `
          /etc/cfn/cfn-hup.conf: {content: !Sub "[main]\\nstack=\${AWS::StackId}\\nregion=\${AWS::Region}\\n${interval}\\n"}
          /etc/cfn/hooks.d/x.conf: {content: "[x]\\ntriggers=post.update\\npath=${path}\\naction=/opt/aws/bin/cfn-init\\n"}
        services: {systemd: {cfn-hup: {enabled: true, ensureRunning: true}}}`;

const GROUP = (policy: string, launch: string, more = ""): string => `L:
  Type: AWS::AutoScaling::LaunchConfiguration
  Properties: {ImageId: ${launch}, InstanceType: t3.micro}
G:
  Type: AWS::AutoScaling::AutoScalingGroup${policy}
  Properties: {LaunchConfigurationName: !Ref L, MinSize: 4, MaxSize: 8${more}}`;

describe("what happens to servers that run", () => {
  const cases: readonly (readonly [name: string, source: string, expected: readonly string[]])[] = [
    [
      "user data",
      "S:\n  Type: AWS::EC2::Instance\n  Properties: {UserData: !Base64 «a→b»}",
      ["S: stops and starts, user data does not run again"],
    ],
    [
      "user data that runs at each start",
      "S:\n  Type: AWS::EC2::Instance\n  Properties: {UserData: !Base64 '<powershell>«a→b»</powershell><persist>true</persist>'}",
      ["S: stops and starts, user data runs at the next start"],
    ],
    ["an image", "S:\n  Type: AWS::EC2::Instance\n  Properties: {ImageId: «a→b»}", ["S: replaced"]],
    ["a profile", "S:\n  Type: AWS::EC2::Instance\n  Properties: {IamInstanceProfile: «a→b»}", ["S: changed in place"]],
    [
      "tenancy, to a host",
      "S:\n  Type: AWS::EC2::Instance\n  Properties: {Tenancy: «dedicated→host»}",
      ["S: changed in place"],
    ],
    [
      "tenancy, to the default",
      "S:\n  Type: AWS::EC2::Instance\n  Properties: {Tenancy: «dedicated→default»}",
      ["S: replaced"],
    ],
    [
      "nothing of its own",
      "S: {Type: AWS::EC2::Instance}\nT:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «a→b»}",
      [],
    ],
    [
      "an attribute that stays",
      "S:\n  Type: AWS::EC2::Instance\n  Properties: {UserData: !Base64 {'Fn::Sub': 'x ${T.TopicArn}'}}\nT:\n  Type: AWS::SNS::Topic\n  Properties: {DisplayName: «a→b»}",
      [],
    ],
    ["Init that nothing reads again", INIT("«a→b»", ""), ["S: none"]],
    [
      "Init with cfn-hup",
      INIT("«a→b»", HUP("Resources.S.Metadata.AWS::CloudFormation::Init")),
      ["S: applied by cfn-hup (4)"],
    ],
    [
      "cfn-hup at its usual interval",
      INIT("«a→b»", HUP("Resources.S.Metadata", "verbose=true")),
      ["S: applied by cfn-hup (15)"],
    ],
    ["cfn-hup that looks elsewhere", INIT("«a→b»", HUP("Resources.T.Metadata")), ["S: none"]],
    ["cfn-hup that comes with the change", INIT("«a→b»", `«→${HUP("Resources.S.Metadata")}»`), ["S: none"]],
    [
      "a creation policy",
      "S:\n  Type: AWS::EC2::Instance\n  CreationPolicy: {ResourceSignal: {Timeout: «PT5M→PT9M»}}",
      ["S: none"],
    ],
    ["a group without a policy", GROUP("", "«a→b»"), ["G: new instances only"]],
    [
      "a rolling update",
      GROUP("\n  UpdatePolicy: {AutoScalingRollingUpdate: {WaitOnResourceSignals: true}}", "«a→b»"),
      ["G: replaced one by one, waits for signals"],
    ],
    [
      "a rolling update in batches",
      GROUP("\n  UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: 2}}", "«a→b»"),
      ["G: replaced in batches"],
    ],
    [
      "a rolling update of all",
      GROUP("\n  UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: 4}}", "«a→b»"),
      ["G: replaced all at once"],
    ],
    [
      "a replacing update",
      GROUP("\n  UpdatePolicy: {AutoScalingReplacingUpdate: {WillReplace: true}}", "«a→b»"),
      ["G: new group"],
    ],
    ["a policy alone", GROUP("«→\n  UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: 4}}»", "a"), ["G: none"]],
    ["subnets", GROUP("", "a", ", VPCZoneIdentifier: [«a→b»]"), ["G: replaced"]],
    ["a larger group", GROUP("", "a", ", DesiredCapacity: «4→5»"), ["G: more are launched"]],
    [
      "a group with scheduled actions",
      `${GROUP("", "a", ", Cooldown: «1→2»")}\nE:\n  Type: AWS::AutoScaling::ScheduledAction\n  Properties: {AutoScalingGroupName: !Ref G, DesiredCapacity: 2}`,
      ["G: size set back to the template"],
    ],
    [
      "the latest version of a launch template",
      "L:\n  Type: AWS::EC2::LaunchTemplate\n  Properties: {LaunchTemplateData: {ImageId: «a→b»}}\nG:\n  Type: AWS::AutoScaling::AutoScalingGroup\n  UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: 1}}\n  Properties: {MinSize: 1, MaxSize: 2, LaunchTemplate: {LaunchTemplateId: !Ref L, Version: !GetAtt L.LatestVersionNumber}}",
      ["G: replaced one by one"],
    ],
    [
      "$Latest of a launch template",
      "L:\n  Type: AWS::EC2::LaunchTemplate\n  Properties: {LaunchTemplateData: {ImageId: «a→b»}}\nG:\n  Type: AWS::AutoScaling::AutoScalingGroup\n  UpdatePolicy: {AutoScalingRollingUpdate: {MaxBatchSize: 1}}\n  Properties: {MinSize: 1, MaxSize: 2, LaunchTemplate: {LaunchTemplateId: !Ref L, Version: $Latest}}",
      ["G: new instances only"],
    ],
    [
      "the rules of a security group",
      "S:\n  Type: AWS::EC2::Instance\n  Properties: {SecurityGroupIds: [!GetAtt W.GroupId]}\nW:\n  Type: AWS::EC2::SecurityGroup\n  Properties: {GroupDescription: a, SecurityGroupIngress: [{IpProtocol: tcp, CidrIp: «10.0.0.0/8→0.0.0.0/0»}]}",
      ["S: changed in place"],
    ],
    ["a removal", "«S: {Type: AWS::EC2::Instance}→»\nT: {Type: AWS::SNS::Topic}", ["S: terminated"]],
    [
      "a removal that keeps",
      "«S: {Type: AWS::EC2::Instance, DeletionPolicy: Retain}→»\nT: {Type: AWS::SNS::Topic}",
      ["S: kept, no longer managed"],
    ],
  ];
  for (const [name, source, expected] of cases) it(name, () => assert.deepEqual(told(source), expected));

  it("says that a replacement is uncertain, beside a change that is certain", () => {
    const [found] = runningInstances(
      edited(
        "Parameters:\n  P: {Type: String}\n  Q: {Type: String}\nResources:\n  S:\n    Type: AWS::EC2::Instance\n    Properties: {ImageId: !Ref «P→Q», UserData: !Base64 «a→b»}",
      ),
    );
    assert.deepEqual([found?.effects, found?.reasons.map(({ key }) => key)], [["replaced"], ["uncertain", "replaced"]]);
  });
});
