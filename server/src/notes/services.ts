import { nameKey } from "./names.ts";

/** How people call services, and the middle part of their resource types. */
const SERVICES: readonly (readonly [names: readonly string[], namespaces: readonly string[]])[] = [
  [
    ["Route 53", "ルート53"],
    ["Route53", "Route53Resolver", "Route53RecoveryControl", "Route53Profiles"],
  ],
  [["CloudFront", "クラウドフロント", "CDN"], ["CloudFront"]],
  [
    [
      "Elastic Load Balancing",
      "Elastic Load Balancer",
      "Load balancer",
      "ロードバランサー",
      "ロードバランシング",
      "ELB",
    ],
    ["ElasticLoadBalancing", "ElasticLoadBalancingV2"],
  ],
  [["Classic Load Balancer", "CLB"], ["ElasticLoadBalancing"]],
  [["Application Load Balancer", "Network Load Balancer", "ALB", "NLB", "GWLB"], ["ElasticLoadBalancingV2"]],
  [
    ["Auto Scaling", "オートスケーリング", "ASG"],
    ["AutoScaling", "ApplicationAutoScaling", "AutoScalingPlans"],
  ],
  [["Elastic Beanstalk", "Beanstalk", "エラスティックビーンストーク"], ["ElasticBeanstalk"]],
  [
    ["OpsWorks", "オプスワークス"],
    ["OpsWorks", "OpsWorksCM"],
  ],
  [["SAM", "Serverless Application Model"], ["Serverless"]],
  [
    ["CloudWatch", "クラウドウォッチ"],
    ["CloudWatch", "Logs", "Synthetics", "RUM", "ApplicationSignals"],
  ],
  [["CloudWatch Logs"], ["Logs"]],
  [["Lambda", "ラムダ"], ["Lambda"]],
  [["S3", "Simple Storage Service"], ["S3"]],
  [
    ["EC2", "Elastic Compute Cloud"],
    ["EC2", "AutoScaling"],
  ],
  [["VPC", "EBS"], ["EC2"]],
  [["RDS", "Aurora"], ["RDS"]],
  [["DynamoDB"], ["DynamoDB"]],
  [["SNS", "Simple Notification Service"], ["SNS"]],
  [["SQS", "Simple Queue Service"], ["SQS"]],
  [["IAM", "Identity and Access Management"], ["IAM"]],
  [["KMS"], ["KMS"]],
  [["ACM", "Certificate Manager"], ["CertificateManager"]],
  [["ECS", "Fargate"], ["ECS"]],
  [["ECR"], ["ECR"]],
  [["EKS"], ["EKS"]],
  [["EFS"], ["EFS"]],
  [["ElastiCache"], ["ElastiCache"]],
  [["Redshift"], ["Redshift"]],
  [["Systems Manager", "SSM", "Parameter Store"], ["SSM"]],
  [["API Gateway"], ["ApiGateway", "ApiGatewayV2"]],
  [["Step Functions"], ["StepFunctions"]],
  [["EventBridge"], ["Events", "Scheduler", "Pipes"]],
  [["CloudTrail"], ["CloudTrail"]],
  [["AWS Config"], ["Config"]],
  [["AWS Backup"], ["Backup"]],
  [["Secrets Manager"], ["SecretsManager"]],
  [["CodeBuild"], ["CodeBuild"]],
  [["CodeDeploy"], ["CodeDeploy"]],
  [["CodePipeline"], ["CodePipeline"]],
  [["Kinesis"], ["Kinesis", "KinesisFirehose"]],
  [["WAF"], ["WAFv2", "WAF", "WAFRegional"]],
  [["GuardDuty"], ["GuardDuty"]],
  [["Cognito"], ["Cognito"]],
  [["AppStream"], ["AppStream"]],
];

/** Finds services in what notes say, by AWS's names, abbreviations and the names in `typeNames`. */
export class Services {
  private readonly namespaces = new Map<string, readonly string[]>();
  private readonly pattern: RegExp;

  constructor(typeNames: readonly string[]) {
    const sources: string[] = [];
    for (const [names, namespaces] of SERVICES) {
      for (const name of [...names, ...namespaces]) {
        this.namespaces.set(nameKey(name), name === namespaces.find((known) => known === name) ? [name] : namespaces);
        sources.push(patternOf(name));
      }
      // `ELB` means both generations though `ElasticLoadBalancing` is also one type's namespace.
      for (const name of names) this.namespaces.set(nameKey(name), namespaces);
    }
    for (const type of typeNames) {
      const [owner, namespace] = type.split("::");
      const key = nameKey(namespace ?? "");
      if (owner === "AWS" && namespace !== undefined && !this.namespaces.has(key))
        this.namespaces.set(key, [namespace]);
    }
    sources.sort((left, right) => right.length - left.length);
    this.pattern = new RegExp(`(?<![a-z0-9])(?:${sources.join("|")})(?![a-z0-9])`, "g");
  }

  /** The namespaces (`Route53`, `ElasticLoadBalancingV2`) that a name stands for; `undefined` if it names no service. */
  named(key: string): readonly string[] | undefined {
    return this.namespaces.get(key);
  }

  /** The namespaces of all services that a text speaks of. */
  mentioned(text: string): ReadonlySet<string> {
    const found = text.normalize("NFKC").toLowerCase().match(this.pattern) ?? [];
    return new Set(found.flatMap((name) => this.namespaces.get(nameKey(name)) ?? []));
  }
}

function patternOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/([a-z])(?=\d)/g, "$1 ")
    .split(/[ー]?\s|ー/)
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, "\\$&"))
    .join("[ー\\s-]*");
}
