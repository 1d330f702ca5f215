import { references } from "../../../model/focus/references.ts";
import { entriesOf, type Template } from "../../../model/template.ts";
import { type CompletionItem, namedItem, type Scene } from "../scene.ts";

/** `DependsOn`: resources that are not named yet and do not depend on this one; the usual targets first. */
export function dependsOnItems(scene: Scene): CompletionItem[] {
  const { place, subject, template, catalogue } = scene;
  const own = subject.entry;
  if (
    subject.section !== "Resources" ||
    own === undefined ||
    subject.path[0] !== "DependsOn" ||
    subject.call !== undefined
  )
    return [];
  if (place.accepts.value !== true && place.accepts.item !== true) return [];
  const { resources } = template.declarations;
  const present = new Set(resources.get(own)?.dependsOn ?? []);
  present.delete(template.text.slice(place.content.start, place.content.end));
  const dependents = dependentsOf(scene, own);
  const usual = catalogue.values.order(subject.resourceType ?? "", ["DependsOn"]);
  return [...resources]
    .filter(([name]) => name !== own && !present.has(name) && !dependents.has(name))
    .map(([name, { type }]) =>
      namedItem(scene, { name, kind: "resource", rank: usual.includes(type ?? "") ? 0 : 1, detail: type }),
    );
}

/** The resources that wait for `name`, directly or through others. */
function dependentsOf({ template }: Scene, name: string): ReadonlySet<string> {
  const direct = directDependents(template);
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const from of direct.get(next) ?? []) {
      if (found.has(from)) continue;
      found.add(from);
      open.push(from);
    }
  }
  return found;
}

/** Resource → those that name it in `DependsOn` or refer to it. */
function directDependents(template: Template): ReadonlyMap<string, readonly string[]> {
  const direct = new Map<string, string[]>();
  for (const entry of entriesOf(template, "Resources")) {
    for (const { kind, name } of references(entry)) {
      if (kind !== "ref" && kind !== "resource" && kind !== "dependsOn") continue;
      const known = direct.get(name);
      if (known === undefined) direct.set(name, [entry.name]);
      else if (known.at(-1) !== entry.name) known.push(entry.name);
    }
  }
  return direct;
}
