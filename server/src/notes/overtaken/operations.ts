import { DOCS, ENDED, type OvertakenFact } from "./fact.ts";

/** Services that have ended or changed their names, the exam, and stacks. */
export const operations: readonly OvertakenFact[] = [
  {
    id: "opsworks",
    topic: "opsworks",
    says: [/ops\s?works/iu],
    knows: ENDED,
    now: {
      en: "OpsWorks was shut down on May 26, 2024; Systems Manager configures and patches servers today.",
      ja: "OpsWorksは2024年5月26日に終了しました。サーバーの設定やパッチは、今はSystems Managerで行います。",
    },
    ends: "AWS::OpsWorks::Stack",
    since: "2024-05-26",
    source: `${DOCS}opsworks/latest/APIReference/Welcome.html`,
  },
  {
    id: "inspector-classic",
    topic: "detective-services",
    says: [/Inspector/u, /エージェント|\bagents?\b/iu],
    knows: /エージェントレス|エージェント不要|SSM|agentless|\bno agent/iu,
    now: {
      en: "Inspector Classic with its own agent ended on May 20, 2026: Amazon Inspector scans instances with the SSM agent or without one, and also container images and functions.",
      ja: "専用エージェントを使うInspector Classicは2026年5月20日に終了しました。今のAmazon InspectorはSSMエージェントかエージェントなしで検査し、コンテナイメージとLambda関数も対象です。",
    },
    ends: "AWS::Inspector",
    since: "2026-05-20",
    source: `${DOCS}inspector/v1/userguide/inspector-migration.html`,
  },
  {
    id: "single-sign-on",
    topic: "iam-user-keys",
    says: [/AWS SSO|AWS Single Sign-?On/u],
    knows: /Identity Center/iu,
    now: {
      en: "AWS Single Sign-On has been called IAM Identity Center since July 26, 2022.",
      ja: "AWS Single Sign-Onは、2022年7月26日からIAM Identity Centerという名前です。",
    },
    since: "2022-07-26",
    source: `${DOCS}singlesignon/latest/userguide/what-is.html`,
  },
  {
    id: "exam",
    topic: "exam",
    says: [/SOA-C0[12]|SysOps Administrator|(?:高可用性|デプロイとプロビジョニング)\s*\d{1,2}\s*[%％]/iu],
    knows: /SOA-C03|CloudOps/iu,
    now: {
      en: "Since September 30, 2025 the exam is CloudOps Engineer – Associate (SOA-C03), with other domains and weights.",
      ja: "試験は2025年9月30日からCloudOps Engineer – Associate（SOA-C03）で、分野も配点も変わりました。",
    },
    since: "2025-09-30",
    source: `${DOCS}aws-certification/latest/sysops-administrator-associate-03/sysops-administrator-associate-03.html`,
  },
  {
    id: "cross-stack",
    topic: "cross-stack-references",
    says: [
      /ImportValue|クロススタック|cross-?stack/iu,
      /同じリージョン|同一リージョン|リージョン(?:間|を(?:またい|超え|越え)).*でき|same region|same account|across (?:regions|accounts)/iu,
    ],
    knows: /GetStackOutput/iu,
    now: {
      en: "This is true of Fn::ImportValue only: since 2026, Fn::GetStackOutput also reads outputs of other Regions and accounts.",
      ja: "これはFn::ImportValueだけの制限です。2026年からは、Fn::GetStackOutputが別のリージョンやアカウントの出力も読めます。",
    },
    since: "2026",
    source: `${DOCS}AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html`,
  },
  {
    id: "stack-refactoring",
    topic: "deletion-policy-retain",
    says: [
      /(?:別|他|ほか)の?スタック|(?:another|other) stack/iu,
      /インポート|\bimport(?:ed|ing)?\b/iu,
      /リソース|resource/iu,
    ],
    knows: /リファクタ|refactor|ImportValue|Export/iu,
    now: {
      en: "Since 2025, stack refactoring moves resources between stacks without touching them; retaining and importing is the former workaround.",
      ja: "リソースのスタック間の移動は、2025年からスタックのリファクタリングでできます。保持してインポートするのは以前の方法です。",
    },
    since: "2025",
    source: `${DOCS}AWSCloudFormation/latest/UserGuide/stack-refactoring.html`,
  },
  {
    id: "cloudwatch-events",
    topic: "event-rule",
    says: [/CloudWatch\s?Events?\b/u],
    knows: /EventBridge/iu,
    now: {
      en: "CloudWatch Events has been called EventBridge since July 2019; for schedules AWS recommends EventBridge Scheduler.",
      ja: "CloudWatch Eventsは、2019年7月からEventBridgeです。スケジュールにはEventBridgeスケジューラが推奨されています。",
    },
    since: "2019-07",
    source: `${DOCS}decision-guides/latest/sns-or-sqs-or-eventbridge/sns-or-sqs-or-eventbridge.html`,
  },
];
