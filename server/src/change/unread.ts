import { entriesOf, type SectionName, type Template } from "../model/template.ts";
import { isSyntaxError } from "../model/tree/syntaxProblem.ts";
import type { ResourceState } from "./resourceState.ts";
import { NOT_WRITTEN } from "./values/value.ts";

/** What is not compared, since a syntax error is in it, or somebody still writes it. */
export interface Unread {
  /** The offset of the first syntax error in each template that has one. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** Whether it is all: an error outside of resources and outputs may change what any of them means. */
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
  const [was, is] = [brokenParts(before, later), brokenParts(after, earlier)];
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

/** Whether a resource has no type any more, or no properties behind their key. */
function isUnfinished(state: ResourceState | undefined, other: ResourceState | undefined): boolean {
  if (state === undefined) return false;
  return (state.type === "" && other?.type !== "") || state.parts.get("Properties.")?.value === NOT_WRITTEN;
}

function brokenParts(template: Template, other: States) {
  const errors = template.errors.filter(isSyntaxError);
  const brokenIn = (section: SectionName) =>
    errors.length === 0 ? [] : entriesOf(template, section).filter(({ unit }) => unit.errors.some(isSyntaxError));
  const [resources, outputs] = [brokenIn("Resources"), brokenIn("Outputs")];
  const isSplit = template.units.every(({ kind, unit }) => kind !== "whole" || !unit.errors.some(isSyntaxError));
  const isWithin = (at: number): boolean =>
    template.units.some(
      ({ offset, unit }) =>
        at >= offset &&
        at <= offset + unit.text.length &&
        [...resources, ...outputs].some((entry) => entry.unit === unit),
    );
  return {
    offset: errors[0]?.span.start,
    isWhole: errors.length > 0 && !(isSplit && errors.every(({ span }) => isWithin(span.start))),
    areOutputs: outputs.length > 0,
    resources: new Set(
      entriesOf(template, "Resources").flatMap(({ name }, index, all) => {
        const next = all[index + 1];
        // What has a new name may be a part of the entry before it that is not indented far enough.
        const isCutOff = next !== undefined && resources.includes(next) && !other.has(next.name);
        return isCutOff || resources.some((one) => one.name === name) ? [name] : [];
      }),
    ),
  };
}
