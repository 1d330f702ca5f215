import { type Shared, shareable, shared, taken } from "../../../model/incremental/sharedReads.ts";
import type { Declarations } from "../../../model/template.ts";
import {
  type CallNode,
  callWith,
  type ListNode,
  listWith,
  type MapNode,
  mapWith,
  type Node,
  type Pair,
  pairOf,
  pairWith,
  refTarget,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { subVariables } from "../../../model/tree/subVariables.ts";
import { memoBy, memoWhile } from "../../../text/memoBy.ts";
import { callsIn } from "./callSites.ts";
import { conditionHolds, type Resolving } from "./conditionHolds.ts";
import { isPlaceholder, listDefault } from "./listDefault.ts";
import { onlyValue } from "./onlyValue.ts";

/** A resource or a part of SAM's `Globals` without its functions, as far as their values are known. If none is, it is the same node. */
export interface ResolvedForms {
  /** For any parameters: the value of one that allows no other, values of mappings, and branches of conditions that always hold. */
  readonly certain: Node;
  /** With the defaults of the parameters. */
  readonly usual: Node;
}

export function resolvedForms(resource: Node, declarations: Declarations): ResolvedForms {
  const original = shareable(declarations);
  const known = knownForms(resource, original);
  if (original === declarations) {
    known.forms ??= known.recorded?.made ?? formsIn(resource, original);
    return known.forms;
  }
  known.recorded ??= shared(original, (recorded) => formsIn(resource, recorded));
  return taken(known.recorded, declarations);
}

interface KnownForms {
  readonly by: ResolvedBy;
  forms?: ResolvedForms;
  /** For somebody of whom is recorded what is read. */
  recorded?: Shared<ResolvedForms>;
}

const knownForms = memoWhile<Node, KnownForms, Declarations>(
  ({ by }, now) => isResolvedBy(by, now),
  (_, { parameters, mappings, formulas }) => ({ by: { parameters, mappings, formulas } }),
);

/** The declarations by which values are resolved. */
export type ResolvedBy = Resolving["declarations"];

export function isResolvedBy(some: ResolvedBy, others: ResolvedBy): boolean {
  return (
    some.parameters === others.parameters && some.mappings === others.mappings && some.formulas === others.formulas
  );
}

function formsIn(resource: Node, declarations: Declarations): ResolvedForms {
  const certain = withProperties(resource, { declarations, isUsual: false });
  const usual = { declarations, isUsual: true };
  const condition = textOf(valueAt(resource, "Condition"));
  const isThere = condition === undefined || conditionHolds(condition, usual) !== false;
  return { certain, usual: isThere ? withProperties(certain, usual) : absent(resource) };
}

/** A resource, or a part of `Globals`, as it is where something is assumed; the same node if that decides nothing in it. */
export function assumedForm(resource: Node, by: Resolving): Node {
  const condition = textOf(valueAt(resource, "Condition"));
  if (condition !== undefined && by.assumed?.(condition) === false) return absent(resource);
  return choosesIn(resource).some((name) => by.assumed?.(name) !== undefined) ? withProperties(resource, by) : resource;
}

/** The conditions by which values in a resource are chosen. */
export const choosesIn: (resource: Node) => readonly string[] = memoBy((resource) => {
  const isResource = resource.kind === "map" && pairOf(resource, "Type") !== undefined;
  const names = callsIn(resource).flatMap(({ call: { name, argument }, attribute, keys }) => {
    if (name !== "Fn::If" || argument.kind !== "list") return [];
    const isApart = APART.has(keys[0] ?? "") || (isResource && attribute !== "Properties");
    return isApart ? [] : (textOf(argument.items[0]) ?? []);
  });
  return [...new Set(names)];
});

/** A part of a resource in one of these forms. */
export function resolvedPart<Part extends MapNode | ListNode>(part: Part, by: Resolving): Part {
  const value = resolved(part, by);
  return value?.kind === part.kind ? (value as Part) : part;
}

/** A value in one of these forms; `undefined` if it is left out. */
export function resolvedNode(node: Node, by: Resolving): Node | undefined {
  return resolved(node, by);
}

/** A node for a value that is absent by default. */
function absent({ start, end }: Node): Node {
  return { kind: "map", flow: true, pairs: [], start, end };
}

/** For a part of `Globals` everything is resolved. */
function withProperties(resource: Node, by: Resolving): Node {
  // Most have nothing to resolve, and of all it is known already which functions stand in them.
  if (!callsIn(resource).some(({ call, keys }) => !APART.has(keys[0] ?? "") && mayResolve(call, by))) return resource;
  const pair = pairOf(resource, "Properties");
  if (resource.kind !== "map" || pair === undefined) return resolved(resource, by) ?? resource;
  const value = resolved(pair.value, by);
  if (value === undefined || value === pair.value) return resource;
  return mapWith(
    resource,
    resource.pairs.map((one) => (one === pair ? pairWith(one, value) : one)),
  );
}

/** Attributes that have nothing to do with relations between resources. */
const APART: ReadonlySet<string> = new Set(["Description", "Environment", "Tags", "UserData"]);

/** Whether the value of a call may be known: sometimes it is not, never the other way round. */
export function mayResolve({ name, argument }: CallNode, by: Resolving): boolean {
  if (name === "Ref") return isKnown(textOf(argument) ?? "", by);
  if (name === "Fn::If" && argument.kind === "list")
    return conditionHolds(textOf(argument.items[0]) ?? "", by) !== undefined;
  const text = name === "Fn::Sub" ? textOf(argument) : undefined;
  if (text === undefined) return Object.hasOwn(FOLDED, name);
  return (
    !text.includes("${") ||
    ALONE.test(text) ||
    subVariables(text).some((one) => parameterValue(one.name, by) !== undefined)
  );
}

/** A value with others for some of its functions; the value itself if there are none, `undefined` if it is left out. */
function resolved(node: Node, by: Resolving): Node | undefined {
  if (node.kind === "scalar") return node;
  if (node.kind === "call") return ofCall(node, by);
  if (node.kind === "list") {
    const items = eachOf(node.items, (item) => resolved(item, by));
    return items === node.items ? node : listWith(node, items);
  }
  const pairs = eachOf(node.pairs, (pair): Pair | undefined => {
    const value = APART.has(pair.key.text) ? pair.value : resolved(pair.value, by);
    return value === pair.value ? pair : value && pairWith(pair, value);
  });
  return pairs === node.pairs ? node : mapWith(node, pairs);
}

/** A list with others for its items, without those that are left out; the list itself if all stay. */
function eachOf<Item>(items: readonly Item[], by: (item: Item) => Item | undefined): readonly Item[] {
  let others: Item[] | undefined;
  // By number, as this visits all that there is: see “Code that runs cold” in docs/performance.md.
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as Item;
    const other = by(item);
    if (other !== item) others ??= items.slice(0, index);
    if (others !== undefined && other !== undefined) others.push(other);
  }
  return others ?? items;
}

