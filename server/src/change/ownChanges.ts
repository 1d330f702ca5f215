import { isOfGenerated } from "../catalogue/sam/generatedResources.ts";
import type { Catalogue, ObjectType } from "../catalogue/types/catalogue.ts";
import { schemaAt } from "../catalogue/types/schemaAt.ts";
import { isSecretProperty } from "../catalogue/values/secretProperties.ts";
import { conditionalUpdate } from "./conditionalUpdate.ts";
import { type Difference, differences } from "./differences.ts";
import type { Detail, Part, ResourceState } from "./resourceState.ts";
import type { Resolver } from "./values/resolver.ts";
import { valueIdentity } from "./values/value.ts";
import type { Path, Use } from "./values/valueReader.ts";

/** What the comparison of a resource needs. */
export interface Sides {
  readonly catalogue: Catalogue;
  readonly before: Resolver;
  readonly after: Resolver;
  /** The resources that exist before. */
  readonly existed: ReadonlySet<string>;
}

/** The differences of a resource that is in both templates, by the causes that CloudFormation names. */
export function ownChanges(before: ResourceState, after: ResourceState, sides: Sides): readonly Detail[] {
  const names = new Set([...before.parts.keys(), ...after.parts.keys()]);
  return [...names].flatMap((name) => partChanges(name, before, after, sides));
}

function partChanges(
  name: string,
  stateBefore: ResourceState,
  stateAfter: ResourceState,
  sides: Sides,
): readonly Detail[] {
  const { type } = stateAfter;
  const [before, after] = [stateBefore.parts.get(name), stateAfter.parts.get(name)];
  const part = after ?? before;
  if (part === undefined) return [];
  const found = differences(before?.value, after?.value);
  if (found.length === 0) return [];
  const isCertain = found.some((one) => one.isCertain);
  const base = {
    ...placeChange(part, found.length === 1 ? (found[0]?.path ?? []) : [], type, sides.catalogue),
    ...effectOf(part, found, type, sides.catalogue, { known: found, before: stateBefore, after: stateAfter }),
    happens: isCertain ? "yes" : "maybe",
    differences: found,
    isSecret:
      before?.isSecret === true || after?.isSecret === true || found.some(({ path }) => isSecretProperty(type, path)),
  } as const;
  const causes = (after?.uses ?? []).flatMap((use) => causeOf(use, sides));
  const direct = { ...base, source: "DirectModification" } as const;
  if (causes.length === 0) return [{ ...direct, evaluation: isCertain ? "Static" : "Dynamic" }];
  const each = new Map(causes.map((cause) => [cause.entity, cause]));
  // CloudFormation lists a parameter twice: as the cause, and as a template that may have changed besides.
  return [
    ...[...each.values()].map((cause): Detail => ({ ...base, ...cause, evaluation: isCertain ? "Static" : "Dynamic" })),
    { ...direct, evaluation: "Dynamic" },
  ];
}

/** The parameter with another value, or the new resource, that a value depends on now. */
function causeOf(
  { kind, name, attribute }: Use,
  { before, after, existed }: Sides,
): readonly Pick<Detail, "source" | "entity">[] {
  if (kind === "parameter") {
    const isSame = valueIdentity(before.parameter(name)) === valueIdentity(after.parameter(name));
    return isSame && before.template.declarations.parameters.has(name)
      ? []
      : [{ source: "ParameterReference", entity: name }];
  }
  if (existed.has(name)) return [];
  return kind === "resource"
    ? [{ source: "ResourceReference", entity: name }]
    : [{ source: "ResourceAttribute", entity: `${name}.${attribute ?? ""}` }];
}

/** The place of a detail. A list of tags is an attribute of its own. */
export function placeChange(
  { attribute, name }: Pick<Part, "attribute" | "name">,
  below: Path,
  type: string,
  catalogue: Catalogue,
): Pick<Detail, "attribute" | "name" | "path"> {
  const path = name === undefined ? [attribute, ...below] : [attribute, name, ...below];
  if (name === "Tags" && isTagList(catalogue.resourceType(type)?.properties))
    return { attribute: "Tags", name: undefined, path };
  return { attribute, name, path };
}

function isTagList(properties: ObjectType | undefined): boolean {
  return properties === undefined || schemaAt(properties, ["Tags", 0, "Key"]) !== undefined;
}

/** What is known of a change besides its places. */
interface Known {
  readonly known?: readonly Difference[];
  readonly before?: ResourceState;
  readonly after?: ResourceState;
}

type Effect = Pick<Detail, "requiresRecreation" | "interruption">;

/**
 * The effect of an update of a part on its resource, by AWS's data on the property and on those around the differences. What
 * is said of an event of SAM is true of the resource that SAM makes for it.
 */
export function effectOf(
  { attribute, name }: Pick<Part, "attribute" | "name">,
  places: readonly Pick<Difference, "path">[],
  type: string,
  catalogue: Catalogue,
  { known = [], before, after }: Known = {},
): Effect {
  const properties = attribute === "Properties" ? catalogue.resourceType(type)?.properties : undefined;
  if (properties === undefined || name === undefined || isOfGenerated(type, name)) return EFFECTS.none;
  const updates = places.map(({ path }) => updateAt(properties, [name, ...path]));
  const strongest = (["replacement", "maybe", "some"] as const).find((update) => updates.includes(update)) ?? "none";
  const effect = EFFECTS[strongest];
  const inCase = strongest === "maybe" ? conditionalUpdate(type, name, known, before, after) : undefined;
  if (inCase === undefined) return effect;
  const { interruption, isCertain } = inCase;
  return isCertain ? CERTAIN[interruption] : { ...effect, interruption };
}

/** Whether an update at a place replaces what is made of it. */
export function isReplacingAt(type: string, path: Path, catalogue: Catalogue): boolean {
  const properties = catalogue.resourceType(type)?.properties;
  return properties !== undefined && updateAt(properties, path) === "replacement";
}

function updateAt(properties: ObjectType, path: Path): keyof typeof EFFECTS | undefined {
  const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = steps.length; length > 0; length--) {
    const schema = schemaAt(properties, steps.slice(0, length));
    // What can't change replaces nothing: promises.ts says so.
    if (schema !== undefined) return schema.update === "refused" ? "none" : schema.update;
  }
  return undefined;
}

const EFFECTS = {
  none: { requiresRecreation: "Never", interruption: "None" },
  some: { requiresRecreation: "Never", interruption: "Some" },
  maybe: { requiresRecreation: "Conditionally", interruption: "Some" },
  replacement: { requiresRecreation: "Always", interruption: "Replacement" },
} as const satisfies Record<string, Effect>;

const CERTAIN = { None: EFFECTS.none, Some: EFFECTS.some, Replacement: EFFECTS.replacement } as const;
