import type { Topic } from "../../binding/topic.ts";

export const beanstalkNames: readonly Topic[] = [
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
