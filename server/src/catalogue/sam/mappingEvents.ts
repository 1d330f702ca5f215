import { BOOLEAN, list, object, objectType, property, STRING, suggested } from "../types/build.ts";
import type { Property } from "../types/catalogue.ts";
import type { EventRow } from "./eventRow.ts";
import { passed, type Scope, samUrl } from "./scope.ts";

// Source: the SAM developer guide's "EventSource" pages.

const MAPPING = "AWS::Lambda::EventSourceMapping";

const DESTINATIONS = property(
  "DestinationConfig",
  object(
    objectType("DestinationConfig", samUrl("sam-property-function-kinesis"), [
      property(
        "OnFailure",
        object(
          objectType("OnFailure", samUrl("sam-property-function-onfailure"), [
            property("Destination", STRING, "The ARN of the destination.", "送信先のARN。"),
            property(
              "Type",
              suggested("SQS", "SNS", "S3Bucket", "Kafka"),
              "The kind of destination: SAM gives the function the permission for it.",
              "送信先の種類。SAMが関数に必要な権限を与えます。",
            ),
          ]),
        ),
        "Where records go that could not be processed.",
        "処理できなかったレコードの送り先。",
      ),
    ]),
  ),
  "Where records go that could not be processed.",
  "処理できなかったレコードの送り先。",
);

/** Events that Lambda reads itself: streams, queues, brokers. */
export function mappingEvents(scope: Scope): readonly EventRow[] {
  const mapping = (...names: readonly string[]): readonly Property[] =>
    passed(scope, MAPPING, ...names).map((one) => (one.name === "DestinationConfig" ? DESTINATIONS : one));
  const stream = mapping(
    "Stream!=EventSourceArn",
    "BatchSize",
    "BisectBatchOnFunctionError",
    "DestinationConfig",
    "Enabled",
    "FilterCriteria",
    "FunctionResponseTypes",
    "KmsKeyArn",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "MetricsConfig",
    "ParallelizationFactor",
    "StartingPosition",
    "StartingPositionTimestamp",
    "TumblingWindowInSeconds",
  );
  const kafka = mapping(
    "BatchSize",
    "BisectBatchOnFunctionError",
    "ConsumerGroupId=AmazonManagedKafkaEventSourceConfig.ConsumerGroupId",
    "DestinationConfig",
    "Enabled",
    "FilterCriteria",
    "FunctionResponseTypes",
    "KmsKeyArn",
    "LoggingConfig",
    "MaximumBatchingWindowInSeconds",
    "MaximumRecordAgeInSeconds",
    "MaximumRetryAttempts",
    "MetricsConfig",
    "ProvisionedPollerConfig",
    "SchemaRegistryConfig=AmazonManagedKafkaEventSourceConfig.SchemaRegistryConfig",
    "StartingPosition",
    "StartingPositionTimestamp",
    "Topics!",
  );
  return [
    ["Kinesis", stream],
    ["DynamoDB", stream],
    [
      "SQS",
      mapping(
        "Queue!=EventSourceArn",
        "BatchSize",
        "Enabled",
        "FilterCriteria",
        "FunctionResponseTypes",
        "KmsKeyArn",
        "MaximumBatchingWindowInSeconds",
        "MetricsConfig",
        "ProvisionedPollerConfig",
        "ScalingConfig",
      ),
    ],
    ["MSK", [...mapping("Stream!=EventSourceArn", "SourceAccessConfigurations"), ...kafka]],
    [
      "SelfManagedKafka",
      [
        property("KafkaBootstrapServers", list(STRING), "The addresses of the brokers.", "ブローカーのアドレス。"),
        ...mapping("SourceAccessConfigurations!"),
        ...kafka,
      ],
    ],
    [
      "MQ",
      [
        ...mapping(
          "Broker!=EventSourceArn",
          "Queues!",
          "SourceAccessConfigurations!",
          "BatchSize",
          "Enabled",
          "FilterCriteria",
          "KmsKeyArn",
          "MaximumBatchingWindowInSeconds",
        ),
        property(
          "DynamicPolicyName",
          BOOLEAN,
          "Whether the policy's name is made up from the event's, so that several events do not clash.",
          "複数のイベントで衝突しないよう、ポリシー名をイベントごとに変えるかどうか。",
        ),
        property("SecretsManagerKmsKeyId", STRING, "The KMS key of the secret.", "シークレットのKMSキー。"),
      ],
    ],
    [
      "DocumentDB",
      [
        ...mapping(
          "Cluster!=EventSourceArn",
          "SourceAccessConfigurations!",
          "BatchSize",
          "Enabled",
          "FilterCriteria",
          "KmsKeyArn",
          "MaximumBatchingWindowInSeconds",
          "StartingPosition",
          "StartingPositionTimestamp",
          "CollectionName=DocumentDBEventSourceConfig.CollectionName",
          "DatabaseName!=DocumentDBEventSourceConfig.DatabaseName",
          "FullDocument=DocumentDBEventSourceConfig.FullDocument",
        ),
        property("SecretsManagerKmsKeyId", STRING, "The KMS key of the secret.", "シークレットのKMSキー。"),
      ],
    ],
  ];
}
