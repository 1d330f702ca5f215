import { resourceSummary } from "../../bootstrap/resourceSummary.ts";
import { type Entry, entriesOf, entryOf, type Template } from "../../model/template.ts";
import { contentSpan, listItems, type Node, type Pair, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { pairRemoval } from "../../rules/shared/fixes/removal.ts";
import { FAULT_KINDS, type FaultKind } from "./drillData.ts";
import { type EntryChange, scriptChanges } from "./scriptChanges.ts";

/** A place in a template where a fault can be injected. */
export interface FaultSite extends EntryChange {
  readonly kind: FaultKind;
  /** Which of the kind's paths it is. */
  readonly at: string;
  readonly entry: Entry;
  readonly type: string | undefined;
}

const MAX_ENTRIES = 2000;

/** All places for faults, in the order of the template. */
export function faultSites(template: Template): readonly FaultSite[] {
  const entries = template.sections.flatMap(({ name, entries: all }) => all.map((entry) => ({ name, entry })));
  const resources = entriesOf(template, "Resources");
  const names = resources.map(({ name }) => name);
  const waiting = new Set(resources.filter(({ value }) => waits(value)).map(({ name }) => name));
  const answering = new Set(resources.flatMap(({ value }) => answeredBy(value) ?? []));
  return entries.slice(0, MAX_ENTRIES).flatMap(({ name, entry }) =>
    FAULT_KINDS.filter((kind) => (kind.in ?? "Resources") === name).flatMap((kind) => {
      const type = typeNameOf(entry.value);
      if ((kind.of !== undefined && !kind.of.includes(type ?? "")) || !has(entry.value, kind.needs)) return [];
      if (kind.without?.some((what) => has(entry.value, what))) return [];
      // It runs while the stack is created, which fails then.
      if (kind.ask === "run" && answering.has(entry.name)) return [];
      return kind.at.flatMap((at) => {
        const changes = at.startsWith("script:")
          ? scriptChanges(at, kind.to, resourceSummary(entry), entry.unit.text, names, waiting)
          : placesAt(entry.value, at.split(".")).flatMap((place) => changeAt(place, kind, entry, template) ?? []);
        return changes.map((change) => ({ ...change, kind, at, entry, type }));
      });
    }),
  );
}

/** Whether a value has a path below it (`path`, or `path=text` with that text); always true without a path. */
function has(value: Node, what?: string): boolean {
  if (what === undefined) return true;
  const [path = "", text] = what.split("=");
  const found = firstNodeAt(value, path);
  return found !== undefined && (text === undefined || textOf(found) === text);
}

/** Whether CloudFormation waits for signals for a resource. */
function waits(value: Node): boolean {
  return has(value, "CreationPolicy.ResourceSignal") && !has(value, "CreationPolicy.ResourceSignal.Count=0");
}

/** The Lambda function of a custom resource. */
function answeredBy(value: Node): string | undefined {
  const token = firstNodeAt(value, "Properties.ServiceToken");
  const called = token?.kind === "call" ? token.argument : undefined;
  const first = called?.kind === "list" ? called.items[0] : called;
  return first?.kind === "scalar" ? first.text.split(".")[0] : undefined;
}

/** A value at the end of a path, with its map and key-value pair. */
interface Place {
  readonly value: Node;
  /** The name of an attribute, as a value, whose note tells more than that on its `Value`. */
  readonly name?: Node;
  readonly map: Node | undefined;
  readonly pair: Pair | undefined;
}

export function firstNodeAt(value: Node, path: string): Node | undefined {
  return placesAt(value, path.split("."))[0]?.value;
}

/**
 * The places that a path leads to: `*` goes to each item of a list or value of a map, `Attributes[Key=x]` to the item
 * whose `Key` is `x`.
 */
function placesAt(value: Node, path: readonly string[], holder?: Omit<Place, "value">): readonly Place[] {
  const [step, ...rest] = path;
  if (step === undefined) return [{ value, map: holder?.map, pair: holder?.pair }];
  if (step === "*") {
    const values = value.kind === "map" ? value.pairs.map((one) => one.value) : listItems(value);
    return values.flatMap((one) => placesAt(one, rest));
  }
  const [, key = step, name, wanted] = /^(\w+)\[(\w+)=(.*)$/.exec(step) ?? [];
  const pair = value.kind === "map" ? value.pairs.find((one) => one.key.text === key && !one.merged) : undefined;
  if (pair === undefined) return [];
  if (name === undefined) return placesAt(pair.value, rest, { map: value, pair });
  // The wanted text contained a dot, which was taken for a path separator.
  const end = rest.findIndex((part) => part.endsWith("]"));
  const text = [wanted, ...rest.slice(0, end + 1)].join(".").replace(/\]$/, "");
  const items = pair.value.kind === "list" ? pair.value.items : [];
  return items
    .filter((item) => textOf(valueAt(item, name)) === text)
    .flatMap((item) => {
      const attribute = valueAt(item, name);
      return placesAt(item, rest.slice(end + 1)).map((place) => ({ ...place, ...(attribute && { name: attribute }) }));
    });
}

function changeAt(place: Place, kind: FaultKind, entry: Entry, template: Template): EntryChange | undefined {
  const { value, map, pair } = place;
  const { text } = entry.unit;
  const { format } = template;
  const was = nodeText(value, text);
  if (value.kind === "call" && nodeText(value.argument, text) === "AWS::NoValue") return undefined;
  if (kind.from && !kind.from.includes(textOf(value) ?? "")) return undefined;
  if (kind.not?.includes(textOf(value) ?? "")) return undefined;
  const at = place.name?.start ?? pair?.key.start ?? value.start;
  if (kind.do === "remove") {
    // What is referred to is waited for anyway.
    if (pair?.key.text === "DependsOn" && was.split(", ").every((name) => resourceSummary(entry).refers().has(name)))
      return undefined;
    // Without it, what refers to something that is not made could not be made, either.
    const referred = [...resourceSummary(entry).refers()].flatMap((name) => entryOf(template, "Resources", name) ?? []);
    const isNeeded = referred.some((other) => valueAt(other.value, "Condition") !== undefined);
    if (pair?.key.text === "Condition" && isNeeded) return undefined;
    const edit = map && pair && pairRemoval(map, pair, text, format);
    return edit && { edits: [edit], place: at, was, now: "" };
  }
  const next = nextText(value, kind, entry, was);
  // `!If [IsProduction, true, false]` may be it already, and so may a parameter.
  const named = value.kind === "call" ? entryOf(template, "Parameters", nodeText(value.argument, text)) : undefined;
  const may = [was, textOf(named && valueAt(named.value, "Default")), ...was.split(/[\s,[\]]+/)];
  if (next === undefined || (kind.do !== "first" && may.includes(next))) return undefined;
  // Of a function that puts a text together, the text.
  const scalar = value.kind === "call" && kind.do === "suffix" ? value.argument : value;
  if (scalar.kind !== "scalar" && kind.do !== "set" && kind.do !== "first") return undefined;
  const { start, end } = contentSpan(scalar);
  const isQuoted = scalar.kind !== "scalar" && format === "json" && kind.do !== "first";
  const newText = kind.do === "first" ? `[${next}]` : isQuoted ? `"${next}"` : next;
  return { edits: [{ start, end, newText }], place: at, inCopy: pair === undefined, was, now: next };
}

function nextText(value: Node, { do: change, to = "" }: FaultKind, entry: Entry, was: string): string | undefined {
  switch (change) {
    case "set":
      return to;
    case "plus":
      return /^\d+$/.test(was) ? String(Number(was) + Number(to)) : undefined;
    case "seconds":
      return /^PT\d+M$/.test(was) ? was.replace("M", "S") : undefined;
    case "suffix":
      // A multi-line text has no single end position.
      return value.kind !== "call" || value.name === "Fn::Sub"
        ? was.includes("\n") || was.endsWith(to)
          ? undefined
          : was + to
        : undefined;
    case "first": {
      const [first, ...others] = value.kind === "list" ? value.items : [];
      const written = first && entry.unit.text.slice(first.start, first.end);
      return others.length === 0 || written?.includes("\n") ? undefined : written;
    }
    case "copy": {
      const other = firstNodeAt(entry.value, to);
      return other?.kind === "scalar" ? other.text : undefined;
    }
    default:
      return undefined;
  }
}

/** A value as one readable line; of an intrinsic function its text. */
export function nodeText(node: Node, text: string): string {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "call" && node.name === "Fn::Sub" && node.argument.kind === "scalar") return node.argument.text;
  if (node.kind === "list") return node.items.map((item) => nodeText(item, text)).join(", ");
  return text
    .slice(node.start, node.end)
    .replace(/\s+- /g, ", ")
    .replace(/\s+/g, " ")
    .replace(/^(!\w+),/, "$1");
}
