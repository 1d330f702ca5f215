import type { Topic } from "../topic.ts";

/** An option setting of Elastic Beanstalk, in an environment and in a saved configuration. */
const optionSetting = (...keys: readonly string[]): readonly string[] =>
  ["AWS::ElasticBeanstalk::Environment", "AWS::ElasticBeanstalk::ConfigurationTemplate"].flatMap((type) =>
    keys.map((key) => `${type}.OptionSettings.${key}`),
  );

const ROTATION_PLACES = optionSetting("Namespace=aws:elasticbeanstalk:hostmanager", "OptionName=LogPublicationControl");

const STREAMING_PLACES = optionSetting(
  "Namespace=aws:elasticbeanstalk:cloudwatch:logs",
  "Namespace=aws:elasticbeanstalk:cloudwatch:logs:health",
  "OptionName=StreamLogs",
  "OptionName=HealthStreamingEnabled",
  "OptionName=DeleteOnTerminate",
  "OptionName=RetentionInDays",
);

const BEANSTALK = ["beanstalk", "beanstalk-deployment", "EB"];

/** A way to deploy on Elastic Beanstalk, as the value of `DeploymentPolicy`. */
const deployment = (value: string, names: readonly string[]): Topic => ({
  id: `beanstalk-${value.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()}`,
  names: [value, ...names],
  under: BEANSTALK,
  fullNames: names.flatMap((name) =>
    /^[ -~]+$/.test(name) ? [`Beanstalk ${name} deployment`] : [`Beanstalkの${name}デプロイ`],
  ),
  places: optionSetting(`Value=${value}`),
});

