import type { Catalogue, ValueType } from "../../catalogue/types/catalogue.ts";
import { alternatives, schemaAt } from "../../catalogue/types/schemaAt.ts";
import type { ScalarNode } from "../../model/tree/node.ts";
import { typeNameOf } from "../../model/tree/node.ts";
import type { ValuePlace } from "./valuePlaces.ts";

/** Types that CloudFormation looks up in the account, by the beginning of their ids or by the property's name. */
const BY_VALUE: readonly (readonly [RegExp, string])[] = [
  [/^ami-[\da-f]+$/, "AWS::EC2::Image::Id"],
  [/^vpc-[\da-f]+$/, "AWS::EC2::VPC::Id"],
  [/^subnet-[\da-f]+$/, "AWS::EC2::Subnet::Id"],
  [/^sg-[\da-f]+$/, "AWS::EC2::SecurityGroup::Id"],
  [/^vol-[\da-f]+$/, "AWS::EC2::Volume::Id"],
  [/^i-[\da-f]+$/, "AWS::EC2::Instance::Id"],
];

/** A parameter's type for a value at its place. */
export function parameterType(scalar: ScalarNode, place: ValuePlace, catalogue: Catalogue): string {
  const { text, value, style } = scalar;
  const special = BY_VALUE.find(([pattern]) => pattern.test(text))?.[1] ?? typeByName(text, place);
  if (special !== undefined) return special;
  const number = typeof value === "number" && style === "plain" && String(value) === text;
  const schema = schemaOf(place, catalogue);
  const isNumber = schema.some(({ kind }) => kind === "number") && /^-?\d+(?:\.\d+)?$/.test(text);
  const isText = schema.length > 0 && schema.every(({ kind }) => kind === "string");
  return isNumber || (number && !isText) ? "Number" : "String";
}

/** Types by the property's name, if no value tells. */
const BY_KEY: Readonly<Record<string, string>> = {
  AvailabilityZone: "AWS::EC2::AvailabilityZone::Name",
  ImageId: "AWS::EC2::Image::Id",
  KeyName: "AWS::EC2::KeyPair::KeyName",
  DestinationSecurityGroupId: "AWS::EC2::SecurityGroup::Id",
  GroupId: "AWS::EC2::SecurityGroup::Id",
  SecurityGroupIds: "List<AWS::EC2::SecurityGroup::Id>",
  SecurityGroups: "List<AWS::EC2::SecurityGroup::Id>",
  SourceSecurityGroupId: "AWS::EC2::SecurityGroup::Id",
  SubnetId: "AWS::EC2::Subnet::Id",
  SubnetIds: "List<AWS::EC2::Subnet::Id>",
  Subnets: "List<AWS::EC2::Subnet::Id>",
  VpcId: "AWS::EC2::VPC::Id",
  VPCSecurityGroups: "List<AWS::EC2::SecurityGroup::Id>",
  VpcSecurityGroupIds: "List<AWS::EC2::SecurityGroup::Id>",
  VPCZoneIdentifier: "List<AWS::EC2::Subnet::Id>",
};

/** A parameter's type for the whole value of a property; for an item of a list the type of one. */
export function typeOfProperty(path: ValuePlace["path"]): string {
  const type = BY_KEY[lastKey(path)] ?? "String";
  return typeof path.at(-1) === "number" ? type.replace(/^List<(.*)>$/, "$1") : type;
}

/** The type of a list of these values. */
export function listType(items: readonly string[]): string {
  const [first] = items;
  return first === "Number" || first?.startsWith("AWS::") ? `List<${first}>` : "CommaDelimitedList";
}

function typeByName(text: string, { path, entry }: ValuePlace): string | undefined {
  const key = lastKey(path);
  if (key === "KeyName" && /^AWS::(?:EC2|AutoScaling)::/.test(typeNameOf(entry.value) ?? ""))
    return "AWS::EC2::KeyPair::KeyName";
  if (key.startsWith("AvailabilityZone") && /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(text))
    return "AWS::EC2::AvailabilityZone::Name";
  // The zone of a load balancer or distribution, for an alias, is AWS's own.
  if (key === "HostedZoneId" && /^Z[A-Z\d]+$/.test(text) && !path.includes("AliasTarget"))
    return "AWS::Route53::HostedZone::Id";
  return undefined;
}

/** The last key of a path. */
export function lastKey(path: ValuePlace["path"]): string {
  return String(path.findLast((part) => typeof part === "string") ?? "");
}

/** The shapes that the value may have; none if nothing is known. */
export function schemaOf({ entry, path }: ValuePlace, catalogue: Catalogue): readonly ValueType[] {
  if (entry.section !== "Resources") return [];
  const schema = schemaAt(catalogue.resourceBody(typeNameOf(entry.value)), path);
  return schema === undefined ? [] : alternatives(schema.type);
}