function ofCall(call: CallNode, by: Resolving): Node | undefined {
  by.see?.(call);
  if (call.name === "Ref") {
    const name = call.argument.kind === "call" ? resolved(call.argument, by) : undefined;
    return ofRef(name?.kind === "scalar" ? callWith(call, name) : call, by);
  }
  if (call.name === "Fn::If" && call.argument.kind === "list") {
    const holds = conditionHolds(textOf(call.argument.items[0]) ?? "", by);
    const chosen = holds === undefined ? undefined : call.argument.items[holds ? 1 : 2];
    if (chosen !== undefined) return refTarget(chosen) === "AWS::NoValue" ? undefined : resolved(chosen, by);
  }
  if (call.name === "Fn::GetAtt" || call.name === "Condition") return call;
  const argument = resolved(call.argument, by) ?? call.argument;
  const now = argument === call.argument ? call : callWith(call, argument);
  return FOLDED[call.name]?.(now, by) ?? now;
}

function isKnown(name: string, by: Resolving): boolean {
  return (parameterValue(name, by) ?? usualItems(name, by)) !== undefined;
}

function ofRef(call: CallNode, by: Resolving): Node {
  const name = textOf(call.argument) ?? "";
  const usual = parameterValue(name, by);
  if (usual !== undefined) return literal(usual, call);
  const items = usualItems(name, by)?.map((text) => literal(text, call));
  return items === undefined ? call : listOf(items, call);
}

function usualItems(name: string, { declarations, isUsual }: Resolving): readonly string[] | undefined {
  return isUsual ? listDefault(name, declarations) : undefined;
}

/** The same for a text that is one variable. */
function ofRefTo(name: string, call: CallNode, by: Resolving): Node {
  const { kind, nameSpan, form, start, end } = call;
  return ofRef({ kind, name: "Ref", nameSpan, form, argument: literal(name, call), start, end }, by);
}

