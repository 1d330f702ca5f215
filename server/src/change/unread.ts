import { references } from "../model/focus/references.ts";
import { type Entry, entriesOf, entryOf, type SectionName, type Template } from "../model/template.ts";
import { isSyntaxError } from "../model/tree/syntaxProblem.ts";
import type { ResourceState } from "./resourceState.ts";
import { NOT_WRITTEN } from "./values/value.ts";

/** What is not compared, since a syntax error is in it, or somebody still writes it. */
export interface Unread {
  /** The offset of the first syntax error in each template that has one. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Whether it is all: some errors may change what any resource means. */
  readonly isWhole: boolean;
  readonly areOutputs: boolean;
  /** The logical ids. */
  readonly resources: ReadonlySet<string>;
}

type States = ReadonlyMap<string, ResourceState>;

interface Read {
  readonly before: States;
  readonly after: States;
  readonly unread: Unread;
}

/** The names of what is not compared: resources, or whole sections. */
export function unreadNames({ isWhole, areOutputs, resources }: Unread): string {
  if (isWhole) return "Resources, Outputs";
  return [...resources, ...(areOutputs ? ["Outputs"] : [])].join(", ");
}

/** The resources of two templates as far as they can be compared: what can't be read in one is as in the other. */
export function asFarAsRead(before: Template, after: Template, earlier: States, later: States): Read {
  const [was, is] = [brokenParts(before, after), brokenParts(after, before)];
  const offsets = { before: was.offset, after: is.offset };
  const ids = [...new Set([...earlier.keys(), ...later.keys()])];
  if ((earlier.size === 0 && was.offset === undefined) || (later.size === 0 && is.offset === undefined)) {
    const unread = { ...offsets, isWhole: false, areOutputs: false, resources: new Set<string>() };
    return { before: earlier, after: later, unread };
  }
  if (was.isWhole || is.isWhole) {
    const unread = { ...offsets, isWhole: true, areOutputs: true, resources: new Set(ids) };
    return { before: later, after: later, unread };
  }
  // What is in one template alone may be hidden by an error in the other.
  const isUnreadBefore = (id: string): boolean =>
    was.resources.has(id) ||
    (was.resources.size > 0 && !earlier.has(id)) ||
    isUnfinished(earlier.get(id), later.get(id));
  const isUnreadAfter = (id: string): boolean =>
    is.resources.has(id) || (is.resources.size > 0 && !later.has(id)) || isUnfinished(later.get(id), earlier.get(id));
  const isBroken = was.offset !== undefined || is.offset !== undefined;
  const isInOne = entriesOf(before, "Outputs").length > 0 !== entriesOf(after, "Outputs").length > 0;
  const areOutputs = was.areOutputs || is.areOutputs || (isBroken && isInOne);
  const resources = new Set(ids.filter((id) => isUnreadBefore(id) || isUnreadAfter(id)));
  return {
    before: withOther(earlier, later, ids.filter(isUnreadBefore)),
    after: withOther(
      later,
      earlier,
      ids.filter((id) => isUnreadAfter(id) && !isUnreadBefore(id)),
    ),
    unread: { ...offsets, isWhole: false, areOutputs, resources },
  };
}

/** A template's resources, some of them with the other one's content; those that it has not are left out. */
function withOther(own: States, other: States, ids: readonly string[]): States {
  const states = new Map(own);
  for (const id of ids) {
    const [here, there] = [own.get(id), other.get(id)];
    if (there === undefined) states.delete(id);
    else states.set(id, { ...there, entry: here?.entry ?? there.entry });
  }
  return states;
}

/** Whether a resource has no name, no type any more, or no properties behind their key. */
function isUnfinished(state: ResourceState | undefined, other: ResourceState | undefined): boolean {
  if (state === undefined) return false;
  return (
    state.id === "" ||
    (state.type === "" && other?.type !== "") ||
    state.parts.get("Properties.")?.value === NOT_WRITTEN
  );
}

