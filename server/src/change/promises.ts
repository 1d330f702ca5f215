import { namingProperties } from "../catalogue/values/physicalNames.ts";
import { type Entry, entriesOf, entryOf, type Template } from "../model/template.ts";
import { valueAt } from "../model/tree/node.ts";
import type { Localised } from "../text/localised.ts";
import type { Span } from "../text/span.ts";
import { shifted } from "../text/span.ts";
import { importersOf, notPassing, type OtherTemplate, usersOf } from "./otherTemplates.ts";
import sentences from "./promises.json";
import { refusedUpdates } from "./refusedUpdates.ts";
import { propertyOf, type ResourceState } from "./resourceState.ts";
import type { TemplateChange } from "./templateChange.ts";
import { type Unread, unreadNames } from "./unread.ts";
import type { Resolver } from "./values/resolver.ts";
import { asShownText, isAllWritten, type Value, valueIdentity } from "./values/value.ts";
import { keySpanAt } from "./values/valueSpans.ts";

/** Why an update fails, or may fail. */
export interface BrokenPromise {
  readonly kind: keyof typeof sentences.promises;
  /** The resource, parameter or output. */
  readonly name: string;
  readonly text: Localised;
  /** AWS's page that says so. */
  readonly page: string;
  /** In the new template, absolute; `undefined` if that has it no more. */
  readonly span: Span | undefined;
  /** Other templates of the project that it concerns. */
  readonly others?: readonly string[];
}

/** Kinds that depend on what else is in the account, or on who deploys. */
const OPEN: ReadonlySet<BrokenPromise["kind"]> = new Set([
  "reference",
  "parameter",
  "export",
  "exportValue",
  "passed",
  "read",
]);
/** Kinds that say what is not compared. */
const UNREAD: ReadonlySet<BrokenPromise["kind"]> = new Set(["syntax", "syntaxOfNew", "empty"]);

/** Whether the update is refused, whatever else is in the account. */
export function isRefused({ kind }: BrokenPromise): boolean {
  return !OPEN.has(kind);
}

export function isUnread({ kind }: BrokenPromise): boolean {
  return UNREAD.has(kind);
}

/**
 * The promises of a stack that the change breaks: names, exports, types, parameters, references.
 *
 * @param others the templates beside it; asked only where something is gone or new that they may use
 */
export function brokenPromises(
  change: TemplateChange,
  others: () => readonly OtherTemplate[] = () => [],
): readonly BrokenPromise[] {
  const { before, after, unread } = change;
  const states = [...after.values()].filter(({ id, exists }) => exists !== false && !unread.resources.has(id));
  return [
    ...syntaxPromises(unread),
    ...states.flatMap((state) => resourcePromises(state, before.get(state.id), change)),
    ...newParameters(change).map((one) => concerning(one, notPassing(one.name, others()))),
    ...exports(change).map(({ exported, ...one }) => concerning(one, importersOf(exported, others()))),
    ...stillUsed(change, others),
  ];
}

function concerning(one: BrokenPromise, others: readonly string[]): BrokenPromise {
  return others.length === 0 ? one : { ...one, others };
}

/** Parameters and outputs that are gone, and that a template which nests this one still passes or reads. */
function stillUsed(
  { sides, unread }: TemplateChange,
  others: () => readonly OtherTemplate[],
): readonly BrokenPromise[] {
  const [before, after] = [sides.before.template, sides.after.template];
  if (unread.before !== undefined || unread.after !== undefined) return [];
  const kinds = [
    ["Parameters", "passed"],
    ["Outputs", "read"],
  ] as const;
  return kinds.flatMap(([section, kind]) => {
    const left = new Set(entriesOf(after, section).map(({ name }) => name));
    const gone = entriesOf(before, section).filter(({ name }) => !left.has(name));
    return gone.flatMap(({ name }) => {
      const files = usersOf(section, name, others());
      return files.length === 0 ? [] : [concerning(promise(kind, name, [], undefined), files)];
    });
  });
}

