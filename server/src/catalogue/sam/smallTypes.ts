import { ANY, BOOLEAN, list, map, object, objectType, oneOf, property, STRING, union } from "../types/build.ts";
import type { Property } from "../types/catalogue.ts";
import { code, PROPAGATE, runtimes, TAGS } from "./common.ts";
import type { Scope } from "./scope.ts";
import { passed, samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export function simpleTableProperties(scope: Scope): readonly Property[] {
  return [
    property(
      "PrimaryKey",
      object(
        objectType("PrimaryKeyObject", samUrl("sam-property-simpletable-primarykeyobject"), [
          property("Name", STRING, "The attribute's name.", "属性名。", { required: true }),
          property("Type", oneOf("String", "Number", "Binary"), "The attribute's type.", "属性の型。", {
            required: true,
          }),
        ]),
      ),
      "The partition key; without it `id`, a String.",
      "パーティションキー。省略すると文字列の`id`。",
    ),
    ...passed(
      scope,
      "AWS::DynamoDB::Table",
      "TableName",
      "ProvisionedThroughput",
      "PointInTimeRecoverySpecification",
      "SSESpecification",
    ),
    TAGS,
  ];
}

export function layerProperties(scope: Scope): readonly Property[] {
  return [
    code("ContentUri", "Where the layer's content is.", "レイヤーの内容の場所。", true),
    ...passed(scope, "AWS::Lambda::LayerVersion", "LayerName", "Description", "CompatibleArchitectures", "LicenseInfo"),
    property("CompatibleRuntimes", list(runtimes), "Runtimes that the layer is for.", "対応するランタイム。"),
    property(
      "RetentionPolicy",
      oneOf("Retain", "Delete"),
      "Whether old versions are kept.",
      "古いバージョンを残すかどうか。",
      { default: "Retain" },
    ),
    property(
      "PublishLambdaVersion",
      BOOLEAN,
      "Whether functions that use the layer publish a version when it changes.",
      "レイヤーの変更時に、それを使う関数のバージョンを発行するかどうか。",
    ),
  ];
}

export function applicationProperties(scope: Scope): readonly Property[] {
  return [
    property(
      "Location",
      union(
        STRING,
        object(
          objectType("ApplicationLocationObject", samUrl("sam-property-application-applicationlocationobject"), [
            property(
              "ApplicationId",
              STRING,
              "The ARN of the application in the Serverless Application Repository.",
              "Serverless Application RepositoryのアプリケーションのARN。",
              { required: true },
            ),
            property("SemanticVersion", STRING, "Its version.", "バージョン。", { required: true }),
          ]),
        ),
      ),
      "A template (file or URL) or an application of the repository.",
      "テンプレート（ファイルかURL）、またはリポジトリのアプリケーション。",
      { required: true },
    ),
    ...passed(scope, "AWS::CloudFormation::Stack", "Parameters", "NotificationARNs", "TimeoutInMinutes"),
    TAGS,
  ];
}

export function capacityProviderProperties(scope: Scope): readonly Property[] {
  const type = "AWS::Lambda::CapacityProvider";
  return [
    ...passed(scope, type, "CapacityProviderName", "VpcConfig!", "KmsKeyArn"),
    property(
      "OperatorRole",
      STRING,
      "The role with which Lambda manages the instances; without it SAM creates one.",
      "Lambdaがインスタンスを管理するロール。省略するとSAMが作成します。",
    ),
    property(
      "InstanceRequirements",
      map(ANY),
      "Architectures and types of the instances.",
      "インスタンスのアーキテクチャや種類。",
    ),
    property("ScalingConfig", map(ANY), "How far it scales.", "スケーリングの設定。"),
    TAGS,
    PROPAGATE,
  ];
}