interface Broken {
  /** The offset of the first error. */
  readonly offset: number | undefined;
  readonly isWhole: boolean;
  readonly areOutputs: boolean;
  readonly resources: ReadonlySet<string>;
}

/** What other entries are made of. */
const DECLARING: readonly SectionName[] = ["Parameters", "Mappings", "Conditions"];
/** What says nothing of what is made. */
const TELLING: ReadonlySet<string> = new Set<SectionName>(["Metadata", "Rules"]);

function brokenParts(template: Template, other: Template): Broken {
  const errors = template.errors.filter(isSyntaxError);
  const around = errors.map(({ span }) => entryAround(template, span.start));
  const known = around.filter((entry) => entry !== undefined);
  const isHidden = (section: SectionName, { name }: Entry): boolean => entryOf(template, section, name) === undefined;
  // Parameters, conditions and mappings that cannot be read, may be hidden by an error, or are made of such.
  const unsure = new Set<string>();
  for (const section of errors.length === 0 ? [] : DECLARING) {
    for (const entry of entriesOf(other, section)) if (isHidden(section, entry)) unsure.add(entry.name);
    for (const name of unreadIn(section, known, template, other)) unsure.add(name);
  }
  const isUnsure = (entry: Entry): boolean => references(entry).some(({ name }) => unsure.has(name));
  const conditions = unsure.size === 0 ? [] : entriesOf(template, "Conditions");
  // A condition may be made of one below it.
  for (let before = -1; before < unsure.size; ) {
    before = unsure.size;
    for (const one of conditions) if (isUnsure(one)) unsure.add(one.name);
  }
  const unsureIn = (section: SectionName) => (unsure.size === 0 ? [] : entriesOf(template, section).filter(isUnsure));
  return {
    offset: errors[0]?.span.start,
    isWhole:
      known.length < errors.length ||
      (errors.length > 0 && other.sections.some(({ name }) => name !== "Outputs" && !hasSection(template, name))) ||
      known.some(({ section }) => !COMPARED.has(section) && !TELLING.has(section)) ||
      unsureIn("Globals").length > 0,
    areOutputs: known.some(({ section }) => section === "Outputs") || unsureIn("Outputs").length > 0,
    resources: new Set([
      ...unreadIn("Resources", known, template, other),
      ...unsureIn("Resources").map(({ name }) => name),
    ]),
  };
}

/** If the key of a section is broken, its entries are those of the section above. */
function hasSection({ sections }: Template, name: string): boolean {
  return sections.some((section) => section.name === name);
}

/** Sections of which an entry can be left out. */
const COMPARED: ReadonlySet<string> = new Set<SectionName>([...DECLARING, "Resources", "Outputs"]);

/** The entry in which an error is; one line too many may be a part of the entry above it. */
function entryAround({ units, sections }: Template, at: number): Entry | undefined {
  const index = units.findIndex(
    ({ kind, offset, unit }) =>
      (kind === "stray" || unit.errors.some(isSyntaxError)) && offset <= at && at <= offset + unit.text.length,
  );
  const holder = units[index];
  if (holder === undefined || holder.kind === "whole") return undefined;
  const isLine = holder.kind === "stray" && !holder.unit.text.trim().includes("\n");
  const unit = isLine ? units[index - 1]?.unit : holder.unit;
  return sections.flatMap(({ entries }) => entries).find((entry) => entry.unit === unit);
}

/** What has a new name may be a part of the entry before it that is not indented far enough. */
function unreadIn(section: SectionName, broken: readonly Entry[], template: Template, other: Template): string[] {
  if (!broken.some((entry) => entry.section === section)) return [];
  return entriesOf(template, section).flatMap((entry, index, all) => {
    const next = all[index + 1];
    const isCutOff = next !== undefined && broken.includes(next) && entryOf(other, section, next.name) === undefined;
    return isCutOff || broken.includes(entry) ? [entry.name] : [];
  });
}
