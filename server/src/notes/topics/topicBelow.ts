import type { Topic } from "../binding/topic.ts";
import { nameKey } from "../words/names.ts";

/** Below what a name counts: how people call the service, or the thing of it that has the property. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  S3: ["S3", "Simple Storage Service", "バケット", "Bucket"],
  SQS: ["SQS", "Simple Queue Service", "キュー", "Queue"],
  SNS: ["SNS", "Simple Notification Service"],
  Lambda: ["Lambda", "ラムダ"],
  DynamoDB: ["DynamoDB"],
  RDS: ["RDS", "Relational Database Service", "Aurora"],
  EC2: ["EC2", "Elastic Compute Cloud"],
  EBS: ["EBS", "Elastic Block Store"],
  VPC: ["VPC", "Virtual Private Cloud", "サブネット", "Subnet"],
  IAM: ["IAM", "Identity and Access Management"],
  KMS: ["KMS", "Key Management Service"],
  CloudWatch: ["CloudWatch", "クラウドウォッチ"],
  Alarms: ["CloudWatch alarm", "CloudWatchアラーム", "CloudWatch", "アラーム"],
  Logs: ["CloudWatch Logs", "CloudWatch", "ロググループ"],
  CloudFront: ["cloudfront", "CDN"],
  ECS: ["ECS", "Fargate", "Elastic Container Service"],
  ApiGateway: ["API Gateway", "APIゲートウェイ"],
  EFS: ["EFS", "Elastic File System"],
  ElastiCache: ["ElastiCache", "Redis", "Memcached"],
  Kinesis: ["Kinesis"],
  CodeDeploy: ["CodeDeploy"],
  CodeBuild: ["CodeBuild"],
  EventBridge: ["EventBridge", "CloudWatch Events"],
  StepFunctions: ["Step Functions"],
  CloudTrail: ["CloudTrail"],
  WAF: ["WAF"],
  ACM: ["ACM", "Certificate Manager"],
  SSM: ["Systems Manager", "SSM", "Parameter Store", "パラメータストア"],
  Beanstalk: ["beanstalk", "EB"],
  OpsWorks: ["opsworks"],
  Route53: ["route53"],
  AutoScaling: ["Auto Scaling", "ASG", "Auto Scaling group", "オートスケーリング", "scaling policies"],
};

/**
 * A topic whose names, with `|` between them, count below a service, and together with it anywhere; below "" anywhere.
 *
 * @param placesOfMarked where besides the built-in note on it shows
 */
export function topicBelow(
  id: string,
  below: string,
  names: string,
  places: readonly string[],
  placesOfMarked: readonly string[] = [],
): Topic {
  const named = below === "" ? { names: names.split("|") } : namedBelow(below, names.split("|"));
  return withoutRepeats({ id, ...named, places, ...(placesOfMarked.length > 0 && { placesOfMarked }) });
}

/** Names that count below their service, and together with it anywhere. */
function namedBelow(below: string, names: readonly string[]): Pick<Topic, "names" | "under" | "fullNames"> {
  const under = BELOW[below] ?? [below];
  const [service = below] = under;
  return {
    names,
    under,
    fullNames: names.flatMap((name) =>
      /^[ -~]+$/.test(name) ? [`${service} ${name}`] : [`${service}${name}`, `${service}の${name}`],
    ),
  };
}

/** Names that are made by a pattern may come out the same. */
export function withoutRepeats(topic: Topic): Topic {
  const known = new Set<string>();
  const isNew = (name: string): boolean => known.size < known.add(nameKey(name)).size;
  // A name that counts anywhere need not be among those that don't.
  const fullNames = topic.fullNames?.filter(isNew);
  const names = topic.names.filter(isNew);
  return { ...topic, names, ...(fullNames && { fullNames }) };
}
