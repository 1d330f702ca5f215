import samKinds, { type Row as SamKind } from "../../../data/samKinds.yaml";

export const SAM_PREFIX = "AWS::Serverless::";

/** SAM's types by the last part of their name. */
export const SAM_KINDS: ReadonlyMap<string, SamKind> = new Map(Object.entries(samKinds()));

/** The kinds that `Globals` takes. */
export const SAM_GLOBALS: readonly string[] = [...SAM_KINDS].flatMap(([kind, { globals }]) =>
  globals === undefined ? [] : [kind],
);

/** All SAM types, sorted. */
export const SAM_TYPE_NAMES: readonly string[] = [...SAM_KINDS.keys()].map((kind) => `${SAM_PREFIX}${kind}`).sort();

/** The type that a SAM type becomes; `undefined` for any other. */
export function samBecomes(type: string): string | undefined {
  return type.startsWith(SAM_PREFIX) ? SAM_KINDS.get(type.slice(SAM_PREFIX.length))?.becomes : undefined;
}

/** An embedded connector of any resource is a policy by itself. */
const CONNECTORS = "Connectors";

/** The keys that lead from a resource to what SAM makes resources of their own. */
export function ownParts(type: string): readonly (readonly string[])[] {
  const own = type.startsWith(SAM_PREFIX) ? SAM_KINDS.get(type.slice(SAM_PREFIX.length))?.parts : undefined;
  return [...(own ?? []), CONNECTORS].map((path) => path.split("."));
}
