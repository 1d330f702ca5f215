import { ANY, map, object, objectType, withChanges } from "../types/build.ts";
import type { ObjectType, Property, ResourceType, ValueType } from "../types/catalogue.ts";
import type { OwnTypes } from "../types/ownTypes.ts";
import { attributePolicy, SNAPSHOT_TYPES } from "./attributePolicies.ts";

export const CUSTOM_RESOURCE = "AWS::CloudFormation::CustomResource";

/** Whether a type is that of a custom resource: `Custom::` and a name, or CloudFormation's own. */
export function isCustomResource(type: string | undefined): boolean {
  return type === CUSTOM_RESOURCE || type?.startsWith("Custom::") === true;
}

/** The object that a resource of a type is; for an unknown type (`undefined`, custom, private) with all that any type takes. */
export function resourceBody(typeName: string | undefined, type: ResourceType | undefined, own: OwnTypes): ObjectType {
  const known = type ? typeName : undefined;
  const all = own.object("Resource");
  const properties = [...all.properties.values()].flatMap((one) => attribute(one, typeName, known, type, own) ?? []);
  return { ...all, properties: new Map(properties.map((one) => [one.name, one])) };
}

/** An attribute of a resource as its type takes it; `undefined` if that does not. */
function attribute(
  one: Property,
  typeName: string | undefined,
  known: string | undefined,
  type: ResourceType | undefined,
  own: OwnTypes,
): Property | undefined {
  switch (one.name) {
    case "Properties": {
      const required = [...(type?.properties.properties.values() ?? [])].some((inner) => inner.required);
      return withChanges(one, { type: propertiesOf(type), required });
    }
    case "CreationPolicy":
    case "UpdatePolicy": {
      const policy = attributePolicy(one.name, known, own);
      return policy && withChanges(one, { type: object(policy) });
    }
    case "DeletionPolicy":
      return withChanges(one, { type: snapshots(one.type, known), default: deletionDefault(known) });
    case "UpdateReplacePolicy":
      return withChanges(one, { type: snapshots(one.type, known) });
    case "Connectors":
    case "IgnoreGlobals":
      return type?.transform === undefined ? undefined : one;
    case "Version":
      return typeName === CUSTOM_RESOURCE ? one : undefined;
    case "Metadata": {
      const of = type?.name === CUSTOM_RESOURCE ? undefined : type?.properties;
      return withChanges(one, { type: object(() => resourceMetadata(of, own)) });
    }
    default:
      return one;
  }
}

/** A custom resource hands all properties to its function. */
function propertiesOf(type: ResourceType | undefined): ValueType {
  if (!type) return ANY;
  if (type.name !== CUSTOM_RESOURCE) return object(type.properties);
  return object(withChanges(type.properties, { additional: ANY }));
}

/** The values of a policy; without `Snapshot` if none can be taken. */
function snapshots(type: ValueType, known: string | undefined): ValueType {
  if (type.kind !== "string" || known === undefined || SNAPSHOT_TYPES.includes(known)) return type;
  const { Snapshot, ...valueTexts } = type.valueTexts ?? {};
  return { ...type, enum: Object.keys(valueTexts), valueTexts };
}

/** Aurora clusters, and instances outside of one, are kept as a snapshot unless the template says otherwise. */
function deletionDefault(type: string | undefined): string {
  if (type === "AWS::RDS::DBCluster") return "Snapshot";
  if (type === "AWS::RDS::DBInstance") return "Snapshot (DBClusterIdentifier → Delete)";
  return "Delete";
}

/** The `Metadata` of a resource with these properties; `undefined` if nobody knows them. */
function resourceMetadata(properties: ObjectType | undefined, own: OwnTypes): ObjectType {
  const all = own.object("ResourceMetadata");
  const context = own.object("ResourceContext");
  const mutability = { type: mutabilityOf(properties, own) };
  const ofThis = { ...context, properties: withChanged(context.properties, "mutability", mutability) };
  const change = { type: object(ofThis) };
  return { ...all, properties: withChanged(all.properties, "com.aws.cloudformation.Context", change) };
}

function withChanged(
  properties: ReadonlyMap<string, Property>,
  name: string,
  change: Partial<Property>,
): ReadonlyMap<string, Property> {
  return new Map([...properties].map(([key, one]) => [key, key === name ? withChanges(one, change) : one]));
}

/** By the names of properties; of a type that nobody knows, any. */
function mutabilityOf(properties: ObjectType | undefined, own: OwnTypes): ValueType {
  const type = own.type("Changeability");
  if (properties === undefined || properties.additional !== undefined) return map(type);
  return object(() => {
    const level = { type, required: false, update: undefined } as const;
    const names = [...properties.properties.values()].map((one) => withChanges(one, level));
    return objectType("mutability", own.object("ResourceContext").url, names);
  });
}
