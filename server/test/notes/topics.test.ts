import assert from "node:assert/strict";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { PropertyType, Resource, SpecDatabase } from "@aws-cdk/service-spec-types";
import { parsePlace } from "../../src/notes/place.ts";
import { topics } from "../../src/notes/topics/all.ts";

const SECTIONS = new Set(
  "AWSTemplateFormatVersion Description Metadata Parameters Rules Mappings Conditions Transform Globals Resources Outputs Hooks".split(
    " ",
  ),
);

const FUNCTIONS = new Set(
  "Ref Condition Fn::And Fn::Equals Fn::FindInMap Fn::GetAtt Fn::If Fn::ImportValue Fn::Not Fn::Or Fn::Sub Fn::Transform".split(
    " ",
  ),
);

const PSEUDO_PARAMETERS = new Set(
  "AccountId NotificationARNs NoValue Partition Region StackId StackName URLSuffix"
    .split(" ")
    .map((name) => `AWS::${name}`),
);

/** Attribute paths as the user guide has them; nothing in AWS's data describes them. */
const ATTRIBUTES = new Set([
  "Condition",
  "CreationPolicy",
  "CreationPolicy.AutoScalingCreationPolicy",
  "CreationPolicy.AutoScalingCreationPolicy.MinSuccessfulInstancesPercent",
  "CreationPolicy.ResourceSignal",
  "CreationPolicy.ResourceSignal.Count",
  "CreationPolicy.ResourceSignal.Timeout",
  "CreationPolicy.StartFleet",
  "DeletionPolicy",
  "DependsOn",
  "Metadata",
  "UpdatePolicy",
  "UpdatePolicy.AutoScalingInstanceRefresh",
  "UpdatePolicy.AutoScalingReplacingUpdate",
  "UpdatePolicy.AutoScalingRollingUpdate",
  "UpdatePolicy.AutoScalingRollingUpdate.MaxBatchSize",
  "UpdatePolicy.AutoScalingRollingUpdate.MinActiveInstancesPercent",
  "UpdatePolicy.AutoScalingRollingUpdate.MinInstancesInService",
  "UpdatePolicy.AutoScalingRollingUpdate.MinSuccessfulInstancesPercent",
  "UpdatePolicy.AutoScalingRollingUpdate.PauseTime",
  "UpdatePolicy.AutoScalingRollingUpdate.SuspendProcesses",
  "UpdatePolicy.AutoScalingRollingUpdate.WaitOnResourceSignals",
  "UpdatePolicy.AutoScalingScheduledAction",
  "UpdatePolicy.CodeDeployLambdaAliasUpdate",
  "UpdatePolicy.EnableVersionUpgrade",
  "UpdatePolicy.StartAfterUpdate",
  "UpdatePolicy.StopBeforeUpdate",
  "UpdatePolicy.UseOnlineResharding",
  "UpdateReplacePolicy",
]);

const PROCESSES = [
  "AddToLoadBalancer",
  "AlarmNotification",
  "AZRebalance",
  "HealthCheck",
  "InstanceRefresh",
  "Launch",
  "ReplaceUnhealthy",
  "ScheduledActions",
  "Terminate",
];

const ATTRIBUTE_VALUES: Readonly<Record<string, readonly string[]>> = {
  DeletionPolicy: ["Delete", "Retain", "RetainExceptOnCreate", "Snapshot"],
  UpdateReplacePolicy: ["Delete", "Retain", "Snapshot"],
  "UpdatePolicy.AutoScalingRollingUpdate.SuspendProcesses": PROCESSES,
};

const METADATA = new Set([
  "AWS::CloudFormation::Init",
  "AWS::CloudFormation::Authentication",
  "AWS::CloudFormation::Interface",
]);
const INIT_KEYS = new Set("packages groups users sources files commands services".split(" "));

