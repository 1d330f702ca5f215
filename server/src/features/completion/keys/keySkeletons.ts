import type { ObjectType, ValueType } from "../../../catalogue/types/catalogue.ts";
import { alternatives } from "../../../catalogue/types/schemaAt.ts";
import type { CompletionPlace } from "../../../model/focus/completionPlace.ts";
import { blockLines } from "../../../snippets/blockBody.ts";
import { jsonBody } from "../../../snippets/jsonBody.ts";
import type { Snippet } from "../../../snippets/snippet.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { partNames } from "../partNames.ts";
import type { Scene } from "../scene.ts";
import { type Filled, filledSnippet } from "./snippetNames.ts";
import { inResource } from "./usual.ts";

/**
 * A key with what nearly everybody writes below it, as a snippet's body (see `Snippet`); `undefined` if people write
 * different things, so that the schema decides.
 *
 * @param path from the resource's attributes down, the key last
 */
export function usualPair(
  scene: Filled & Pick<Scene, "snippets">,
  path: readonly (string | number)[],
  type: ValueType,
): string | undefined {
  const index = indexOf(scene.snippets);
  const { type: resourceType, path: inside } = inResource(scene.subject.resourceType, path);
  const names = inside.filter((step) => typeof step === "string").join(".");
  const own = index.get(`${resourceType}.${names}`);
  if (own !== undefined) return withPartNames(scene, inside, filledSnippet(scene, own.body));
  const any = index.get(`*.${names}`);
  return any !== undefined && requires(type).every((key) => any.body.includes(`${key}:`))
    ? filledSnippet(scene, any.body)
    : undefined;
}

/** A list's item with the names that the template has for its keys: the container of a service's task, and its port. */
function withPartNames(
  { template, subject }: Filled,
  [, ...path]: readonly (string | number)[],
  body: string | undefined,
): string | undefined {
  const at = path.filter((step) => typeof step === "string").join(".");
  return body?.replace(
    /^( {2}- | {4})(\w+): \$\{(\d+):[^$}]+\}$/gm,
    (line, before: string, key: string, stop: string) => {
      const [name] = partNames(template, subject, `${at}.${key}`)?.names ?? [];
      return name !== undefined && /^[\w-]+$/.test(name) ? `${before}${key}: \${${stop}:${name}}` : line;
    },
  );
}

/** What nearly everybody writes at keys, by the type (`*` for any) and the path of the key without the steps into lists. */
const indexOf = memoBy(
  (snippets: readonly Snippet[]) =>
    new Map(
      snippets.flatMap((snippet) =>
        snippet.where.flatMap((place) =>
          place.in === "key"
            ? [[[place.type, ...place.path.filter((step) => step !== "*")].join("."), snippet] as const]
            : [],
        ),
      ),
    ),
);

/** The keys of a list's items; for other keys, one that no body has. */
function requires(type: ValueType): readonly string[] {
  const items = alternatives(type).flatMap((one) => (one.kind === "list" ? alternatives(one.items) : []));
  const objects = items.flatMap((one): ObjectType[] => (one.kind === "object" ? [one.object] : []));
  const [first] = objects;
  return first === undefined || objects.length > 1 ? [""] : [...first.properties.keys()];
}

/** A body's text for the place of its key; `undefined` if a style cannot take it. */
export function bodyLines(
  body: string,
  style: CompletionPlace["style"],
  indent: string,
  unit: string,
): string | undefined {
  if (style === "flow") return undefined;
  if (style === "json") return jsonBody(body, indent, unit);
  return blockLines(body, unit)
    .map((line, index) => (index === 0 || line === "" ? line : indent + line))
    .join("\n");
}

/** A body whose tab stops are numbered from `first` on, and the number behind its last one. */
export function renumbered(body: string, first: number): { readonly text: string; readonly next: number } {
  let next = first;
  const text = body.replace(
    /(\\.)|\$(\{?)(\d+)/g,
    (whole, escaped: string | undefined, brace: string, stop: string) => {
      if (escaped !== undefined) return whole;
      const number = first + Number(stop) - 1;
      next = Math.max(next, number + 1);
      return `$${brace}${number}`;
    },
  );
  return { text, next };
}