export const serviceTopics: readonly Topic[] = [
  deployment("AllAtOnce", ["All at once", "All at once deployment", "一度にすべて", "一括", "一括デプロイ"]),
  deployment("Rolling", ["Rolling deployment", "Rolling deploy", "ローリング", "ローリングデプロイ"]),
  deployment("RollingWithAdditionalBatch", [
    "Rolling with additional batch",
    "Rolling with additional batch deployment",
    "追加バッチによるローリング",
    "追加のバッチによるローリング",
    "追加バッチとローリング",
    "追加バッチ付きローリング",
    "追加バッチを使用したローリング",
  ]),
  deployment("Immutable", ["Immutable deployment", "Immutable update", "イミュータブル", "イミュータブルデプロイ", "変更不可"]),
  deployment("TrafficSplitting", [
    "Traffic splitting",
    "Traffic splitting deployment",
    "トラフィック分割",
    "トラフィックの分割",
    "Canary",
    "Canary testing",
  ]),
  {
    id: "beanstalk-deployment",
    names: [
      "Deployment policy",
      "Deployment option",
      "Deployment mode",
      "Deployment strategy",
      "Deployment method",
      "Deployment",
      "Deployment options for updates",
      "デプロイポリシー",
      "デプロイメントポリシー",
      "デプロイ方式",
      "デプロイ方法",
      "デプロイ戦略",
      "デプロイモード",
      "デプロイオプション",
      "デプロイの種類",
    ],
    under: ["beanstalk", "EB"],
    fullNames: ["Beanstalk deployment modes", "Beanstalk deployment policies", "Beanstalkのデプロイポリシー"],
    places: optionSetting("OptionName=DeploymentPolicy"),
  },
  {
    id: "beanstalk-tier",
    names: [
      "Environment tier",
      "環境枠",
      "環境ティア",
      "Worker environment",
      "Worker tier",
      "Worker",
      "ワーカー",
      "ワーカー環境",
      "ワーカー環境枠",
      "Web server environment",
      "Web server tier",
      "ウェブサーバー環境枠",
      "ウェブサーバー環境",
      "Webサーバー環境",
    ],
    under: ["beanstalk", "EB"],
    fullNames: ["Beanstalk worker environment", "Beanstalkのワーカー環境"],
    places: ["AWS::ElasticBeanstalk::Environment.Tier", "AWS::ElasticBeanstalk::Environment.Tier.Name"],
  },
  {
    id: "opsworks",
    isService: true,
    names: ["OpsWorks", "AWS OpsWorks", "OpsWorks Stacks", "AWS OpsWorks Stacks", "オプスワークス"],
    places: ["AWS::OpsWorks::*", "AWS::OpsWorksCM::*"],
  },
  {
    id: "beanstalk",
    isService: true,
    names: ["Elastic Beanstalk", "AWS Elastic Beanstalk", "Beanstalk", "エラスティックビーンストーク"],
    places: ["AWS::ElasticBeanstalk::Environment", "AWS::ElasticBeanstalk::Application", "AWS::ElasticBeanstalk::*"],
  },
  {
    id: "choosing-a-service",
    names: [
      "Choosing a service",
      "Choosing a deployment service",
      "Deployment services",
      "サービスの選択",
      "サービスの使い分け",
      "サービスの選び方",
      "デプロイサービスの選択",
      "デプロイサービスの使い分け",
    ],
    places: ["AWS::ElasticBeanstalk::*", "AWS::OpsWorks::*", "AWS::OpsWorksCM::*"],
  },
  {
    id: "beanstalk-log-rotation",
    names: ["Log rotation", "ログローテーション", "ログのローテーション", "ログの公開", "S3へのログの保存"],
    under: ["beanstalk", "beanstalk-logs"],
    fullNames: ["LogPublicationControl", "aws:elasticbeanstalk:hostmanager"],
    places: ROTATION_PLACES,
  },
  {
    id: "beanstalk-log-streaming",
    names: [
      "Log streaming",
      "ログストリーミング",
      "ログのストリーミング",
      "CloudWatch Logsへのストリーミング",
    ],
    under: ["beanstalk", "beanstalk-logs"],
    fullNames: ["StreamLogs", "aws:elasticbeanstalk:cloudwatch:logs"],
    places: STREAMING_PLACES,
  },
  {
    id: "beanstalk-logs",
    names: ["Logs", "Log", "Logging", "ログ", "ロギング"],
    under: ["beanstalk"],
    fullNames: [
      "Elastic Beanstalk logs",
      "Beanstalk logs",
      "Elastic Beanstalkのログ",
      "Beanstalkのログ",
      "eb logs",
      "Tail logs",
      "Full logs",
      "Bundle logs",
      "テールログ",
      "完全ログ",
      "完全なログ",
      "フルログ",
      "末尾ログ",
      "バンドルログ",
    ],
    places: ["word:eb logs", "text:eb logs", ...ROTATION_PLACES, ...STREAMING_PLACES],
  },
  {
    id: "sam",
    isService: true,
    names: [
      "SAM",
      "AWS SAM",
      "Serverless Application Model",
      "AWS Serverless Application Model",
      "サーバーレスアプリケーションモデル",
    ],
    places: [
      "AWS::Serverless::*",
      "section:Transform=AWS::Serverless-2016-10-31",
      "section:Globals",
      "word:sam deploy",
      "word:sam build",
    ],
  },
  {
    id: "built-on-cloudformation",
    names: [
      "Services built on CloudFormation",
      "CloudFormationを使うサービス",
      "CloudFormationを利用しているサービス",
      "CloudFormationを利用したサービス",
      "CloudFormationの上に作られたサービス",
      "CloudFormationベースのサービス",
    ],
    places: ["AWS::Serverless::*", "section:Transform=AWS::Serverless-2016-10-31", "AWS::ElasticBeanstalk::*"],
  },
  {
    id: "provisioning",
    names: ["Provisioning", "プロビジョニング"],
    places: [],
  },
  {
    id: "state-manager",
    names: ["State Manager", "Systems Manager State Manager", "ステートマネージャー", "SSM State Manager"],
    places: ["AWS::SSM::Association"],
  },
];
