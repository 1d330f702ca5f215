import { BOOLEAN, object, objectType, property, whole } from "../types/build.ts";
import type { ObjectType } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";

// Source: the template reference's page on the CreationPolicy attribute.

const URL = referenceUrl("aws-attribute-creationpolicy");

const RESOURCE_SIGNAL = objectType("ResourceSignal", URL, [
  property(
    "Count",
    whole(0),
    "How many success signals CloudFormation must receive before the resource is considered created.",
    "リソースの作成完了とみなすまでに受け取る必要がある成功シグナルの数。",
    { default: "1" },
  ),
  property(
    "Timeout",
    { kind: "string", format: "duration" },
    "How long CloudFormation waits for the signals (ISO 8601, at most PT12H); if they do not arrive in time, the creation fails.",
    "シグナルを待つ時間（ISO 8601、最大PT12H）。間に合わなければ作成は失敗します。",
    { default: "PT5M" },
  ),
]);

const RESOURCE_SIGNAL_PROPERTY = property(
  "ResourceSignal",
  object(RESOURCE_SIGNAL),
  "How many signals (`cfn-signal`) to wait for and how long.",
  "待つシグナル（`cfn-signal`）の数と時間。",
);

const AUTO_SCALING = property(
  "AutoScalingCreationPolicy",
  object(
    objectType("AutoScalingCreationPolicy", URL, [
      property(
        "MinSuccessfulInstancesPercent",
        whole(0, 100),
        "The percentage of instances that must signal success for the group's creation to succeed.",
        "グループの作成を成功とみなすために、成功シグナルを送る必要があるインスタンスの割合（%）。",
        { default: "100" },
      ),
    ]),
  ),
  "How many of the group's instances must signal success.",
  "グループのうち、成功シグナルを送る必要があるインスタンスの割合。",
);

const START_FLEET = property(
  "StartFleet",
  object(
    objectType("StartFleet", URL, [
      property(
        "Type",
        BOOLEAN,
        "Whether the fleet is started once it has been created.",
        "作成後にフリートを起動するかどうか。",
      ),
    ]),
  ),
  "Starts the fleet after its creation.",
  "作成後にフリートを起動します。",
);

const BY_TYPE = {
  "AWS::AppStream::Fleet": [START_FLEET],
  "AWS::AutoScaling::AutoScalingGroup": [RESOURCE_SIGNAL_PROPERTY, AUTO_SCALING],
  "AWS::CloudFormation::WaitCondition": [RESOURCE_SIGNAL_PROPERTY],
  "AWS::EC2::Instance": [RESOURCE_SIGNAL_PROPERTY],
} as const;

/** The types that take a `CreationPolicy`. */
export const CREATION_POLICY_TYPES: readonly string[] = Object.keys(BY_TYPE);

/** The `CreationPolicy` of a type; of an unknown type all that exist; `undefined` where the type takes none. */
export function creationPolicy(type: string | undefined): ObjectType | undefined {
  const all = [RESOURCE_SIGNAL_PROPERTY, AUTO_SCALING, START_FLEET];
  const properties = type === undefined ? all : BY_TYPE[type as keyof typeof BY_TYPE];
  return properties && objectType("CreationPolicy", URL, properties);
}