describe("topics", () => {
  let database: SpecDatabase;
  before(() => {
    database = loadAwsServiceSpecSync();
  });

  it("have ids of their own, in kebab case", () => {
    const ids = topics.map((topic) => topic.id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const id of ids) assert.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it("have a name in English, Japanese or both, and none twice", () => {
    for (const { id, names, fullNames = [] } of topics) {
      assert.ok(names.length > 0, id);
      const all = [...names, ...fullNames].map((name) => name.toLowerCase());
      assert.deepEqual(
        all.filter((name, index) => all.indexOf(name) !== index),
        [],
        id,
      );
    }
  });

  it("name one topic only where they stand alone", () => {
    const owners = new Map<string, string[]>();
    for (const { id, names, under, fullNames = [] } of topics)
      for (const name of under === undefined ? [...names, ...fullNames] : fullNames) {
        const key = name
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[\s\-ー]/g, "");
        owners.set(key, [...(owners.get(key) ?? []), id]);
      }
    assert.deepEqual(
      [...owners].filter(([, ids]) => new Set(ids).size > 1),
      [],
    );
  });

  it("stand under topics that exist", () => {
    const ids = new Set(topics.map((topic) => topic.id));
    for (const { id, under = [] } of topics) {
      assert.ok(under.length === 0 || under.some((name) => ids.has(name)), id);
      for (const name of under) if (/^[a-z]/.test(name)) assert.ok(ids.has(name), `${id}: under ${name}`);
    }
  });

  it("name places that exist, each once", () => {
    const unknown: string[] = [];
    for (const { id, places } of topics) {
      assert.equal(new Set(places).size, places.length, `${id} has a place twice`);
      for (const place of places) if (!exists(database, place)) unknown.push(`${id}: ${place}`);
    }
    assert.deepEqual(unknown, []);
  });

  it("are found wanting when a place is misspelt", () => {
    for (const place of [
      "AWS::Route53::RecordSets",
      "AWS::Route53::RecordSet.AliasTargets",
      "AWS::Route53::HealthCheck.HealthCheckConfig.Type=CALC",
      "AWS::OpsWork::*",
      "section:Output",
      "attribute:CreationPolicy.ResourceSignals",
      "attribute:DeletionPolicy=Keep",
      "metadata:AWS::CloudFormation::Init.*.package",
      "function:Fn::FindMap",
      "pseudo:AWS::Zone",
    ])
      assert.equal(exists(database, place), false, place);
  });
});

function exists(database: SpecDatabase, source: string): boolean {
  const place = parsePlace(source);
  switch (place?.kind) {
    case "type":
      return resources(database, place.type).length > 0;
    case "property": {
      const found = resources(database, place.type);
      return found.length > 0 && found.every((resource) => hasProperty(database, resource, place.path, place.value));
    }
    case "section":
      return SECTIONS.has(place.section);
    case "attribute": {
      const path = place.path.filter((key) => key !== "**").join(".");
      return (
        ATTRIBUTES.has(path) && (place.value === undefined || ATTRIBUTE_VALUES[path]?.includes(place.value) === true)
      );
    }
    case "metadata": {
      const [first = "", config, key] = place.path;
      if (!METADATA.has(first)) return false;
      return config === undefined || key === undefined ? true : INIT_KEYS.has(key);
    }
    case "function":
      return FUNCTIONS.has(place.name);
    case "pseudo":
      return PSEUDO_PARAMETERS.has(place.name);
    case "word":
    case "text":
      return true;
    default:
      return false;
  }
}

function resources(database: SpecDatabase, type: string): readonly Resource[] {
  if (!type.endsWith("*")) return database.lookup("resource", "cloudFormationType", "equals", type);
  return database.all("resource").filter((resource) => resource.cloudFormationType.startsWith(type.slice(0, -1)));
}

function hasProperty(
  database: SpecDatabase,
  resource: Resource,
  path: readonly string[],
  value: string | undefined,
): boolean {
  let types: readonly PropertyType[] = [];
  let properties: readonly Resource["properties"][] = [resource.properties];
  for (const key of path) {
    types = properties.flatMap((object) => object[key]?.type ?? []).flatMap((type) => leaves(type));
    if (types.length === 0) return false;
    properties = types.flatMap((type) =>
      type.type === "ref" ? [database.get("typeDefinition", type.reference.$ref).properties] : [],
    );
  }
  const allowed = types.flatMap((type) => (type.type === "string" ? (type.allowedValues ?? []) : []));
  return value === undefined || allowed.length === 0 || allowed.includes(value);
}

/** The types that an element has, lists and unions unpacked. */
function leaves(type: PropertyType): readonly PropertyType[] {
  if (type.type === "array" || type.type === "map") return leaves(type.element);
  return type.type === "union" ? type.types.flatMap(leaves) : [type];
}
