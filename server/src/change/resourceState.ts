import { isSecretProperty } from "../catalogue/values/secretProperties.ts";
import { unrolled } from "../model/references/unrolled.ts";
import { type Entry, entriesOf } from "../model/template.ts";
import { isLoopKey } from "../model/tree/functionNames.ts";
import { type Node, pairOf, textOf, typeNameOf, valueAt } from "../model/tree/node.ts";
import type { Span } from "../text/span.ts";
import type { Difference } from "./differences.ts";
import type { Resolved, Resolver } from "./values/resolver.ts";
import { inTagOrder } from "./values/scalarText.ts";
import { type Value, valueIdentity } from "./values/value.ts";
import type { Path, Verdict } from "./values/valueReader.ts";

/** A part of a resource that changes as one: a property, or another attribute as a whole. */
export interface Part extends Resolved {
  readonly attribute: (typeof ATTRIBUTES)[number];
  /** The property's name. */
  readonly name: string | undefined;
  /** Whether it holds a secret, or a parameter with `NoEcho` is in it: its value is never shown. */
  readonly isSecret: boolean;
}

/** A resource of one of the two templates. */
export interface ResourceState {
  readonly id: string;
  readonly type: string;
  readonly entry: Entry;
  /** Whether its condition lets it be. */
  readonly exists: Verdict;
  /** By attribute and name: `Properties.BucketName`, `Metadata`. */
  readonly parts: ReadonlyMap<string, Part>;
}

export function resourceStates(resolver: Resolver): ReadonlyMap<string, ResourceState> {
  const states = entriesOf(resolver.template, "Resources")
    .flatMap((entry) => unrolledEntry(entry, resolver))
    .map((entry) => stateOf(entry, resolver));
  return new Map(states.map((state) => [state.id, state]));
}

/** The entries that a loop makes; any other entry itself. */
function unrolledEntry(entry: Entry, resolver: Resolver): readonly Entry[] {
  if (!isLoopKey(entry.name)) return [entry];
  const made = unrolled([entry], (node) => resolver.resolve(node).value);
  return made.map(({ key, value }) => ({ ...entry, key, value, name: key.text }));
}

function stateOf(entry: Entry, resolver: Resolver): ResourceState {
  const { name: id, value } = entry;
  const condition = textOf(valueAt(value, "Condition"));
  const type = typeNameOf(value) ?? "";
  const parts = new Map<string, Part>();
  const isHidden = (parameter: string): boolean =>
    resolver.template.declarations.parameters.get(parameter)?.noEcho === true;
  const add = (attribute: Part["attribute"], name: string | undefined, node: Node): void => {
    const { value: found, uses } = resolver.resolve(node);
    if (found === undefined) return;
    const isSecret =
      isSecretProperty(type, [name ?? ""]) || uses.some((use) => use.kind === "parameter" && isHidden(use.name));
    const resolved = { value: name === "Tags" ? inTagOrder(found) : found, uses };
    parts.set(name === undefined ? attribute : `${attribute}.${name}`, {
      attribute,
      name,
      ...resolved,
      isSecret,
    });
  };
  for (const attribute of ATTRIBUTES) {
    const found = pairOf(value, attribute)?.value;
    if (found === undefined) continue;
    if (attribute !== "Properties") add(attribute, undefined, found);
    else if (found.kind === "map")
      for (const { key, value: node } of unrolled(found.pairs, (asked) => resolver.resolve(asked).value))
        add(attribute, key.text, node);
    else add(attribute, "", found);
  }
  return {
    id,
    type,
    entry,
    exists: condition === undefined ? true : resolver.condition(condition),
    parts,
  };
}

/** The value of an attribute that is a word, such as `DeletionPolicy`. */
export function wordOf(
  { parts }: ResourceState,
  attribute: "DeletionPolicy" | "UpdateReplacePolicy",
): string | undefined {
  const value = parts.get(attribute)?.value;
  return typeof value === "string" ? value : undefined;
}

/** The value of a property. */
export function propertyOf({ parts }: ResourceState, name: string): Value | undefined {
  return parts.get(`Properties.${name}`)?.value;
}

/** A text that is equal for resources of the same content. */
export function contentKey({ type, parts }: ResourceState): string {
  const properties = [...parts].filter(([, { attribute }]) => attribute === "Properties");
  return `${type} ${properties
    .map(([name, { value }]) => `${name} ${valueIdentity(value)}`)
    .sort()
    .join("\n")}`;
}

