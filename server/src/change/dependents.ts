import { isCustomResource } from "../catalogue/language/resourceBody.ts";
import { groupedBy } from "../text/groupedBy.ts";
import { effectOf, placeChange, type Sides } from "./ownChanges.ts";
import { type Detail, type Part, type ResourceState, replacementOf } from "./resourceState.ts";
import type { Use } from "./values/valueReader.ts";
import { attributes } from "./volatileAttributes.json";

/** The effect of a change on the resource that a value refers to. */
interface Target {
  readonly replacement: ReturnType<typeof replacementOf> | "TypeChange";
  readonly details: readonly Detail[];
  readonly type: string;
}

/**
 * The details of all resources of both templates, with those that follow from others: a replaced resource has another id and
 * other attributes, and CloudFormation takes each attribute of an updated one for a value that may change.
 */
export function withDependents(
  own: ReadonlyMap<string, readonly Detail[]>,
  after: ReadonlyMap<string, ResourceState>,
  before: ReadonlyMap<string, ResourceState>,
  { catalogue }: Sides,
): ReadonlyMap<string, readonly Detail[]> {
  const all = new Map(own);
  const users = usersOf(after, own);
  const causesById = new Map<string, Map<string, readonly Detail[]>>();
  const left = [...own.keys()].filter((id) => (own.get(id)?.length ?? 0) > 0 || isOtherType(id));
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const state = after.get(id);
    if (state === undefined) continue;
    const details = all.get(id) ?? [];
    const replacement = isOtherType(id) ? "True" : replacementOf(details);
    for (const { part, use, user } of users.get(id) ?? []) {
      const follows = following(part, use, user.type, { replacement, details, type: state.type });
      const causes = causesOf(user.id);
      const added = follows.filter(
        (detail) => !(causes.get(causeKey(detail)) ?? []).some((one) => covers(one, detail)),
      );
      if (added.length === 0) continue;
      const known = all.get(user.id) ?? [];
      all.set(user.id, [...known, ...added]);
      for (const detail of added) causes.set(causeKey(detail), [...(causes.get(causeKey(detail)) ?? []), detail]);
      // Others see no more of it than this.
      if (signature(known) !== signature([...known, ...added])) left.push(user.id);
    }
  }
  return new Map([...all].map(([id, details]) => [id, strongestOfEach(details)]));

  function causesOf(id: string): Map<string, readonly Detail[]> {
    let causes = causesById.get(id);
    if (causes === undefined) {
      causes = groupedBy(all.get(id) ?? [], causeKey);
      causesById.set(id, causes);
    }
    return causes;
  }

  function isOtherType(id: string): boolean {
    const [one, other] = [before.get(id)?.type, after.get(id)?.type];
    return one !== undefined && other !== undefined && one !== other;
  }

  function following(part: Part, use: Use, type: string, target: Target): readonly Detail[] {
    const isReplaced = target.replacement === "True";
    if (use.kind === "resource" && target.replacement === "False") return [];
    if (!isReplaced && !target.details.some(({ attribute }) => attribute === "Properties")) return [];
    const cause =
      use.kind === "resource"
        ? ({ source: "ResourceReference", entity: use.name } as const)
        : ({ source: "ResourceAttribute", entity: `${use.name}.${use.attribute ?? ""}` } as const);
    const base = {
      ...placeChange(part, use.path, type, catalogue),
      ...effectOf(part, [use], type, catalogue),
      happens: isReplaced ? "yes" : happens(use, target),
      differences: [],
      isSecret: part.isSecret,
    } as const;
    if (!isReplaced) return [{ ...base, ...cause, evaluation: "Dynamic" }];
    return [
      { ...base, ...cause, evaluation: "Static" },
      { ...base, source: "DirectModification", evaluation: "Dynamic" },
    ];
  }
}

/** Whether what is read of a resource changes when it is updated, and perhaps replaced. */
function happens({ kind, attribute = "" }: Use, { replacement, details, type }: Target): Detail["happens"] {
  const found =
    kind === "attribute" ? details.map((detail) => weaker(changesWith(type, attribute, detail), detail.happens)) : [];
  if (found.includes("yes")) return "yes";
  if (found.includes("maybe")) return "maybe";
  const mayReplace = replacement === "Conditional" && details.some(isReplacing);
  return mayReplace ? "maybe" : "no";
}

/** The part of a resource's change on which others depend that refer to it. */
function signature(details: readonly Detail[]): string {
  const each = new Set(details.map(({ attribute, name, happens }) => `${attribute} ${name ?? ""} ${happens}`));
  return `${replacementOf(details)} ${details.some(isReplacing)} ${[...each].sort().join()}`;
}

function isReplacing({ requiresRecreation, happens }: Detail): boolean {
  return requiresRecreation !== "Never" && happens !== "no";
}

const HAPPENS = ["no", "maybe", "yes"] as const;

function weaker(one: Detail["happens"], other: Detail["happens"]): Detail["happens"] {
  return HAPPENS.indexOf(one) < HAPPENS.indexOf(other) ? one : other;
}

/** Whether the first of two details with one cause says all that the second does. */
function covers(one: Detail, other: Detail): boolean {
  return (
    (one.evaluation === "Static" || other.evaluation === "Dynamic") &&
    HAPPENS.indexOf(one.happens) >= HAPPENS.indexOf(other.happens)
  );
}

function causeKey({ attribute, name, source, entity }: Detail): string {
  return [attribute, name, source, entity].join("\n");
}

/** One detail for each cause: those that another one covers are left out. */
function strongestOfEach(details: readonly Detail[]): readonly Detail[] {
  return [...groupedBy(details, causeKey).values()].flatMap((same) =>
    same.filter(
      (detail, index) =>
        !same.some((other, at) => at !== index && covers(other, detail) && (at < index || !covers(detail, other))),
    ),
  );
}

interface User {
  readonly user: ResourceState;
  readonly part: Part;
  readonly use: Use;
}

/** Resource → the parts of others that refer to it. */
function usersOf(
  after: ReadonlyMap<string, ResourceState>,
  own: ReadonlyMap<string, readonly Detail[]>,
): ReadonlyMap<string, readonly User[]> {
  const users = [...after.values()]
    .filter(({ id }) => own.has(id))
    .flatMap((user) => [...user.parts.values()].flatMap((part) => part.uses.map((use) => ({ user, part, use }))))
    .filter(({ user, use }) => use.kind !== "parameter" && use.name !== user.id);
  return groupedBy(users, ({ use }) => use.name);
}

/**
 * Whether an attribute of a resource gets another value by a change of one of its properties: for certain if it is the property,
 * or AWS says so. Custom resources decide that themselves, and nested stacks by their templates.
 */
function changesWith(type: string, attribute: string, { name }: Pick<Detail, "name">): "yes" | "maybe" | "no" {
  if (name === undefined) return "no";
  if (isCustomResource(type)) return "maybe";
  const last = attribute.split(".").at(-1);
  if (attribute === name || last === name) return "yes";
  const found = attributes.find(
    (one) => one.type === type && attribute.split(".", 1)[0] === one.attribute && one.with.includes(name),
  );
  return found === undefined ? "no" : found.becomes === "another" ? "yes" : "maybe";
}
