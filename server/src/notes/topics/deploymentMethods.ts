import type { Topic } from "../binding/topic.ts";
import { optionSetting } from "./services.ts";
import { topicBelow, withoutRepeats } from "./topicBelow.ts";

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

const beanstalkDeployments: readonly Topic[] = [
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
  deployment("Immutable", [
    "Immutable deployment",
    "Immutable update",
    "イミュータブル",
    "イミュータブルデプロイ",
    "変更不可",
  ]),
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
    placesOfMarked: optionSetting("OptionName=BatchSize", "OptionName=BatchSizeType"),
  },
];

/** Ways to bring a new version into use, and what is taken for them. */
export const deploymentMethodTopics: readonly Topic[] = [
  ...beanstalkDeployments.map(withoutRepeats),
  topicBelow(
    "rollback-triggers",
    "",
    "Rollback trigger|Rollback triggers|ロールバックトリガー|Rollback configuration|ロールバック設定",
    ["word:--rollback-configuration"],
  ),
  topicBelow(
    "iac-tools",
    "",
    "CDK|AWS CDK|Cloud Development Kit|Terraform|CDKとTerraform|IaCツール|Infrastructure as code tools|CDK、Terraform、CloudFormation|CDK, Terraform and CloudFormation",
    ["word:cdk synth", "word:cdk deploy", "word:cdk bootstrap", "word:terraform apply"],
  ),
  topicBelow(
    "ecs-strategies",
    "ECS",
    "Placement strategy|Task placement strategy|Task placement|Capacity provider strategy|Capacity provider|配置戦略|タスク配置戦略|タスクの配置|配置制約|キャパシティプロバイダー|キャパシティプロバイダー戦略",
    [
      "AWS::ECS::Service.PlacementStrategies",
      "AWS::ECS::Service.PlacementConstraints",
      "AWS::ECS::Service.CapacityProviderStrategy",
    ],
    [
      "AWS::ECS::Service.PlacementStrategies.Type",
      "AWS::ECS::Service.PlacementStrategies.Field",
      "AWS::ECS::Service.PlacementConstraints.Type",
      "AWS::ECS::Service.CapacityProviderStrategy.**",
      "AWS::ECS::Cluster.DefaultCapacityProviderStrategy",
    ],
  ),
];