function parameterValue(name: string, { declarations: { parameters }, isUsual }: Resolving): string | undefined {
  const only = onlyValue(parameters.get(name));
  if (only !== undefined) return only;
  const usual = isUsual ? parameters.get(name) : undefined;
  // An image's path says which one it is.
  if (usual?.default && usual.type === "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>")
    return `{{resolve:ssm:${usual.default}}}`;
  // An empty one mostly means that the property is not used.
  return usual?.default &&
    /^(?:String|Number|AWS::EC2::AvailabilityZone::Name)$/.test(usual.type ?? "") &&
    !isPlaceholder(usual.default)
    ? usual.default
    : undefined;
}

/** The values of functions with known arguments; `undefined` for unknown ones. */
const FOLDED: Readonly<Record<string, (call: CallNode, by: Resolving) => Node | undefined>> = {
  "Fn::FindInMap": ofMapping,
  "Fn::Join": ofJoin,
  "Fn::Select": ofSelect,
  "Fn::Split": ofSplit,
  "Fn::Sub": ofSub,
};

function ofMapping(call: CallNode, { declarations: { mappings } }: Resolving): Node | undefined {
  const [name, row, column] = argumentItems(call).map(textOf);
  const rows = mappings.get(name ?? "");
  if (rows === undefined || column === undefined) return undefined;
  // A mapping by Region with one Region in it is of no use in others.
  const [values, ...others] = row === undefined ? rows.values() : [rows.get(row)];
  const value = others.length === 0 ? values?.get(column) : undefined;
  if (typeof value === "string") return literal(value, call);
  return (
    value &&
    listOf(
      value.map((text) => literal(text, call)),
      call,
    )
  );
}

function ofJoin(call: CallNode): Node | undefined {
  const [delimiter, list] = argumentItems(call);
  const by = textOf(delimiter);
  const [only, ...others] = list?.kind === "list" ? list.items : [];
  if (only?.kind === "call" && only.name === "Fn::GetAtt" && others.length === 0) return only;
  const texts = list?.kind === "list" ? list.items.map(textOf) : [undefined];
  return by === undefined || texts.includes(undefined) ? undefined : literal(texts.join(by), call);
}

function ofSelect(call: CallNode): Node | undefined {
  const [index, list] = argumentItems(call);
  const at = Number(textOf(index) || Number.NaN);
  return list?.kind === "list" && !list.items.some(mayBeMany) ? list.items[at] : undefined;
}

/** A list may stand in it for several items. */
function mayBeMany(node: Node): boolean {
  return node.kind === "call" && node.name !== "Fn::GetAtt";
}

function ofSplit(call: CallNode): Node | undefined {
  const [delimiter, text] = argumentItems(call);
  const by = textOf(delimiter);
  if (by === undefined || by === "" || text === undefined) return undefined;
  if (text.kind === "scalar")
    return listOf(
      text.text.split(by).map((one) => literal(one, call)),
      call,
    );
  const [joint, list] = text.kind === "call" && text.name === "Fn::Join" ? argumentItems(text) : [];
  return textOf(joint) === by && list?.kind === "list" ? list : undefined;
}

function ofSub(call: CallNode, by: Resolving): Node | undefined {
  const text = textOf(call.argument.kind === "list" ? call.argument.items[0] : call.argument);
  const own = call.argument.kind === "list" ? call.argument.items[1] : undefined;
  // A value within a longer text could not be found again in what is written.
  if (text === undefined || text.includes("\n")) return undefined;
  const alone = ALONE.exec(text)?.[1];
  const given = alone === undefined ? undefined : valueAt(own, alone);
  if (given?.kind === "call") return given;
  if (alone !== undefined && own === undefined) return ofRefTo(alone, call, by);
  let at = 0;
  let result = "";
  let isOpen = false;
  for (const { name, literal: isLiteral, start, end } of subVariables(text)) {
    const replaced = valueAt(own, name);
    const value = isLiteral ? undefined : replaced === undefined ? parameterValue(name, by) : textOf(replaced);
    if (value === undefined || value.includes("${")) isOpen = true;
    result += text.slice(at, start) + (value ?? text.slice(start, end));
    at = end;
  }
  result += text.slice(at);
  if (!isOpen) return literal(result, call);
  if (result === text) return undefined;
  const argument = literal(result, call);
  return callWith(call, own === undefined ? argument : listOf([argument, own], call));
}

/** A variable and nothing else. */
const ALONE = /^\$\{(\w+)\}$/;

function argumentItems({ argument }: CallNode): readonly Node[] {
  return argument.kind === "list" ? argument.items : [];
}

function literal(text: string, { start, end }: CallNode): ScalarNode {
  return { kind: "scalar", value: text, text, style: "plain", start, end };
}

function listOf(items: readonly Node[], { start, end }: CallNode): Node {
  return { kind: "list", flow: true, items, start, end };
}
