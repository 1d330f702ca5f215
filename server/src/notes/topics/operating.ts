import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

/** What is run over many accounts, watched from outside, or repaired by itself. */
export const operatingTopics: readonly Topic[] = [
  topicBelow(
    "organizations",
    "",
    "AWS Organizations|Organizations|SCP|Service control policy|Service control policies|サービスコントロールポリシー|Organizational unit|組織単位|RCP|Resource control policy",
    [
      "AWS::Organizations::Policy",
      "AWS::Organizations::Organization",
      "AWS::Organizations::OrganizationalUnit",
      "AWS::Organizations::Account",
    ],
    ["AWS::Organizations::Policy.Type", "AWS::Organizations::Policy.TargetIds", "AWS::Organizations::Policy.Content"],
  ),
  topicBelow(
    "logs-insights",
    "",
    "Logs Insights|CloudWatch Logs Insights|ログのインサイト",
    ["AWS::Logs::QueryDefinition"],
    [
      "AWS::Logs::QueryDefinition.QueryString",
      "AWS::Logs::QueryDefinition.LogGroupNames",
      "AWS::Logs::QueryDefinition.QueryLanguage",
    ],
  ),
  topicBelow(
    "anomaly-detection",
    "CloudWatch",
    "Anomaly detection|Anomaly detector|異常検出|異常検知",
    ["AWS::CloudWatch::AnomalyDetector", "AWS::CloudWatch::Alarm.ThresholdMetricId", "AWS::Logs::LogAnomalyDetector"],
    ["AWS::CloudWatch::AnomalyDetector.Configuration"],
  ),
  topicBelow(
    "synthetics",
    "",
    "CloudWatch Synthetics|Synthetics|Synthetics canary|シンセティックス|シンセティック監視|Synthetic monitoring|Canaries",
    ["AWS::Synthetics::Canary"],
    [
      "AWS::Synthetics::Canary.Schedule",
      "AWS::Synthetics::Canary.Schedule.Expression",
      "AWS::Synthetics::Canary.ArtifactS3Location",
      "AWS::Synthetics::Canary.ExecutionRoleArn",
      "AWS::Synthetics::Canary.VPCConfig",
      "AWS::Synthetics::Canary.StartCanaryAfterCreation",
    ],
  ),
  topicBelow(
    "ssm-automation",
    "SSM",
    "Automation|オートメーション|Runbook|ランブック|Automation runbook",
    ["AWS::SSM::Document.DocumentType=Automation", "word:aws ssm start-automation-execution"],
    ["AWS::Config::RemediationConfiguration.TargetId"],
  ),
];
