import type { Topic } from "../binding/topic.ts";
import { topicBelow } from "./topicBelow.ts";

const classic = (...keys: readonly string[]): readonly string[] =>
  keys.map((key) => `AWS::ElasticLoadBalancing::LoadBalancer.${key}`);

export const classicLoadBalancerTopics: readonly Topic[] = [
  topicBelow(
    "clb-health-check",
    "",
    "CLB health check|Classic Load Balancer health check|CLBのヘルスチェック|Classic Load Balancerのヘルスチェック",
    classic("HealthCheck"),
    classic("HealthCheck.**"),
  ),
  topicBelow(
    "clb-listeners",
    "",
    "CLB listener|Classic Load Balancer listener|CLBのリスナー|Classic Load Balancerのリスナー",
    classic("Listeners"),
    classic(
      "Listeners.LoadBalancerPort",
      "Listeners.InstancePort",
      "Listeners.Protocol",
      "Listeners.InstanceProtocol",
      "Listeners.SSLCertificateId",
    ),
  ),
  topicBelow(
    "clb-zones",
    "",
    "CLB cross-zone|Classic Load Balancer cross-zone|CLBのクロスゾーン|Classic Load Balancerのクロスゾーン",
    classic("CrossZone"),
    [
      ...classic("Subnets", "AvailabilityZones", "Instances", "SecurityGroups"),
      "AWS::AutoScaling::AutoScalingGroup.LoadBalancerNames",
    ],
  ),
];
