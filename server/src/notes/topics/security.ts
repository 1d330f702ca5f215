import type { Topic } from "../topic.ts";
import { topicBelow } from "./topicBelow.ts";

export const securityTopics: readonly Topic[] = [
  topicBelow(
    "key-policy",
    "KMS",
    "Key policy|キーポリシー",
    ["AWS::KMS::Key.KeyPolicy"],
    ["AWS::KMS::Key.KeyPolicy.**"],
  ),
  topicBelow("kms-key", "", "KMS key|KMSキー|Customer managed key|カスタマーマネージドキー", ["AWS::KMS::Key"]),
  topicBelow(
    "key-rotation",
    "KMS",
    "Key rotation|Automatic key rotation|Rotation|キーローテーション|キーの自動ローテーション|自動ローテーション|ローテーション",
    ["AWS::KMS::Key.EnableKeyRotation"],
    ["AWS::KMS::Key.RotationPeriodInDays", "AWS::KMS::Key.KeySpec", "AWS::KMS::Key.MultiRegion"],
  ),
  topicBelow("kms-deletion", "KMS", "Key deletion|Pending window|キーの削除|待機期間", [
    "AWS::KMS::Key.PendingWindowInDays",
  ]),
  topicBelow(
    "kms-alias",
    "KMS",
    "Alias|KMS alias|エイリアス|KMSエイリアス",
    ["AWS::KMS::Alias"],
    ["AWS::KMS::Alias.AliasName", "AWS::KMS::Alias.TargetKeyId"],
  ),
  topicBelow(
    "secrets-manager",
    "",
    "Secrets Manager secret|Secret rotation|シークレットのローテーション|Generate secret string|シークレット",
    [
      "AWS::SecretsManager::Secret",
      "AWS::SecretsManager::RotationSchedule",
      "AWS::SecretsManager::SecretTargetAttachment",
    ],
    [
      "AWS::SecretsManager::Secret.GenerateSecretString",
      "AWS::SecretsManager::Secret.GenerateSecretString.**",
      "AWS::SecretsManager::Secret.SecretString",
      "AWS::SecretsManager::RotationSchedule.**",
      "AWS::SecretsManager::SecretTargetAttachment.**",
    ],
  ),
  topicBelow(
    "ssm-parameter",
    "",
    "SSM parameter|SSMパラメータ|Parameter Store|パラメータストア|Systems Manager Parameter Store",
    ["AWS::SSM::Parameter"],
    [
      "AWS::SSM::Parameter.Tier",
      "AWS::SSM::Parameter.Value",
      "AWS::SSM::Parameter.DataType",
      "AWS::SSM::Parameter.Name",
    ],
  ),
  topicBelow("secure-string", "SSM", "SecureString|Secure string|セキュアストリング", ["AWS::SSM::Parameter.Type"]),
  topicBelow(
    "dns-validation",
    "ACM",
    "DNS validation|Email validation|DNS検証|Eメール検証|メール検証",
    ["AWS::CertificateManager::Certificate.ValidationMethod"],
    [
      "AWS::CertificateManager::Certificate.DomainValidationOptions",
      "AWS::CertificateManager::Certificate.DomainValidationOptions.**",
      "AWS::CertificateManager::Certificate.DomainName",
      "AWS::CertificateManager::Certificate.SubjectAlternativeNames",
    ],
  ),
  topicBelow("acm-certificate", "", "ACM certificate|ACM証明書", ["AWS::CertificateManager::Certificate"]),
  topicBelow(
    "cognito-user-pool",
    "",
    "Cognito user pool|User pool|ユーザープール|Cognitoユーザープール|App client",
    ["AWS::Cognito::UserPool", "AWS::Cognito::UserPoolClient"],
    [
      "AWS::Cognito::UserPool.Schema",
      "AWS::Cognito::UserPool.UsernameAttributes",
      "AWS::Cognito::UserPool.AliasAttributes",
      "AWS::Cognito::UserPool.DeletionProtection",
      "AWS::Cognito::UserPoolClient.GenerateSecret",
      "AWS::Cognito::UserPoolClient.ExplicitAuthFlows",
    ],
  ),
  topicBelow(
    "waf-web-acl",
    "",
    "Web ACL|WAF web ACL|WAFv2|ウェブACL|WebACL",
    ["AWS::WAFv2::WebACL", "AWS::WAFv2::WebACLAssociation"],
    [
      "AWS::WAFv2::WebACL.Scope",
      "AWS::WAFv2::WebACL.DefaultAction",
      "AWS::WAFv2::WebACL.Rules",
      "AWS::WAFv2::WebACLAssociation.ResourceArn",
      "AWS::CloudFront::Distribution.DistributionConfig.WebACLId",
    ],
  ),
  topicBelow(
    "detective-services",
    "",
    "GuardDuty detector|Security Hub CSPM|Amazon Inspector|Amazon Macie|セキュリティサービスの使い分け|Security services",
    ["AWS::GuardDuty::Detector", "AWS::SecurityHub::Hub", "AWS::Macie::Session", "AWS::InspectorV2::Filter"],
  ),
];
