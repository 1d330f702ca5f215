import type { Span } from "../text/span.ts";
import type { Difference } from "./differences.ts";
import type { Path } from "./values/valueReader.ts";

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
