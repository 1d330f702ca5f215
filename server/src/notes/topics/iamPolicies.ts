import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const iamPoliciesTopics: readonly Topic[] = [
  topicBelow(
    "policy-conditions",
    "IAM",
    "Condition|Policy condition|Condition key|条件キー|ポリシーの条件|Confused deputy|混乱した代理|External ID|外部ID",
    [],
    [
      "AWS::IAM::*.**.PolicyDocument.Statement.Condition",
      "AWS::IAM::*.**.PolicyDocument.Statement.Condition.**",
      "AWS::IAM::Role.AssumeRolePolicyDocument.Statement.Condition",
      "AWS::IAM::Role.AssumeRolePolicyDocument.Statement.Condition.**",
      "AWS::S3::BucketPolicy.PolicyDocument.Statement.Condition.**",
      "AWS::KMS::Key.KeyPolicy.Statement.Condition.**",
      "AWS::SQS::QueuePolicy.PolicyDocument.Statement.Condition.**",
      "AWS::SNS::TopicPolicy.PolicyDocument.Statement.Condition.**",
    ],
  ),
  topicBelow(
    "oidc-provider",
    "",
    "OIDC provider|OIDC|OpenID Connect|OIDCプロバイダー|OIDCプロバイダ|IRSA|Web identity|ウェブアイデンティティ",
    ["AWS::IAM::OIDCProvider"],
    [
      "AWS::IAM::OIDCProvider.Url",
      "AWS::IAM::OIDCProvider.ClientIdList",
      "AWS::IAM::OIDCProvider.ThumbprintList",
      "AWS::IAM::Role.AssumeRolePolicyDocument.Statement.Principal.Federated",
    ],
  ),
  topicBelow(
    "permission-boundary",
    "IAM",
    "Permission boundary|Permissions boundary|アクセス許可の境界|アクセス許可境界|パーミッションバウンダリー",
    ["AWS::IAM::Role.PermissionsBoundary", "AWS::IAM::User.PermissionsBoundary"],
  ),
  topicBelow("iam-user-keys", "", "IAM user|IAM users|IAMユーザー|Access key|Access keys|アクセスキー", [
    "AWS::IAM::User",
    "AWS::IAM::AccessKey",
  ]),
  topicBelow(
    "iam-path",
    "IAM",
    "Path|Friendly name|パス",
    [],
    [
      "AWS::IAM::Role.Path",
      "AWS::IAM::InstanceProfile.Path",
      "AWS::IAM::User.Path",
      "AWS::IAM::ManagedPolicy.Path",
      "AWS::IAM::Group.Path",
    ],
  ),
  topicBelow(
    "policy-attachment",
    "",
    "Attaching a policy|Policy attachment|IAMポリシーのアタッチ|ポリシーのアタッチ",
    ["AWS::IAM::Policy.Roles", "AWS::IAM::ManagedPolicy.Roles"],
    [
      "AWS::IAM::Policy.Users",
      "AWS::IAM::Policy.Groups",
      "AWS::IAM::ManagedPolicy.Users",
      "AWS::IAM::ManagedPolicy.Groups",
      "AWS::IAM::RolePolicy.RoleName",
      "AWS::IAM::UserPolicy.UserName",
      "AWS::IAM::GroupPolicy.GroupName",
    ],
  ),
];
