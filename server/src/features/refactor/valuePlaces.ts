import { isSecretProperty } from "../../catalogue/values/secretProperties.ts";
import type { Path, Place } from "../../model/focus/focus.ts";
import { isScriptPlace, placeOf } from "../../model/focus/focusAt.ts";
import { type Entry, entriesOf, type Template } from "../../model/template.ts";
import type { CallNode, ListNode, MapNode, Node, ScalarNode } from "../../model/tree/node.ts";
import { writtenText } from "./scene.ts";

/** A literal value in a place that allows a function such as `Ref`. */
export interface ValuePlace {
  readonly entry: Entry;
  readonly node: ScalarNode | ListNode;
  /** Keys and indexes from the entry's value downwards; functions are passed through. */
  readonly path: Path;
  /** The function that has the value as its only argument. */
  readonly call: CallNode | undefined;
  /** The innermost map around it. */
  readonly map: MapNode | undefined;
  /** The text of a `Fn::Sub`: a part of it may become a `${Name}`. */
  readonly inSub: boolean;
}

/** All places of the template at which a function can stand for this text. */
export function placesOfText(template: Template, text: string): readonly ValuePlace[] {
  return (["Resources", "Outputs"] as const)
    .flatMap((section) => entriesOf(template, section))
    .flatMap((entry) => (entry.unit.text.includes(text) ? valuePlaces(entry, text) : []))
    .filter(({ node, inSub }) => !inSub && node.kind === "scalar");
}

/**
 * All written-out values of an entry that functions can stand for. Spans are relative to it.
 * @param text of the scalars that are wanted; without it, all of them
 */
export function valuePlaces(entry: Entry, text?: string): readonly ValuePlace[] {
  const found: ValuePlace[] = [];
  const { section, value, name } = entry;
  if (name.startsWith("Fn::") || entry.unit.errors.length > 0) return found;
  if (section === "Resources" || section === "Outputs") {
    const attributes = section === "Resources" ? ["Properties", "CreationPolicy", "UpdatePolicy"] : ["Value", "Export"];
    for (const { key, value: attribute, merged } of value.kind === "map" ? value.pairs : []) {
      if (merged || !attributes.includes(key.text)) continue;
      walk(attribute, { entry, text, path: [key.text], map: value.kind === "map" ? value : undefined, found });
    }
  }
  return found;
}

interface Walk {
  readonly entry: Entry;
  readonly text: string | undefined;
  readonly path: Path;
  readonly map: MapNode | undefined;
  readonly found: ValuePlace[];
}

function walk(node: Node, at: Walk, call?: CallNode): void {
  const { entry, text, path, map, found } = at;
  if (node.kind === "scalar") {
    if (text !== undefined && node.text !== text) return;
    const place = placeOf(entry, path);
    if (isWritten(node, entry) && !isScriptPlace(place) && !isSecret(place))
      found.push({ entry, node, path, call, map, inSub: false });
  } else if (node.kind === "list") {
    if (node.items.length > 0 && node.items.every((item) => item.kind === "scalar" && isWritten(item, entry)))
      found.push({ entry, node, path, call: undefined, map, inSub: false });
    for (const [index, item] of node.items.entries()) walk(item, { ...at, path: [...path, index] });
  } else if (node.kind === "map") {
    for (const { key, value, merged } of node.pairs) {
      if (!merged && !key.text.startsWith("Fn::")) walk(value, { ...at, path: [...path, key.text], map: node });
    }
  } else callArguments(node, at);
}

/** For each function, its arguments that may be a `Ref`. */
function callArguments(node: CallNode, at: Walk): void {
  const { name, argument } = node;
  const items = argument.kind === "list" ? argument.items : [];
  const walkAll = (nodes: readonly (Node | undefined)[]): void => {
    for (const item of nodes) {
      if (item === undefined) continue;
      if (item.kind === "list") for (const inner of item.items) walk(inner, at, undefined);
      else walk(item, at, undefined);
    }
  };
  if (name === "Fn::If") for (const item of items.slice(1)) walk(item, at);
  else if (name === "Fn::FindInMap") walkAll(items.slice(1, 3));
  else if (name === "Fn::Join" || name === "Fn::Split") walkAll(items.slice(1));
  else if (name === "Fn::Select" || name === "Fn::Cidr") walkAll(items);
  else if (name === "Fn::Base64" || name === "Fn::ImportValue" || name === "Fn::GetAZs") walk(argument, at, node);
  else if (name === "Fn::Sub") {
    const text = argument.kind === "list" ? items[0] : argument;
    if (text?.kind === "scalar") at.found.push({ ...at, node: text, call: node, inSub: true });
    if (items[1]?.kind === "map") for (const { value } of items[1].pairs) walk(value, at);
  }
}

/** A secret belongs into a secret's store, not into a default that everybody reads. */
export function isSecret(place: Place): boolean {
  if (place.in !== "resource" || place.attribute !== "Properties") return false;
  return isSecretProperty(
    place.type ?? "",
    place.path.filter((part) => typeof part === "string"),
  );
}

/** Whether a scalar holds a literal value on one line: no alias, and nothing that another tool fills in. */
function isWritten(node: ScalarNode, entry: Entry): boolean {
  const { text, value, style } = node;
  if (value === null || text.length > 1000 || /[\n\r]|\{\{|\$\{|^(?:!|\.{1,2}\/)/.test(text) || node.tag !== undefined)
    return false;
  const source = writtenText(entry, node);
  return style === "plain" ? source === text : /^["'][^\n]*["']$/.test(source);
}
