import { checkRows, type Row } from "../checkRule.ts";

const resources = (...of: readonly string[]): string => `Resources:\n${of.join("")}`;
const TOPIC = "  Topic: {Type: AWS::SNS::Topic}\n";
const ALARM = (action: string): string =>
  `  Alarm:\n    Type: AWS::CloudWatch::Alarm\n    Properties:\n      AlarmActions: [${action}]\n`;
const BALANCER = `  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
`;
const LISTENER = (arn: string, group: string): string =>
  `  Listener:\n    Type: AWS::ElasticLoadBalancingV2::Listener\n    Properties:\n      LoadBalancerArn: ${arn}\n      DefaultActions: [{Type: forward, TargetGroupArn: ${group}}]\n`;
const SERVICE = `  Cluster: {Type: AWS::ECS::Cluster}
  Service: {Type: AWS::ECS::Service}
  Table: {Type: AWS::DynamoDB::Table}
`;
const TARGET = (id: string): string =>
  `  Target:\n    Type: AWS::ApplicationAutoScaling::ScalableTarget\n    Properties:\n      ResourceId: ${id}\n`;
const row = (name: string, source: string, message?: RegExp): Row => ["attribute-format", name, source, message];

describe("attribute-format", () => {
  checkRows([
    row("a topic's name as an action", resources(TOPIC, ALARM("«!GetAtt Topic.TopicName»")), /use !Ref Topic/),
    row("the same by Fn::Sub", resources(TOPIC, ALARM('«!Sub "${Topic.TopicName}"»')), /not an ARN/),
    row("a topic's ARN as an action", resources(TOPIC, ALARM("!GetAtt Topic.TopicArn, !Ref Topic"))),
    row(
      "a balancer's address and a group's name",
      resources(BALANCER, LISTENER("«!GetAtt Balancer.DNSName»", "«!GetAtt Group.TargetGroupName»")),
    ),
    row("their ARNs", resources(BALANCER, LISTENER("!Ref Balancer", "!GetAtt Group.TargetGroupArn"))),
    row(
      "Ref of a service in a target's name",
      resources(SERVICE, TARGET("«!Sub service/${Cluster}/${Service}»")),
      /use \$\{Service\.Name\}/,
    ),
    row(
      "a cluster's ARN, by Fn::Join",
      resources(SERVICE, TARGET("«!Join [/, [service, !GetAtt Cluster.Arn, !GetAtt Service.Name]]»")),
      /use \$\{Cluster\}/,
    ),
    row("names", resources(SERVICE, TARGET("!Sub service/${Cluster}/${Service.Name}"))),
    row("a table, whose Ref is its name", resources(SERVICE, TARGET("!Sub table/${Table}"))),
  ]);
});
