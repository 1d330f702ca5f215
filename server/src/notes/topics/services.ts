import type { Topic } from "../binding/topic.ts";

/** An option setting of Elastic Beanstalk, in an environment and in a saved configuration. */
export const optionSetting = (...keys: readonly string[]): readonly string[] =>
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

export const serviceTopics: readonly Topic[] = [
  {
    id: "opsworks",
    scope: "service",
    names: ["OpsWorks", "AWS OpsWorks", "OpsWorks Stacks", "AWS OpsWorks Stacks", "オプスワークス"],
    places: ["AWS::OpsWorks::Stack", "AWS::OpsWorksCM::Server", "AWS::OpsWorks::*", "AWS::OpsWorksCM::*"],
  },
  {
    id: "beanstalk",
    scope: "service",
    names: ["Elastic Beanstalk", "AWS Elastic Beanstalk", "Beanstalk", "エラスティックビーンストーク"],
    places: ["AWS::ElasticBeanstalk::Environment", "AWS::ElasticBeanstalk::Application", "AWS::ElasticBeanstalk::*"],
  },
  {
    id: "choosing-a-service",
    scope: "around",
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
    id: "exam",
    names: [
      "SOA-C03",
      "AWS Certified CloudOps Engineer",
      "CloudOps Engineer",
      "SysOps Administrator",
      "AWS Certified SysOps Administrator",
      "Exam domains",
      "試験分野",
      "試験の分野",
      "試験範囲",
      "出題範囲",
    ],
    places: [],
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
    names: ["Log streaming", "ログストリーミング", "ログのストリーミング", "CloudWatch Logsへのストリーミング"],
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
    scope: "service",
    names: [
      "SAM",
      "AWS SAM",
      "Serverless Application Model",
      "AWS Serverless Application Model",
      "サーバーレスアプリケーションモデル",
    ],
    places: [
      "AWS::Serverless::Function",
      "AWS::Serverless::*",
      "section:Transform=AWS::Serverless-2016-10-31",
      "section:Globals",
      "word:sam deploy",
      "word:sam build",
    ],
  },
  {
    id: "built-on-cloudformation",
    scope: "around",
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
