import type { Entry, Template } from "../../../model/template.ts";
import { type MapNode, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import type { Span } from "../../../text/span.ts";
import type { Assumption } from "../resolving/callSites.ts";
import type { ReportedExtra, Words } from "../rule.ts";

/** A resource with properties, and a way to those that it names. */
export interface LinkedResource {
  readonly entry: Entry;
  readonly properties: MapNode;
  readonly format: Template["format"];
  /** The resource that `value` names, if it is of one of these types. */
  target(value: Node | undefined, ...types: readonly string[]): LinkedResource | undefined;
  /** The value of a key in SAM's Globals for all functions. */
  globalValue(key: string): Node | undefined;
  /** Whether conditions can be so all at once; `undefined` if they are too many to tell. */
  possible(assumptions: readonly Assumption[]): boolean | undefined;
}

/** Reports a property of a resource (its value if it has one, else what introduces the properties), or a place in it. */
export type ReportLink = (
  resource: LinkedResource,
  property: string | Span,
  words: Words,
  extra?: Pick<ReportedExtra, "severity" | "data" | "before">,
) => void;

export function numberOr({ properties }: LinkedResource, name: string, otherwise: number): number | undefined {
  const node = valueAt(properties, name);
  if (node === undefined) return otherwise;
  const value = Number(textOf(node) || Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

export function isTrue(node: Node | undefined): boolean {
  return textOf(node)?.toLowerCase() === "true";
}

export function isFalse(node: Node | undefined): boolean {
  return textOf(node)?.toLowerCase() === "false";
}