/** The parts of a resource by which a change is reported, in CloudFormation's words. */
export const ATTRIBUTES = [
  "Properties",
  "Metadata",
  "CreationPolicy",
  "UpdatePolicy",
  "DeletionPolicy",
  "UpdateReplacePolicy",
] as const;
export type Attribute = (typeof ATTRIBUTES)[number] | "Tags";

/** A cause of a change, in the terms of CloudFormation's API. */
export interface Detail {
  readonly attribute: Attribute;
  /** The property; `undefined` for all other attributes. */
  readonly name: string | undefined;
  /** The place that changes, from the resource down. */
  readonly path: Path;
  readonly requiresRecreation: "Never" | "Conditionally" | "Always";
  readonly interruption: "None" | "Some" | "Replacement";
  /** `Dynamic`: what it will be is known when it is deployed. */
  readonly evaluation: "Static" | "Dynamic";
  readonly source: "DirectModification" | "ParameterReference" | "ResourceReference" | "ResourceAttribute";
  /** The parameter, the resource, or `Resource.Attribute`. */
  readonly entity?: string;
  /**
   * Whether the value certainly changes, may change, or stays: CloudFormation lists whoever reads an attribute of a resource
   * that is updated, also if that update leaves the attribute alone.
   */
  readonly happens: "yes" | "maybe" | "no";
  /** The differences in the templates themselves; none for what follows from another resource's change. */
  readonly differences: readonly Difference[];
  /** Whether its values may not be shown. */
  readonly isSecret: boolean;
}

export interface ResourceChange {
  readonly id: string;
  readonly type: string;
  /** `Dynamic`: a condition decides it whose parameters have no values. */
  readonly action: "Add" | "Modify" | "Remove" | "Dynamic";
  readonly replacement: "True" | "False" | "Conditional" | undefined;
  readonly policyAction: PolicyAction | undefined;
  /** Of one that may be replaced, since something changes for certain whose update replaces in such cases: what becomes of the old one then. */
  readonly possibleAction?: PolicyAction;
  readonly details: readonly Detail[];
  /** For `Add`: the resource with the same content that is removed. */
  readonly movedFrom?: string;
  /** The entries in both templates; absolute. */
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

export type PolicyAction = "Delete" | "Retain" | "Snapshot" | `ReplaceAnd${"Delete" | "Retain" | "Snapshot"}`;

/** Whether a resource is replaced: for certain if one cause that will come about asks for it. */
export function replacementOf(details: readonly Detail[]): NonNullable<ResourceChange["replacement"]> {
  const isCertain = details.some(
    ({ requiresRecreation, evaluation }) => requiresRecreation === "Always" && evaluation === "Static",
  );
  if (isCertain) return "True";
  return details.some(({ requiresRecreation }) => requiresRecreation !== "Never") ? "Conditional" : "False";
}

/** Whether a cause that comes about is of those cases in which an update replaces that does so in some. */
export function isKnownToReplace({ requiresRecreation, interruption, happens }: Detail): boolean {
  return requiresRecreation === "Conditionally" && interruption === "Replacement" && happens === "yes";
}

/**
 * What happens to a resource that leaves the stack, by the policy of the deployed template.
 *
 * Source: the template reference's page on DeletionPolicy, which also has the types whose default is a snapshot.
 */
export function removalAction(before: ResourceState): PolicyAction {
  const policy = wordOf(before, "DeletionPolicy") ?? defaultDeletion(before);
  return policy === "Snapshot" ? "Snapshot" : policy.startsWith("Retain") ? "Retain" : "Delete";
}

function defaultDeletion(state: ResourceState): string {
  if (state.type === "AWS::RDS::DBCluster") return "Snapshot";
  const isAlone = state.type === "AWS::RDS::DBInstance" && propertyOf(state, "DBClusterIdentifier") === undefined;
  return isAlone ? "Snapshot" : "Delete";
}

/** What happens to the old resource after a replacement. */
export function replaceAction(after: ResourceState): PolicyAction {
  const policy = wordOf(after, "UpdateReplacePolicy");
  return policy === "Retain" || policy === "Snapshot" ? `ReplaceAnd${policy}` : "ReplaceAndDelete";
}
