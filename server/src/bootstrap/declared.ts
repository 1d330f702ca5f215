import { searchEntries } from "../model/incremental/searchEntries.ts";
import type { Template } from "../model/template.ts";
import type { Node } from "../model/tree/node.ts";
import { fitsGlob } from "../text/glob.ts";

/**
 * Whether a resource of that name may exist: it is written out, a loop (`Fn::ForEach`) or a module may make it, or a macro
 * may add anything.
 */
export function mayExist(template: Template, name: string): boolean {
  const { resources, transforms } = template.declarations;
  if (resources.has(name)) return true;
  if (transforms.some((transform) => transform === "AWS::Include" || !transform.startsWith("AWS::"))) return true;
  if (template.sections.some((section) => section.name === "Fn::Transform")) return true;
  for (const [id, { type }] of resources) if (type?.endsWith("::MODULE") && name.startsWith(id)) return true;
  return generating(template, "Resources").some(({ entry }) => generates(entry.name, entry.value, name, 0));
}

/** Things that may generate resources: all that {@link mayExist} looks at besides the declarations. */
export function generators(template: Template): readonly unknown[] {
  const loops = generating(template, "Resources").map(({ entry }) => entry.key);
  return [template.sections.some((section) => section.name === "Fn::Transform"), ...loops];
}

/** Loops and transforms among the resources. */
const generating = searchEntries(({ name }) => (name.startsWith("Fn::") ? true : undefined));

/** Whether an entry of the resources, a loop or a transform, may generate a resource of that name. */
function generates(key: string, value: Node, name: string, depth: number): boolean {
  if (key.startsWith("Fn::Transform") || depth > 5) return true;
  if (!key.startsWith("Fn::ForEach")) return false;
  const argument = value.kind === "call" ? value.argument : value;
  const body = argument.kind === "list" ? argument.items[2] : undefined;
  if (body?.kind === "call")
    return generates(body.name, body.argument, name, depth + 1) || body.name.startsWith("Fn::ForEach");
  if (body?.kind !== "map") return true;
  return body.pairs.some(({ key: inner, value: made }) =>
    inner.text.startsWith("Fn::") ? generates(inner.text, made, name, depth + 1) : fitsGlob(name, globOf(inner.text)),
  );
}

/** `Subnet${Id}` and `Subnet&{Id}` as a pattern; names have no signs. */
function globOf(key: string): string {
  return key.replace(/[$&]\{[^}]{0,300}\}/g, "*");
}
