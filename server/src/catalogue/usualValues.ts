// Values that AWS's pages list for properties whose data know no list. They are offered and nothing is checked by them:
// the lists grow. Sources: the template reference's pages on the types, the CodeBuild user guide ("Docker images",
// "Build environment compute modes and types"), the RDS user guide ("DB instance classes"), the SAM developer guide
// ("Building Lambda functions with custom runtimes"), the IAM user guide and the AWS managed policy reference.

/** By type and the names below its properties, or below its attributes where the first one is not `Properties`. */
const BY_PLACE: Readonly<Record<string, string>> = {
  "AWS::CloudWatch::Alarm/Statistic": "Average Sum Maximum Minimum SampleCount",
  "AWS::CodeBuild::Project/Environment/Type":
    "LINUX_CONTAINER ARM_CONTAINER LINUX_GPU_CONTAINER LINUX_LAMBDA_CONTAINER ARM_LAMBDA_CONTAINER WINDOWS_SERVER_2022_CONTAINER WINDOWS_SERVER_2019_CONTAINER LINUX_EC2 ARM_EC2 WINDOWS_EC2 MAC_ARM",
  "AWS::CodeBuild::Project/Environment/ComputeType":
    "BUILD_GENERAL1_SMALL BUILD_GENERAL1_MEDIUM BUILD_GENERAL1_LARGE BUILD_GENERAL1_XLARGE BUILD_GENERAL1_2XLARGE BUILD_LAMBDA_1GB BUILD_LAMBDA_2GB BUILD_LAMBDA_4GB BUILD_LAMBDA_8GB BUILD_LAMBDA_10GB ATTRIBUTE_BASED_COMPUTE",
  "AWS::CodeBuild::Project/Environment/Image":
    "aws/codebuild/amazonlinux-x86_64-standard:5.0 aws/codebuild/amazonlinux-aarch64-standard:3.0 aws/codebuild/standard:7.0 aws/codebuild/windows-base:2022-1.0",
  "AWS::CodeBuild::Project/Source/Type":
    "CODEPIPELINE GITHUB CODECOMMIT S3 NO_SOURCE BITBUCKET GITHUB_ENTERPRISE GITLAB GITLAB_SELF_MANAGED",
  "AWS::CodeBuild::Project/Artifacts/Type": "CODEPIPELINE NO_ARTIFACTS S3",
  "AWS::RDS::DBInstance/Engine":
    "mysql postgres mariadb aurora-mysql aurora-postgresql sqlserver-ex sqlserver-web sqlserver-se sqlserver-ee oracle-se2 oracle-se2-cdb oracle-ee oracle-ee-cdb db2-se db2-ae ~aurora",
  "AWS::RDS::DBCluster/Engine": "aurora-mysql aurora-postgresql mysql postgres ~aurora",
  "AWS::RDS::DBInstance/DBInstanceClass":
    "db.t4g.micro db.t4g.small db.t4g.medium db.t4g.large db.t3.micro db.t3.small db.t3.medium db.m7g.large db.m7g.xlarge db.m7g.2xlarge db.r7g.large db.r7g.xlarge db.r7g.2xlarge db.serverless",
  "AWS::RDS::DBInstance/StorageType": "gp3 gp2 io2 io1 standard",
  "AWS::EC2::SecurityGroup/SecurityGroupIngress/IpProtocol": "tcp udp icmp icmpv6 -1",
  "AWS::EC2::SecurityGroup/SecurityGroupEgress/IpProtocol": "tcp udp icmp icmpv6 -1",
  "AWS::EC2::SecurityGroupIngress/IpProtocol": "tcp udp icmp icmpv6 -1",
  "AWS::EC2::SecurityGroupEgress/IpProtocol": "tcp udp icmp icmpv6 -1",
  "AWS::Lambda::Permission/Action": "lambda:InvokeFunction lambda:InvokeFunctionUrl",
  "AWS::Serverless::Function/Metadata/BuildMethod": "esbuild makefile rust-cargolambda dotnet7 go1.x",
  "AWS::Serverless::LayerVersion/Metadata/BuildMethod":
    "nodejs24.x nodejs22.x python3.14 python3.13 java25 java21 ruby3.4 makefile",
};

