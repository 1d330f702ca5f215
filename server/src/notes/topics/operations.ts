import type { Topic } from "../topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const operationsTopics: readonly Topic[] = [
  topicBelow("stack-policy", "", "Stack policy|Stack policies|スタックポリシー", [
    "word:aws cloudformation set-stack-policy",
    "word:--stack-policy-body",
    "word:--stack-policy-during-update-body",
  ]),
  topicBelow(
    "termination-protection",
    "cloudformation",
    "Termination protection|Stack termination protection|削除保護|スタックの削除保護",
    ["word:aws cloudformation update-termination-protection", "word:--enable-termination-protection"],
  ),
  topicBelow(
    "dynamic-references",
    "",
    "Dynamic reference|Dynamic references|動的参照|{{resolve|resolve:secretsmanager|resolve:ssm",
    ["text:resolve:ssm", "text:resolve:ssm-secure", "text:resolve:secretsmanager"],
  ),
  topicBelow("parameter-noecho", "", "NoEcho", ["section:Parameters.NoEcho"]),
  topicBelow(
    "nested-change-sets",
    "",
    "Change sets for nested stacks|Nested change set|ネストされたスタックの変更セット|ネストされた変更セット",
    ["word:--include-nested-stacks"],
  ),
  topicBelow(
    "modules",
    "",
    "CloudFormation module|CloudFormation modules|CloudFormationモジュール|Module fragment",
    ["AWS::CloudFormation::ModuleVersion", "AWS::CloudFormation::ModuleDefaultVersion"],
    ["*::MODULE"],
  ),
  topicBelow(
    "guard-hooks",
    "",
    "Guard Hook|Guard Hooks|CloudFormation Hook|CloudFormation Hooks|CloudFormation Guard|cfn-guard|CloudFormationフック|Guardフック|Lambda Hook",
    ["AWS::CloudFormation::GuardHook", "AWS::CloudFormation::LambdaHook"],
    [
      "AWS::CloudFormation::GuardHook.FailureMode",
      "AWS::CloudFormation::GuardHook.TargetOperations",
      "AWS::CloudFormation::GuardHook.RuleLocation",
      "AWS::CloudFormation::LambdaHook.FailureMode",
      "AWS::CloudFormation::LambdaHook.TargetOperations",
    ],
  ),
  topicBelow(
    "metadata-context",
    "",
    "Metadata Context|com.aws.cloudformation.Context|メタデータコンテキスト",
    [],
    ["metadata:com*aws*cloudformation*Context", "metadata:com*aws*cloudformation*Context.**"],
  ),
];
