import type { Topic } from "../binding/topic.ts";

/** Where a metric is named: in alarms (plain and metric math), scaling policies, and as text anywhere, such as in dashboards. */
export const metrics = (...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [
    `AWS::CloudWatch::Alarm.MetricName=${name}`,
    `AWS::CloudWatch::Alarm.Metrics.MetricStat.Metric.MetricName=${name}`,
    `text:${name}`,
  ]);

const BACKEND_4XX = ["HTTPCode_Backend_4XX", "HTTPCode_Target_4XX_Count"];
const BACKEND_5XX = ["HTTPCode_Backend_5XX", "HTTPCode_Target_5XX_Count"];
const ELB_4XX = ["HTTPCode_ELB_4XX", "HTTPCode_ELB_4XX_Count"];
const ELB_5XX = [
  "HTTPCode_ELB_5XX",
  "HTTPCode_ELB_5XX_Count",
  "HTTPCode_ELB_500_Count",
  "HTTPCode_ELB_502_Count",
  "HTTPCode_ELB_503_Count",
  "HTTPCode_ELB_504_Count",
];
const OTHER_CODES = [
  "HTTPCode_Backend_2XX",
  "HTTPCode_Backend_3XX",
  "HTTPCode_Target_2XX_Count",
  "HTTPCode_Target_3XX_Count",
  "HTTPCode_ELB_3XX_Count",
];

const ELB = ["elastic-load-balancing", "clb", "alb", "nlb", "elb-metrics", "http-code-metrics"];

export const metricTopics: readonly Topic[] = [
  {
    id: "backend-4xx",
    names: ["Backend_4XX", "4XX"],
    under: ELB,
    fullNames: ["HTTPCode_Backend_4XX", "HTTPCode_Target_4XX_Count"],
    places: metrics(...BACKEND_4XX),
  },
  {
    id: "backend-5xx",
    names: ["Backend_5XX", "5XX"],
    under: ELB,
    fullNames: ["HTTPCode_Backend_5XX", "HTTPCode_Target_5XX_Count"],
    places: metrics(...BACKEND_5XX),
  },
  {
    id: "elb-4xx",
    names: ["ELB_4XX"],
    under: ELB,
    fullNames: ["HTTPCode_ELB_4XX", "HTTPCode_ELB_4XX_Count"],
    places: metrics(...ELB_4XX),
  },
  {
    id: "elb-5xx",
    names: ["ELB_5XX"],
    under: ELB,
    fullNames: ELB_5XX,
    places: metrics(...ELB_5XX),
  },
  {
    id: "http-code-metrics",
    names: ["HTTP codes", "HTTP code", "HTTPコード", "HTTPステータスコード", "ステータスコード"],
    under: ELB,
    fullNames: [
      "HTTP code metrics",
      "HTTPコードのメトリクス",
      "HTTPコードメトリクス",
      "HTTPステータスコードのメトリクス",
    ],
    places: metrics(...OTHER_CODES, ...BACKEND_4XX, ...BACKEND_5XX, ...ELB_4XX, ...ELB_5XX),
  },
  {
    id: "surge-queue-length",
    names: ["SurgeQueueLength", "サージキュー", "サージキューの長さ"],
    places: metrics("SurgeQueueLength"),
  },
  {
    id: "spillover-count",
    names: ["SpilloverCount", "Spillover", "スピルオーバー"],
    places: metrics("SpilloverCount"),
  },
  {
    id: "request-count",
    names: ["リクエスト数"],
    under: ELB,
    fullNames: ["RequestCount"],
    places: metrics("RequestCount"),
  },
  {
    id: "unhealthy-host-count",
    names: ["UnHealthyHostCount"],
    places: metrics("UnHealthyHostCount"),
  },
  {
    id: "elb-metrics",
    names: [
      "Metrics",
      "メトリクス",
      "CloudWatch metrics",
      "CloudWatchメトリクス",
      "Monitoring",
      "モニタリング",
      "監視",
    ],
    under: ["elastic-load-balancing", "clb", "alb", "nlb"],
    fullNames: [
      "ELB metrics",
      "ELBメトリクス",
      "ELBのメトリクス",
      "Load balancer metrics",
      "Overload metrics",
      "過負荷のメトリクス",
    ],
    places: [
      ...["AWS/ELB", "AWS/ApplicationELB"].flatMap((namespace) => [
        `AWS::CloudWatch::Alarm.Namespace=${namespace}`,
        `AWS::CloudWatch::Alarm.Metrics.MetricStat.Metric.Namespace=${namespace}`,
      ]),
      ...metrics("SurgeQueueLength", "SpilloverCount", "RequestCount", "UnHealthyHostCount"),
    ],
  },
];
