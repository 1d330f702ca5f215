import { EMBEDDED_CONNECTOR } from "../sam/connector.ts";
import { ANY, explained, list, map, object, objectType, property, STRING, suggested, union } from "../types/build.ts";
import type { ObjectType, Property, ResourceType, ValueType } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";
import { creationPolicy } from "./creationPolicy.ts";
import { resourceMetadata } from "./metadata.ts";
import { updatePolicy } from "./updatePolicy.ts";

// Source: the template reference's pages on resource attributes.

/** The types of which a snapshot can be kept (DeletionPolicy, UpdateReplacePolicy). */
export const SNAPSHOT_TYPES: readonly string[] = [
  "AWS::DocDB::DBCluster",
  "AWS::EC2::Volume",
  "AWS::ElastiCache::CacheCluster",
  "AWS::ElastiCache::ReplicationGroup",
  "AWS::Neptune::DBCluster",
  "AWS::RDS::DBCluster",
  "AWS::RDS::DBInstance",
  "AWS::Redshift::Cluster",
];

const DELETE = [
  "Delete",
  "The physical resource is deleted (an S3 bucket only if it is empty).",
  "実際のリソースを削除します（S3バケットは空の場合だけ）。",
] as const;
const RETAIN = [
  "Retain",
  "The physical resource stays, outside of the stack.",
  "実際のリソースを、スタックの管理外に残します。",
] as const;
const SNAPSHOT = [
  "Snapshot",
  "A snapshot is taken before the resource is deleted.",
  "削除の前にスナップショットを取ります。",
] as const;
const RETAIN_EXCEPT_ON_CREATE = [
  "RetainExceptOnCreate",
  "As Retain, but deleted when the stack operation that created it is rolled back.",
  "Retainと同じですが、作成した操作がロールバックされたときは削除します。",
] as const;

export const CUSTOM_RESOURCE = "AWS::CloudFormation::CustomResource";

/** What may stand directly in a resource of a type; of an unknown type (`undefined`, custom, private) whatever any type takes. */
export function resourceBody(typeName: string | undefined, type: ResourceType | undefined): ObjectType {
  const known = type ? typeName : undefined;
  const isSam = type?.transform !== undefined;
  const creation = creationPolicy(known);
  const update = updatePolicy(known);
  return objectType("Resource", referenceUrl("resources-section-structure"), [
    property(
      "Type",
      suggested(),
      "What kind of resource this is: `AWS::EC2::Instance`.",
      "リソースの種類。例: `AWS::EC2::Instance`。",
      {
        required: true,
      },
    ),
    property(
      "Properties",
      propertiesOf(type),
      "The settings of the resource; which ones there are depends on its type.",
      "リソースの設定。どんな項目があるかはTypeで決まります。",
      { required: type !== undefined && [...type.properties.properties.values()].some((one) => one.required) },
    ),
    ...(creation ? [creationPolicyProperty(creation)] : []),
    ...(update ? [updatePolicyProperty(update)] : []),
    ...lifecycle(known),
    ...(isSam ? samAttributes() : []),
    ...(typeName === CUSTOM_RESOURCE ? [VERSION] : []),
    metadataProperty(type),
  ]);
}

const VERSION = property(
  "Version",
  union(STRING, { kind: "number", integer: false }),
  "The version of the interface between CloudFormation and the custom resource: `1.0`.",
  "CloudFormationとカスタムリソースの間のインターフェイスのバージョン。`1.0`です。",
);

/** A custom resource hands all properties to its function. */
function propertiesOf(type: ResourceType | undefined): ValueType {
  if (!type) return ANY;
  if (type.name !== CUSTOM_RESOURCE) return object(type.properties);
  return object({ ...type.properties, additional: ANY });
}

function creationPolicyProperty(policy: ObjectType): Property {
  return property(
    "CreationPolicy",
    object(policy),
    "The resource is considered created only when success signals have arrived; if they do not arrive in time, its creation fails.",
    "成功シグナルが届いてはじめてリソースの作成を完了とします。時間内に届かなければ作成は失敗します。",
    { url: referenceUrl("aws-attribute-creationpolicy") },
  );
}

function updatePolicyProperty(policy: ObjectType): Property {
  return property(
    "UpdatePolicy",
    object(policy),
    "How an update of the resource is carried out, to keep downtime low.",
    "停止時間を抑えるために、リソースの更新をどう進めるかを決めます。",
    { url: referenceUrl("aws-attribute-updatepolicy") },
  );
}

function lifecycle(type: string | undefined): readonly Property[] {
  const snapshot = type === undefined || SNAPSHOT_TYPES.includes(type) ? [SNAPSHOT] : [];
  return [
    property(
      "DeletionPolicy",
      explained(DELETE, RETAIN, RETAIN_EXCEPT_ON_CREATE, ...snapshot),
      "What happens to the physical resource when it leaves the stack or the stack is deleted.",
      "リソースがスタックから外れるとき、またはスタックが削除されるときに、実際のリソースをどうするかを決めます。",
      { ...deletionDefault(type), url: referenceUrl("aws-attribute-deletionpolicy") },
    ),
    property(
      "UpdateReplacePolicy",
      explained(DELETE, RETAIN, ...snapshot),
      "What happens to the old physical resource when an update replaces it.",
      "更新で置き換えられた古いリソースをどうするかを決めます。",
      { default: "Delete", url: referenceUrl("aws-attribute-updatereplacepolicy") },
    ),
    property(
      "DependsOn",
      union(STRING, list(STRING)),
      "Resources that are created before this one and deleted after it.",
      "このリソースより先に作成し、後に削除するリソース。",
      { url: referenceUrl("aws-attribute-dependson") },
    ),
    property(
      "Condition",
      STRING,
      "The resource is created only if this condition of the Conditions section is true.",
      "Conditionsセクションのこの条件が真のときだけ、リソースを作成します。",
      { url: referenceUrl("conditions-section-structure") },
    ),
  ];
}

/** Aurora clusters, and instances outside of one, are kept as a snapshot unless the template says otherwise. */
function deletionDefault(type: string | undefined): { readonly default?: string } {
  if (type === "AWS::RDS::DBCluster") return { default: "Snapshot" };
  if (type === "AWS::RDS::DBInstance") return { default: "Snapshot (DBClusterIdentifier → Delete)" };
  return { default: "Delete" };
}

function samAttributes(): readonly Property[] {
  const url =
    "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html";
  const ignored: ValueType = union(STRING, list(STRING));
  return [
    property(
      "Connectors",
      map(object(EMBEDDED_CONNECTOR)),
      "Permissions of this resource on others, as embedded connectors.",
      "このリソースからほかのリソースへの権限（埋め込みコネクタ）。",
      { url },
    ),
    property(
      "IgnoreGlobals",
      ignored,
      "Properties (or `*` for all) that the Globals section must not set here.",
      "Globalsセクションの値を使わないプロパティ（すべてなら`*`）。",
      { url },
    ),
  ];
}

function metadataProperty(type: ResourceType | undefined): Property {
  return property(
    "Metadata",
    object(() => resourceMetadata(type?.name === CUSTOM_RESOURCE ? undefined : type?.properties)),
    "Free data about the resource; some keys are read by CloudFormation and its scripts, such as `AWS::CloudFormation::Init`.",
    "リソースに添える任意のデータ。`AWS::CloudFormation::Init`など、CloudFormationやヘルパースクリプトが読むキーもあります。",
    { url: referenceUrl("aws-attribute-metadata") },
  );
}