function syntaxPromises(unread: Unread): readonly BrokenPromise[] {
  if (unread.after === undefined) return [];
  const names = unreadNames(unread);
  return [promise(names === "" ? "syntaxOfNew" : "syntax", names, [], { start: unread.after, end: unread.after })];
}

function resourcePromises(
  state: ResourceState,
  earlier: ResourceState | undefined,
  change: TemplateChange,
): readonly BrokenPromise[] {
  const { id, type, entry, parts } = state;
  const found = [...parts]
    .filter(([key, { value }]) => !isAllWritten(value) && differs(value, earlier?.parts.get(key)?.value))
    .map(([, { attribute, name }]) => promise("empty", id, [name ?? attribute], keySpan(entry)));
  if (earlier !== undefined && earlier.exists !== false && earlier.type !== type)
    found.push(promise("type", id, [earlier.type, type], keySpan(entry)));
  const own = change.changes.find((one) => one.id === id);
  const isSame = own?.action === "Modify" && own.replacement !== "True" && own.possibleAction === undefined;
  if (earlier !== undefined && isSame)
    for (const { kind, property, said, page } of refusedUpdates(earlier, state)) {
      const path = property.split(".");
      const span = keySpanAt(entry, ["Properties", ...path]) ?? keySpan(entry);
      found.push(promise(kind, id, [path.at(-1) ?? "", said], span, page));
    }
  const naming = namingProperties(type);
  const [property = ""] = naming;
  const name = propertyOf(state, property);
  const replaced = own?.replacement === "True" || own?.possibleAction !== undefined ? own : undefined;
  // A name that is made of what is replaced, too, is another one; so is one in another VPC or cluster.
  const isKept =
    replaced?.details.some(({ name: key = "", happens }) => naming.includes(key) && happens !== "no") === false;
  if (
    isKept &&
    earlier !== undefined &&
    name !== undefined &&
    valueIdentity(name) === valueIdentity(propertyOf(earlier, property))
  )
    found.push(promise("name", id, [property], keySpan(entry)));
  if (name !== undefined && (earlier === undefined || earlier.exists === false)) {
    const holder = nameHolder(state, naming, change);
    if (holder !== undefined) found.push(promise("takenName", id, [holder, property], keySpan(entry)));
  }
  const gone = [...parts.values()]
    .flatMap(({ uses }) => uses)
    .filter(({ kind, name: used }) => kind !== "parameter" && change.before.has(used) && isGone(used, change));
  for (const used of new Set(gone.map((use) => use.name))) found.push(promise("reference", id, [used], keySpan(entry)));
  return found;
}

function differs(one: Value | undefined, other: Value | undefined): boolean {
  return valueIdentity(one) !== valueIdentity(other);
}

/** The resource with the name of a new one that the change removes; deletions come last. */
function nameHolder(state: ResourceState, naming: readonly string[], change: TemplateChange): string | undefined {
  const name = state.parts.get(`Properties.${naming[0]}`);
  // A name that is made from another resource may have changed.
  if (name === undefined || name.uses.some(({ kind }) => kind !== "parameter")) return;
  const holders = [...change.before.values()].filter(({ exists }) => exists === true);
  const isHeld = (one: ResourceState): boolean =>
    one.type === state.type && naming.every((key) => !differs(propertyOf(one, key), propertyOf(state, key)));
  return holders.find((one) => isGone(one.id, change) && isHeld(one))?.id;
}

function isGone(id: string, { after }: TemplateChange): boolean {
  return after.get(id)?.exists === undefined || after.get(id)?.exists === false;
}

