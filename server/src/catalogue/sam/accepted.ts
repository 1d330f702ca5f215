// Source: the properties that the SAM translator declares for each kind of event.

/** Kinds of events that Lambda reads itself: SAM takes the same properties for all of them, whether they mean something there or not. */
const MAPPING_EVENTS = ["Kinesis", "DynamoDB", "SQS", "MSK", "SelfManagedKafka", "MQ", "DocumentDB"];

const MAPPING_PROPERTIES = [
  "BatchSize",
  "BisectBatchOnFunctionError",
  "ConsumerGroupId",
  "DestinationConfig",
  "Enabled",
  "FilterCriteria",
  "FunctionResponseTypes",
  "KafkaBootstrapServers",
  "KmsKeyArn",
  "LoggingConfig",
  "MaximumBatchingWindowInSeconds",
  "MaximumRecordAgeInSeconds",
  "MaximumRetryAttempts",
  "MetricsConfig",
  "ParallelizationFactor",
  "ProvisionedPollerConfig",
  "Queues",
  "ScalingConfig",
  "SchemaRegistryConfig",
  "SecretsManagerKmsKeyId",
  "SourceAccessConfigurations",
  "StartingPosition",
  "StartingPositionTimestamp",
  "Topics",
  "TumblingWindowInSeconds",
];

/** Further properties that SAM takes without a word in its guide, by kind of event. */
const UNDOCUMENTED: readonly (readonly [event: string, property: string])[] = [
  ["Api", "Stage"],
  ["HttpApi", "Stage"],
  ["CloudWatchEvent", "InputTransformer"],
  ["EventBridgeRule", "Enabled"],
  ["Schedule", "RoleArn"],
  ["Schedule", "RuleName"],
  ...MAPPING_EVENTS.flatMap((event) => MAPPING_PROPERTIES.map((property) => [event, property] as const)),
];

/** What SAM accepts beyond its guide, and so beyond what is offered: paths such as `AWS::Serverless::Function.SQS.StartingPosition`. */
export const SAM_ACCEPTED: readonly string[] = ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"].flatMap(
  (type) => UNDOCUMENTED.map(([event, property]) => `${type}.${event}.${property}`),
);