const PRINCIPALS =
  "ec2 lambda ecs-tasks events codebuild codepipeline apigateway s3 sns states cloudformation ecs scheduler pipes firehose rds ssm glue sagemaker elasticloadbalancing autoscaling cloudtrail config logs delivery.logs cloudwatch sqs secretsmanager dynamodb kinesis kinesisanalytics kms backup batch bedrock cloudfront codecommit codedeploy cognito-idp dax datapipeline dms ds eks edgelambda elasticbeanstalk elasticmapreduce elasticache es opensearchservice firehose guardduty iot inspector mediaconvert monitoring.rds quicksight redshift route53 servicecatalog spotfleet storagegateway textract transcribe transfer vpc-flow-logs waf wafv2 workspaces application-autoscaling amplify appsync athena codestar-notifications dlm emr-serverless";

const POLICIES =
  "AdministratorAccess PowerUserAccess ReadOnlyAccess SecurityAudit job-function/ViewOnlyAccess AmazonSSMManagedInstanceCore CloudWatchAgentServerPolicy AmazonS3ReadOnlyAccess AmazonS3FullAccess AmazonDynamoDBReadOnlyAccess AmazonDynamoDBFullAccess AmazonSQSFullAccess AmazonSNSFullAccess AmazonRDSFullAccess AmazonEC2ReadOnlyAccess AmazonEC2FullAccess AmazonVPCFullAccess AmazonEC2ContainerRegistryReadOnly AmazonEC2ContainerRegistryPowerUser AmazonEKSClusterPolicy AmazonEKSWorkerNodePolicy AmazonEKS_CNI_Policy AWSXRayDaemonWriteAccess CloudWatchFullAccess CloudWatchReadOnlyAccess CloudWatchLogsFullAccess SecretsManagerReadWrite AmazonElasticFileSystemClientReadWriteAccess AWSCodeDeployRoleForECS AWSLambda_FullAccess service-role/AWSLambdaBasicExecutionRole service-role/AWSLambdaVPCAccessExecutionRole service-role/AWSLambdaSQSQueueExecutionRole service-role/AWSLambdaKinesisExecutionRole service-role/AWSLambdaDynamoDBExecutionRole service-role/AmazonECSTaskExecutionRolePolicy service-role/AmazonEC2RoleforSSM service-role/AWSCodeDeployRole service-role/AmazonRDSEnhancedMonitoringRole service-role/AmazonAPIGatewayPushToCloudWatchLogs service-role/AWSGlueServiceRole service-role/AWS_ConfigRole service-role/AmazonSSMMaintenanceWindowRole service-role/AmazonEBSCSIDriverPolicy";

/** A value that AWS lists for a property. */
export interface UsualValue {
  readonly name: string;
  /** Whether it has gone. */
  readonly deprecated: boolean;
}

/** What AWS lists for the value at `path` of a resource (names only), where its data have no list. */
export function usualValuesAt(type: string, path: readonly string[]): readonly UsualValue[] {
  const [attribute, ...below] = path;
  const names = attribute === "Properties" ? below : path;
  const key = names.at(-1);
  if (key === "ManagedPolicyArns" || key === "PermissionsBoundary")
    return listed(POLICIES).map(({ name, ...rest }) => ({ ...rest, name: `arn:aws:iam::aws:policy/${name}` }));
  const isPrincipal = key === "Service" && /^(?:Not)?Principal$/.test(names.at(-2) ?? "");
  if (isPrincipal || (key === "Principal" && type === "AWS::Lambda::Permission"))
    return listed(PRINCIPALS).map(({ name, ...rest }) => ({ ...rest, name: `${name}.amazonaws.com` }));
  return listed(BY_PLACE[[type, ...names].join("/")] ?? "");
}

function listed(words: string): UsualValue[] {
  return [...new Set(words.split(" "))]
    .filter((word) => word !== "")
    .map((word) => ({ name: word.replace("~", ""), deprecated: word.startsWith("~") }));
}
