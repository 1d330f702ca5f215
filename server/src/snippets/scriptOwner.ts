import { type Entry, entriesOf, entryOf, type Template } from "../model/template.ts";
import { type MapNode, type Node, pairOf, textOf, typeNameOf, valueAt } from "../model/tree/node.ts";

/** The resource that has the user data of a resource's instances, or would have them. */
export interface ScriptOwner {
  readonly entry: Entry;
  /** The map that holds `UserData`. */
  readonly holder: MapNode | undefined;
  readonly userData: Node | undefined;
}

/** Types that take a CreationPolicy and run a script. */
const SIGNALLING_TYPES: readonly string[] = ["AWS::EC2::Instance", "AWS::AutoScaling::AutoScalingGroup"];

/** An instance's own user data, else that of the launch template or launch configuration it refers to in this template. */
export function scriptOwner(template: Template, logicalId: string): ScriptOwner | undefined {
  const entry = entryOf(template, "Resources", logicalId);
  if (entry === undefined) return undefined;
  const type = typeNameOf(entry.value);
  const properties = valueAt(entry.value, "Properties");
  const own = valueAt(properties, "UserData");
  if (type === "AWS::EC2::Instance" && own !== undefined) return { entry, holder: asMap(properties), userData: own };
  const referred = launchTarget(properties);
  const target = referred === undefined ? undefined : entryOf(template, "Resources", referred);
  if (target !== undefined) return targetOwner(target);
  if (type !== "AWS::EC2::Instance" || referred !== undefined) return undefined;
  return { entry, holder: asMap(properties), userData: undefined };
}

/** The user data that stand in an entry itself. */
export function ownScript(entry: Entry): ScriptOwner | undefined {
  if (typeNameOf(entry.value) !== "AWS::EC2::Instance") return targetOwner(entry);
  const properties = valueAt(entry.value, "Properties");
  return { entry, holder: asMap(properties), userData: valueAt(properties, "UserData") };
}

/** The instance or group that a script of `entry` signals for: itself, or the first one that starts from this launch template. */
export function signalledEntry(template: Template, entry: Entry): Entry | undefined {
  const type = typeNameOf(entry.value) ?? "";
  if (SIGNALLING_TYPES.includes(type)) return entry;
  if (type !== "AWS::EC2::LaunchTemplate" && type !== "AWS::AutoScaling::LaunchConfiguration") return undefined;
  return entriesOf(template, "Resources").find(
    (one) => SIGNALLING_TYPES.includes(typeNameOf(one.value) ?? "") && scriptOwner(template, one.name)?.entry === entry,
  );
}

function targetOwner(entry: Entry): ScriptOwner | undefined {
  const type = typeNameOf(entry.value);
  const properties = valueAt(entry.value, "Properties");
  const holder = type === "AWS::EC2::LaunchTemplate" ? valueAt(properties, "LaunchTemplateData") : properties;
  if (type !== "AWS::EC2::LaunchTemplate" && type !== "AWS::AutoScaling::LaunchConfiguration") return undefined;
  return { entry, holder: asMap(holder), userData: valueAt(holder, "UserData") };
}

function launchTarget(properties: Node | undefined): string | undefined {
  const mixed = valueAt(valueAt(properties, "MixedInstancesPolicy"), "LaunchTemplate");
  const specification = valueAt(mixed, "LaunchTemplateSpecification") ?? valueAt(properties, "LaunchTemplate");
  for (const key of ["LaunchTemplateId", "LaunchTemplateName"]) {
    const named = referred(valueAt(specification, key));
    if (named !== undefined) return named;
  }
  return referred(valueAt(properties, "LaunchConfigurationName"));
}

function referred(node: Node | undefined): string | undefined {
  if (node?.kind === "call" && node.name === "Ref") return textOf(node.argument);
  if (node?.kind === "call" && node.name === "Fn::GetAtt") return textOf(node.argument)?.split(".")[0];
  return undefined;
}

function asMap(node: Node | undefined): MapNode | undefined {
  return node?.kind === "map" ? node : undefined;
}

/** Whether a resource has a policy that waits for signals. */
export function hasCreationPolicy({ value }: Entry): boolean {
  return pairOf(value, "CreationPolicy") !== undefined;
}
