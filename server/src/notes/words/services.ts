import { memoBy } from "../../text/memoBy.ts";
import { keyOf } from "./canonical.ts";
import { nameKeys } from "./nameKeys.ts";

/** A service as people speak of it. */
export interface Service {
  readonly names: readonly string[];
  /** The middle part of its resource types. */
  readonly namespaces: readonly string[];
  /** The types that stand for it: a note on S3 is one on the bucket. Short names, or with their namespace. */
  readonly types: readonly string[];
}

const service = (names: string, namespaces: string, types: string): Service => ({
  names: names.split("|"),
  namespaces: namespaces.split(" "),
  types: types.split(" ").filter(Boolean),
});

/** Names in falling order of use; Japanese ones where people don't write the English one. */
const SERVICES: readonly Service[] = [
  service(
    "Route 53|ルート53",
    "Route53 Route53Resolver Route53RecoveryControl Route53Profiles",
    "Route53::RecordSet Route53::RecordSetGroup Route53::HostedZone",
  ),
  service("Route 53 Resolver", "Route53Resolver", "Route53Resolver::ResolverEndpoint Route53Resolver::ResolverRule"),
  service(
    "CloudFront|クラウドフロント|CDN|Content Delivery Network|コンテンツ配信ネットワーク",
    "CloudFront",
    "Distribution",
  ),
  service("CloudFront Functions|CloudFrontファンクション|CloudFront関数", "CloudFront", "Function"),
  service(
    "Elastic Load Balancing|Elastic Load Balancer|Load balancer|ロードバランサー|ロードバランシング|ELB",
    "ElasticLoadBalancing ElasticLoadBalancingV2",
    "ElasticLoadBalancing::LoadBalancer ElasticLoadBalancingV2::LoadBalancer",
  ),
  service("Classic Load Balancer|CLB|Classic ELB|クラシックロードバランサー", "ElasticLoadBalancing", "LoadBalancer"),
  service("Application Load Balancer|ALB|アプリケーションロードバランサー", "ElasticLoadBalancingV2", "LoadBalancer"),
  service(
    "Network Load Balancer|NLB|ネットワークロードバランサー|Gateway Load Balancer|GWLB|GLB",
    "ElasticLoadBalancingV2",
    "",
  ),
  service(
    "Auto Scaling|オートスケーリング|ASG|EC2 Auto Scaling|Auto Scaling Group|オートスケーリンググループ",
    "AutoScaling ApplicationAutoScaling AutoScalingPlans",
    "AutoScaling::AutoScalingGroup",
  ),
  service("Application Auto Scaling", "ApplicationAutoScaling", "ScalableTarget"),
  service("Elastic Beanstalk|Beanstalk|エラスティックビーンストーク|EB", "ElasticBeanstalk", "Environment Application"),
  service("OpsWorks|オプスワークス|OpsWorks Stacks", "OpsWorks OpsWorksCM", "OpsWorks::Stack"),
  service("SAM|Serverless Application Model|サーバーレスアプリケーションモデル", "Serverless", "Function"),
  service("CloudFormation|CFn|クラウドフォーメーション", "CloudFormation", "Stack"),
  service(
    "CloudWatch|クラウドウォッチ",
    "CloudWatch Logs Synthetics RUM ApplicationSignals",
    "CloudWatch::Alarm CloudWatch::Dashboard",
  ),
  service("CloudWatch Logs", "Logs", "LogGroup"),
  service("CloudWatch Synthetics|Synthetics", "Synthetics", "Canary"),
  service("Lambda|ラムダ|Lambda Function|ラムダ関数", "Lambda", "Function"),
  service("S3|Simple Storage Service|S3 Bucket|S3バケット", "S3", "Bucket"),
  service("EC2|Elastic Compute Cloud|EC2 Instance", "EC2 AutoScaling", "EC2::Instance EC2::LaunchTemplate"),
  service("VPC|Virtual Private Cloud", "EC2", "VPC"),
  service("EBS|Elastic Block Store|EBSボリューム|EBS Volume", "EC2", "Volume"),
  service("RDS|Relational Database Service", "RDS", "DBInstance DBCluster"),
  service("Aurora|オーロラ|Aurora MySQL|Aurora PostgreSQL", "RDS", "DBCluster"),
  service("RDS Proxy", "RDS", "DBProxy"),
  service("DynamoDB|ダイナモDB", "DynamoDB", "Table GlobalTable"),
  service("DAX|DynamoDB Accelerator", "DAX", "Cluster"),
  service("DocumentDB", "DocDB", "DBCluster"),
  service("Neptune", "Neptune", "DBCluster"),
  service("SNS|Simple Notification Service", "SNS", "Topic"),
  service("SQS|Simple Queue Service", "SQS", "Queue"),
  service("SES|Simple Email Service", "SES", "EmailIdentity ConfigurationSet"),
  service("IAM|Identity and Access Management", "IAM", "Role Policy ManagedPolicy User"),
  service("IAM Identity Center|AWS SSO|SSO", "SSO", "PermissionSet Assignment"),
  service("KMS|Key Management Service|CMK|KMSキー|KMS Key", "KMS", "Key"),
  service("ACM|Certificate Manager", "CertificateManager", "Certificate"),
  service("ACM Private CA|Private CA", "ACMPCA", "CertificateAuthority"),
  service("ECS|Elastic Container Service|Fargate", "ECS", "Cluster Service TaskDefinition"),
  service("ECR|Elastic Container Registry", "ECR", "Repository"),
  service("EKS|Elastic Kubernetes Service|Kubernetes", "EKS", "Cluster"),
  service("EFS|Elastic File System", "EFS", "FileSystem"),
  service("FSx", "FSx", "FileSystem"),
  service("ElastiCache|エラスティキャッシュ", "ElastiCache", "ReplicationGroup CacheCluster ServerlessCache"),
  service("MemoryDB", "MemoryDB", "Cluster"),
  service("Redshift|レッドシフト", "Redshift", "Cluster"),
  service("Systems Manager|SSM|システムズマネージャー", "SSM", "Document Association"),
  service(
    "Parameter Store|パラメータストア|パラメーターストア|SSM Parameter Store|SSMパラメータストア|Systems Manager Parameter Store",
    "SSM",
    "Parameter",
  ),
  service("State Manager|ステートマネージャー", "SSM", "Association"),
  service("Patch Manager|パッチマネージャー", "SSM", "PatchBaseline"),
  service("Session Manager|セッションマネージャー", "SSM", ""),
  service("API Gateway|APIGW|APIゲートウェイ", "ApiGateway ApiGatewayV2", "ApiGateway::RestApi ApiGatewayV2::Api"),
  service("HTTP API|WebSocket API", "ApiGatewayV2", "Api"),
  service("AppSync", "AppSync", "GraphQLApi"),
  service("Step Functions|ステップファンクション|ステップファンクションズ", "StepFunctions", "StateMachine"),
  service("EventBridge|CloudWatch Events|イベントブリッジ", "Events Scheduler Pipes", "Events::Rule Events::EventBus"),
  service("EventBridge Scheduler", "Scheduler", "Schedule"),
  service("EventBridge Pipes", "Pipes", "Pipe"),
  service("CloudTrail|クラウドトレイル", "CloudTrail", "Trail"),
  service("AWS Config|Config", "Config", "ConfigRule ConfigurationRecorder"),
  service("AWS Backup", "Backup", "BackupPlan BackupVault"),
  service("Secrets Manager|シークレットマネージャー|シークレットマネージャ", "SecretsManager", "Secret"),
  service("CodeBuild", "CodeBuild", "Project"),
  service("CodeDeploy", "CodeDeploy", "DeploymentGroup Application"),
  service("CodePipeline", "CodePipeline", "Pipeline"),
  service("CodeCommit", "CodeCommit", "Repository"),
  service("CodeArtifact", "CodeArtifact", "Repository Domain"),
  service(
    "Kinesis",
    "Kinesis KinesisFirehose KinesisAnalyticsV2 KinesisVideo",
    "Kinesis::Stream KinesisFirehose::DeliveryStream",
  ),
  service("Kinesis Data Streams|Kinesis Streams|Kinesis Data Stream", "Kinesis", "Stream"),
  service("Kinesis Data Firehose|Data Firehose|Firehose|Kinesis Firehose", "KinesisFirehose", "DeliveryStream"),
  service("Kinesis Data Analytics|Managed Service for Apache Flink", "KinesisAnalyticsV2", "Application"),
  service("Kinesis Video Streams", "KinesisVideo", "Stream"),
  service("WAF|Web Application Firewall", "WAFv2 WAF WAFRegional", "WAFv2::WebACL"),
  service("Shield|Shield Advanced", "Shield", "Protection"),
  service("GuardDuty|ガードデューティ", "GuardDuty", "Detector"),
  service("Inspector", "InspectorV2 Inspector", "InspectorV2::Filter"),
  service("Macie", "Macie", "Session"),
  service("Security Hub", "SecurityHub", "Hub"),
  service("Detective", "Detective", "Graph"),
  service("Cognito|コグニート", "Cognito", "UserPool IdentityPool"),
  service("AppStream", "AppStream", "Fleet Stack"),
  service("Amazon MQ", "AmazonMQ", "Broker"),
  service("MSK|Managed Streaming for Apache Kafka|Managed Streaming for Kafka", "MSK", "Cluster"),
  service("EMR|Elastic MapReduce", "EMR", "Cluster"),
  service("Glue", "Glue", "Job Crawler"),
  service("Athena", "Athena", "WorkGroup"),
  service(
    "OpenSearch|OpenSearch Service|Elasticsearch",
    "OpenSearchService Elasticsearch",
    "OpenSearchService::Domain",
  ),
  service("QuickSight", "QuickSight", "DataSet"),
  service("Lake Formation", "LakeFormation", "DataLakeSettings"),
  service("SageMaker", "SageMaker", "NotebookInstance Model"),
  service("AWS Batch", "Batch", "JobDefinition ComputeEnvironment JobQueue"),
  service("DMS|Database Migration Service", "DMS", "ReplicationInstance ReplicationTask"),
  service("DataSync", "DataSync", "Task"),
  service("Transfer Family", "Transfer", "Server"),
  service("Storage Gateway", "StorageGateway", ""),
  service("Direct Connect|DX", "DirectConnect", "Connection"),
  service("Global Accelerator", "GlobalAccelerator", "Accelerator"),
  service("Cloud Map|Service Discovery", "ServiceDiscovery", "Service"),
  service("App Mesh", "AppMesh", "Mesh"),
  service("App Runner", "AppRunner", "Service"),
  service("VPC Lattice", "VpcLattice", "Service ServiceNetwork"),
  service("Network Firewall", "NetworkFirewall", "Firewall FirewallPolicy"),
  service("Firewall Manager", "FMS", "Policy"),
  service("Organizations|AWS Organizations", "Organizations", "Organization Account Policy"),
  service("Control Tower", "ControlTower", "EnabledControl"),
  service("Service Catalog|サービスカタログ", "ServiceCatalog", "CloudFormationProduct Portfolio"),
  service("RAM|Resource Access Manager", "RAM", "ResourceShare"),
  service("AWS Budgets|Budgets", "Budgets", "Budget"),
  service("X-Ray", "XRay", "Group SamplingRule"),
  service("WorkSpaces", "WorkSpaces", "Workspace"),
  service("Lightsail", "Lightsail", "Instance"),
  service("Amplify", "Amplify", "App"),
  service("Image Builder|EC2 Image Builder", "ImageBuilder", "ImagePipeline ImageRecipe"),
  service("IoT Core|AWS IoT", "IoT", "Thing TopicRule"),
  service("IAM Access Analyzer|Access Analyzer", "AccessAnalyzer", "Analyzer"),
  service("DLM|Data Lifecycle Manager", "DLM", "LifecyclePolicy"),
  service("FIS|Fault Injection Service|Fault Injection Simulator", "FIS", "ExperimentTemplate"),
  service("Bedrock", "Bedrock", "Agent"),
];

