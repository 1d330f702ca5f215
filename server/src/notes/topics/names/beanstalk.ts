import type { Topic } from "../../topic.ts";
import { optionSetting } from "../services.ts";

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

export const beanstalkNames: readonly Topic[] = [
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
];
