import { ANY, BOOLEAN, changed, map, object, objectType, property, STRING, union } from "../types/build.ts";
import type { Property, ValueType } from "../types/catalogue.ts";
import { TAGS } from "./common.ts";
import type { Scope } from "./scope.ts";
import { passed, samUrl } from "./scope.ts";

// Source: the SAM developer guide's pages on resources and properties.

export function graphqlProperties(scope: Scope): readonly Property[] {
  const type = "AWS::AppSync::GraphQLApi";
  return [
    property("SchemaUri", STRING, "The file with the schema.", "スキーマのファイル。"),
    property("SchemaInline", STRING, "The schema itself.", "スキーマそのもの。"),
    property(
      "Auth",
      map(ANY),
      "Who may call the API: `Type`, and more under `Additional`.",
      "APIの認可。`Type`と、追加の`Additional`。",
      { required: true },
    ),
    ...passed(
      scope,
      type,
      "Name",
      "XrayEnabled",
      "Visibility",
      "OwnerContact",
      "IntrospectionConfig",
      "QueryDepthLimit",
      "ResolverCountLimit",
    ),
    property("Logging", union(BOOLEAN, logging(scope)), "Logs in CloudWatch.", "CloudWatchへのログ出力。"),
    property(
      "DataSources",
      object(
        objectType("DataSources", samUrl("sam-resource-graphqlapi"), [
          property("DynamoDb", map(map(ANY)), "DynamoDB tables, by name.", "DynamoDBテーブル（名前ごと）。"),
          property("Lambda", map(map(ANY)), "Lambda functions, by name.", "Lambda関数（名前ごと）。"),
        ]),
      ),
      "Where the data is.",
      "データソース。",
    ),
    property("Functions", map(map(ANY)), "Functions of the resolvers.", "リゾルバーで使う関数。"),
    property("Resolvers", map(map(map(ANY))), "Resolvers by type and field.", "リゾルバー（型とフィールドごと）。"),
    property("ApiKeys", map(map(ANY)), "API keys.", "APIキー。"),
    ...passed(scope, "AWS::AppSync::DomainName", "DomainName").map((one) => changed(one, { type: map(ANY) })),
    property("Cache", map(ANY), "The cache of the API.", "APIのキャッシュ。"),
    TAGS,
  ];
}

/** CloudFormation's `LogConfig` without anything required: SAM makes a role if none is named, and logs `ALL` fields if no level is. */
function logging(scope: Scope): ValueType {
  const names = ["CloudWatchLogsRoleArn", "ExcludeVerboseContent", "FieldLogLevel"];
  const paths = names.map((name) => `${name}=LogConfig.${name}`);
  return object(
    objectType("Logging", samUrl("sam-resource-graphqlapi"), passed(scope, "AWS::AppSync::GraphQLApi", ...paths)),
  );
}
