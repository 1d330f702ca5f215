import { IDENTITY_POLICY } from "../policy/policyDocument.ts";
import { ANY, list, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { ObjectType, ValueType } from "../types/catalogue.ts";
import { samUrl } from "./scope.ts";

// Source: the SAM developer guide's "SAM policy templates".

/** Policy templates by name, with their parameters. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  AMIDescribePolicy: [],
  AWSSecretsManagerGetSecretValuePolicy: ["SecretArn"],
  AWSSecretsManagerRotationPolicy: ["FunctionName"],
  AcmGetCertificatePolicy: ["CertificateArn"],
  AthenaQueryPolicy: ["WorkGroupName"],
  BatchWritePolicy: ["TableName"],
  CloudFormationDescribeStacksPolicy: [],
  CloudWatchDashboardPolicy: [],
  CloudWatchDescribeAlarmHistoryPolicy: [],
  CloudWatchPutMetricPolicy: [],
  CodeCommitCrudPolicy: ["RepositoryName"],
  CodeCommitReadPolicy: ["RepositoryName"],
  CodePipelineLambdaExecutionPolicy: [],
  CodePipelineReadOnlyPolicy: ["PipelineName"],
  ComprehendBasicAccessPolicy: [],
  CostExplorerReadOnlyPolicy: [],
  DynamoDBBackupFullAccessPolicy: ["TableName"],
  DynamoDBCrudPolicy: ["TableName"],
  DynamoDBReadPolicy: ["TableName"],
  DynamoDBReconfigurePolicy: ["TableName"],
  DynamoDBRestoreFromBackupPolicy: ["TableName"],
  DynamoDBStreamReadPolicy: ["TableName", "StreamName"],
  DynamoDBWritePolicy: ["TableName"],
  EC2CopyImagePolicy: ["ImageId"],
  EC2DescribePolicy: [],
  EKSDescribePolicy: [],
  EFSWriteAccessPolicy: ["FileSystem", "AccessPoint"],
  ElasticMapReduceAddJobFlowStepsPolicy: ["ClusterId"],
  ElasticMapReduceCancelStepsPolicy: ["ClusterId"],
  ElasticMapReduceModifyInstanceFleetPolicy: ["ClusterId"],
  ElasticMapReduceModifyInstanceGroupsPolicy: ["ClusterId"],
  ElasticMapReduceSetTerminationProtectionPolicy: ["ClusterId"],
  ElasticMapReduceTerminateJobFlowsPolicy: ["ClusterId"],
  ElasticsearchHttpPostPolicy: ["DomainName"],
  EventBridgePutEventsPolicy: ["EventBusName"],
  FilterLogEventsPolicy: ["LogGroupName"],
  FirehoseCrudPolicy: ["DeliveryStreamName"],
  FirehoseWritePolicy: ["DeliveryStreamName"],
  KMSDecryptPolicy: ["KeyId"],
  KMSEncryptPolicy: ["KeyId"],
  KinesisCrudPolicy: ["StreamName"],
  KinesisStreamReadPolicy: ["StreamName"],
  LambdaInvokePolicy: ["FunctionName"],
  MobileAnalyticsWriteOnlyAccessPolicy: [],
  OrganizationsListAccountsPolicy: [],
  PinpointEndpointAccessPolicy: ["PinpointApplicationId"],
  PollyFullAccessPolicy: ["LexiconName"],
  RekognitionDetectOnlyPolicy: [],
  RekognitionFacesManagementPolicy: ["CollectionId"],
  RekognitionFacesPolicy: [],
  RekognitionLabelsPolicy: [],
  RekognitionNoDataAccessPolicy: ["CollectionId"],
  RekognitionReadPolicy: ["CollectionId"],
  RekognitionWriteOnlyAccessPolicy: ["CollectionId"],
  Route53ChangeResourceRecordSetsPolicy: ["HostedZoneId"],
  S3CrudPolicy: ["BucketName"],
  S3FullAccessPolicy: ["BucketName"],
  S3ReadPolicy: ["BucketName"],
  S3WritePolicy: ["BucketName"],
  SESBulkTemplatedCrudPolicy: ["IdentityName"],
  SESBulkTemplatedCrudPolicy_v2: ["IdentityName", "TemplateName"],
  SESCrudPolicy: ["IdentityName"],
  SESEmailTemplateCrudPolicy: [],
  SESSendBouncePolicy: ["IdentityName"],
  SNSCrudPolicy: ["TopicName"],
  SNSPublishMessagePolicy: ["TopicName"],
  SQSPollerPolicy: ["QueueName"],
  SQSSendMessagePolicy: ["QueueName"],
  SSMParameterReadPolicy: ["ParameterName"],
  SSMParameterWithSlashPrefixReadPolicy: ["ParameterName"],
  ServerlessRepoReadWriteAccessPolicy: [],
  StepFunctionsExecutionPolicy: ["StateMachineName"],
  TextractDetectAnalyzePolicy: [],
  TextractGetResultPolicy: [],
  TextractPolicy: [],
  VPCAccessPolicy: [],
};

const URL = samUrl("serverless-policy-template-list");

const POLICY_TEMPLATES: ObjectType = objectType(
  "SAM policy template",
  URL,
  Object.entries(TEMPLATES).map(([name, parameters]) =>
    property(
      name,
      object(
        objectType(
          name,
          URL,
          parameters.map((parameter) =>
            property(parameter, STRING, "What the permissions are limited to.", "権限の対象。", { required: true }),
          ),
          // SAM passes over others.
          { additional: ANY },
        ),
      ),
      "A ready-made policy of SAM.",
      "SAMが用意しているポリシーテンプレート。",
    ),
  ),
);

const ONE: ValueType = union(STRING, object(IDENTITY_POLICY), object(POLICY_TEMPLATES), map({ kind: "any" }));

/** `Policies` of a function or state machine: names and ARNs of managed policies, documents, policy templates. */
export const SAM_POLICIES: ValueType = union(ONE, list(ONE));