/** Abbreviations that are words in small letters. */
const IN_CAPITALS = ["RAM", "DAX", "SAM", "EB", "DX", "SSO", "DLM", "FIS"];

/** Namespaces that are everyday words: as a name they need `AWS` or `Amazon` before them, and no text speaks of them. */
const EVERYDAY = new Set(
  "backup batch billing cases config connect deadline detective events evidently forecast glue interconnect invoicing lex location logs notifications organizations personalize pi pipes scheduler serverless shield signer transfer translate wisdom".split(
    " ",
  ),
);

/** Finds services in what notes say, by AWS's names, abbreviations and the names in `typeNames`. */
export class Services {
  private readonly byKey = new Map<string, Service>();
  private readonly pattern: RegExp;
  private readonly capitals: RegExp;

  constructor(typeNames: readonly string[]) {
    const sources: string[] = [];
    const namespaces = new Map<string, string[]>();
    for (const type of typeNames) {
      const [owner, namespace, tail] = type.split("::");
      if (owner !== "AWS" || namespace === undefined || tail === undefined) continue;
      namespaces.set(namespace, [...(namespaces.get(namespace) ?? []), tail]);
    }
    for (const one of SERVICES) {
      for (const name of one.names) {
        for (const key of nameKeys(name)) if (!this.byKey.has(key)) this.byKey.set(key, one);
        if (!IN_CAPITALS.includes(name) && !EVERYDAY.has(name.toLowerCase())) sources.push(patternOf(name));
      }
    }
    for (const namespace of new Set(SERVICES.flatMap((one) => one.namespaces)))
      if (!EVERYDAY.has(namespace.toLowerCase())) sources.push(patternOf(namespace));
    for (const [namespace, tails] of namespaces) {
      const known = SERVICES.find((one) => one.namespaces[0] === namespace);
      const one = known ?? { names: [namespace], namespaces: [namespace], types: tails.length <= 3 ? tails : [] };
      const name = EVERYDAY.has(namespace.toLowerCase()) ? `AWS ${namespace}` : namespace;
      for (const key of nameKeys(name)) if (!this.byKey.has(key)) this.byKey.set(key, one);
    }
    sources.sort((left, right) => right.length - left.length);
    this.pattern = new RegExp(`(?<![a-z0-9])(?:${sources.join("|")})(?![a-z0-9])`, "g");
    this.capitals = new RegExp(`(?<![A-Za-z0-9])(?:${IN_CAPITALS.join("|")})(?![A-Za-z0-9])`, "g");
  }

