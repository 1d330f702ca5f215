import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const identityTopics: readonly Topic[] = [
  topicBelow(
    "trust-policy",
    "IAM",
    "Trust policy|Trust relationship|Assume role|信頼ポリシー|信頼関係",
    ["AWS::IAM::Role.AssumeRolePolicyDocument"],
    ["AWS::IAM::Role", "AWS::IAM::Role.AssumeRolePolicyDocument.**"],
  ),
  topicBelow(
    "managed-policy",
    "IAM",
    "Managed policy|AWS managed policy|Customer managed policy|マネージドポリシー|管理ポリシー|AWS管理ポリシー|カスタマー管理ポリシー",
    [
      "AWS::IAM::ManagedPolicy",
      "AWS::IAM::Role.ManagedPolicyArns",
      "AWS::IAM::User.ManagedPolicyArns",
      "AWS::IAM::Group.ManagedPolicyArns",
    ],
  ),
  topicBelow(
    "iam-policy",
    "IAM",
    "IAM policy|IAMポリシー|Policy|ポリシー",
    [
      "AWS::IAM::Policy",
      "AWS::IAM::Policy.PolicyDocument",
      "AWS::IAM::RolePolicy",
      "AWS::IAM::UserPolicy",
      "AWS::IAM::GroupPolicy",
      "AWS::IAM::ManagedPolicy",
      "AWS::IAM::ManagedPolicy.PolicyDocument",
      "AWS::IAM::Role.Policies",
      "AWS::IAM::Role.Policies.PolicyDocument",
      "AWS::IAM::User.Policies.PolicyDocument",
      "AWS::IAM::Group.Policies.PolicyDocument",
    ],
    [
      "AWS::IAM::Policy.PolicyDocument.**",
      "AWS::IAM::RolePolicy.PolicyDocument.**",
      "AWS::IAM::ManagedPolicy.PolicyDocument.**",
      "AWS::IAM::Role.Policies.PolicyDocument.**",
      "AWS::IAM::User.Policies.PolicyDocument.**",
      "AWS::IAM::Group.Policies.PolicyDocument.**",
      "AWS::IAM::UserPolicy.PolicyDocument.**",
      "AWS::IAM::GroupPolicy.PolicyDocument.**",
    ],
  ),
  topicBelow(
    "ec2-instance-profile",
    "",
    "Instance profile|インスタンスプロファイル",
    [
      "AWS::IAM::InstanceProfile",
      "AWS::EC2::Instance.IamInstanceProfile",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.IamInstanceProfile",
    ],
    [
      "AWS::IAM::InstanceProfile.Roles",
      "AWS::AutoScaling::LaunchConfiguration.IamInstanceProfile",
      "AWS::EC2::LaunchTemplate.LaunchTemplateData.IamInstanceProfile.*",
    ],
  ),
  topicBelow(
    "named-iam",
    "",
    "Capabilities|Requires capabilities|InsufficientCapabilities|InsufficientCapabilitiesException|CAPABILITY_IAM|CAPABILITY_NAMED_IAM|CAPABILITY_AUTO_EXPAND|ケイパビリティ|Named IAM resources|名前付きIAMリソース",
    [
      "AWS::IAM::Role.RoleName",
      "AWS::IAM::User.UserName",
      "AWS::IAM::Group.GroupName",
      "AWS::IAM::ManagedPolicy.ManagedPolicyName",
      "AWS::IAM::InstanceProfile.InstanceProfileName",
      "word:--capabilities",
      "text:CAPABILITY_IAM",
      "text:CAPABILITY_NAMED_IAM",
      "text:CAPABILITY_AUTO_EXPAND",
    ],
  ),
];