function newParameters({ sides: { before, after }, unread }: TemplateChange): readonly BrokenPromise[] {
  const known = before.template.declarations.parameters;
  // What looks new may be a part of a broken line.
  if (unread.before !== undefined || unread.after !== undefined) return [];
  // The creation of a stack asks for its parameters anyway.
  if (known.size === 0 && before.template.declarations.resources.size === 0) return [];
  return entriesOf(after.template, "Parameters").flatMap((entry) =>
    known.has(entry.name) || after.parameter(entry.name) !== undefined
      ? []
      : [promise("parameter", entry.name, [], keySpan(entry))],
  );
}

interface Exported {
  readonly output: Entry;
  readonly value: string;
  /** The resources that its value refers to. */
  readonly uses: readonly string[];
}

function exports({
  sides,
  changes,
  unread,
}: TemplateChange): readonly (BrokenPromise & { readonly exported: string })[] {
  if (unread.areOutputs) return [];
  const [was, is] = [exportsOf(sides.before), exportsOf(sides.after)];
  const replaced = new Set(changes.filter(({ replacement }) => replacement === "True").map(({ id }) => id));
  return [...was].flatMap(([name, { output, value }]) => {
    const now = is.get(name);
    if (isStillWritten(output.name, sides.after) || isNamedAnew(output.name, sides)) return [];
    const exported = shownName(name);
    if (now === undefined)
      return [
        { ...promise("export", output.name, [exported], spanOfExport(output.name, sides.after.template)), exported },
      ];
    const changed = now.value !== value || now.uses.some((use) => replaced.has(use));
    return changed ? [{ ...promise("exportValue", output.name, [exported], keySpan(now.output)), exported }] : [];
  });
}

/** Where the output exports something else now, or no longer exports anything; `undefined` if the output is gone. */
function spanOfExport(output: string, template: Template): Span | undefined {
  const entry = entryOf(template, "Outputs", output);
  return entry && (keySpanAt(entry, ["Export", "Name"]) ?? keySpan(entry));
}

/** Whether an export's name is made of a parameter that is new: nobody knows yet whether it is the same. */
function isNamedAnew(output: string, { before, after }: TemplateChange["sides"]): boolean {
  const name = valueAt(valueAt(entryOf(after.template, "Outputs", output)?.value, "Export"), "Name");
  const { parameters } = before.template.declarations;
  const uses = name === undefined ? [] : after.resolve(name).uses;
  return uses.some((use) => use.kind === "parameter" && !parameters.has(use.name));
}

function isStillWritten(output: string, resolver: Resolver): boolean {
  const value = entryOf(resolver.template, "Outputs", output)?.value;
  return [valueAt(value, "Value"), valueAt(valueAt(value, "Export"), "Name")].some(
    (node) => node !== undefined && !isAllWritten(resolver.resolve(node).value),
  );
}

function exportsOf(resolver: Resolver): ReadonlyMap<string, Exported> {
  const found = new Map<string, Exported>();
  for (const output of entriesOf(resolver.template, "Outputs")) {
    const name = valueAt(valueAt(output.value, "Export"), "Name");
    const value = valueAt(output.value, "Value");
    if (name === undefined || value === undefined) continue;
    const resolved = resolver.resolve(value);
    const uses = resolved.uses.filter(({ kind }) => kind !== "parameter").map((use) => use.name);
    found.set(valueIdentity(resolver.resolve(name).value), { output, value: valueIdentity(resolved.value), uses });
  }
  return found;
}

/** A name as a `Fn::Sub` would have it. */
function shownName(key: string): string {
  return asShownText(key.replace(/^"|"$/g, ""));
}

function promise(
  kind: BrokenPromise["kind"],
  name: string,
  others: readonly string[],
  span: Span | undefined,
  ofRow?: string,
): BrokenPromise {
  const { en, ja, page } = sentences.promises[kind];
  const filled = (text: string): string =>
    text.replace(/\{(\d)\}/g, (_, index: string) => [name, ...others][Number(index)] ?? "");
  return { kind, name, text: { en: filled(en), ja: filled(ja) }, page: ofRow ?? page, span };
}

function keySpan({ key, offset }: Entry): Span {
  return shifted(key, offset);
}