  /** The service that a name, as a key, stands for; `undefined` if it names none. */
  named(key: string): Service | undefined {
    return this.byKey.get(key);
  }

  /** The service that words begin with, and how many words its name has; the longest name counts. */
  leading(words: readonly string[]): { readonly service: Service; readonly length: number } | undefined {
    for (let length = Math.min(words.length, MAX_NAME); length > 0; length--) {
      const found = this.byKey.get(keyOf(words.slice(0, length)));
      if (found) return { service: found, length };
    }
    return undefined;
  }

  /** The namespaces of all services that a text speaks of. */
  mentioned(text: string): ReadonlySet<string> {
    const plain = text.normalize("NFKC");
    const found = [...(plain.toLowerCase().match(this.pattern) ?? []), ...(plain.match(this.capitals) ?? [])];
    return new Set(found.flatMap((name) => nameKeys(name).flatMap((key) => this.byKey.get(key)?.namespaces ?? [])));
  }
}

/** Words of the longest name. */
const MAX_NAME = 6;

/** The types that stand for a service, in full. */
export function principalTypes({ namespaces: [first = ""], types }: Service): readonly string[] {
  return types.map((type) => `AWS::${type.includes("::") ? type : `${first}::${type}`}`);
}

/** Whether a service is all of its namespaces, and these are about it alone: EC2's hold networks and disks, too. */
export function isWholeNamespace(service: Service): boolean {
  const [first = ""] = service.namespaces;
  return first !== "EC2" && service.types.length > 0 && SERVICES.find((one) => one.namespaces[0] === first) === service;
}

/** The types that stand for any service of these namespaces. */
export const principalTypesIn: (namespaces: ReadonlySet<string>) => readonly string[] = memoBy((namespaces) => {
  const found = SERVICES.filter(({ namespaces: [first = ""] }) => namespaces.has(first));
  return [...new Set(found.flatMap(principalTypes))];
});

function patternOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/([a-z])(?=\d)/g, "$1 ")
    .split(/[ー]?\s|ー/)
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, "\\$&"))
    .join("[ー\\s_-]*");
}
