import { resourceSummary } from "../../bootstrap/resourceSummary.ts";
import { LOCAL_NAMES } from "../../catalogue/values/localNames.ts";
import { type Entry, entriesOf, entryOf, type Template } from "../../model/template.ts";
import { textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { nodesAt } from "../../rules/shared/values/literals.ts";

/** Names of parts of resources, that a property takes. */
export interface PartNames {
  readonly names: ReadonlySet<string>;
  /** Whether they are those of the resource itself. */
  readonly areOwn: boolean;
}

/**
 * The ids of a distribution's origins, the names of a task's containers and volumes, the attributes of a table;
 * `undefined` if a property takes none.
 *
 * @param path from the properties down, without the steps into lists
 */
export function partNames(
  template: Template,
  { entry, resourceType }: { readonly entry?: string | undefined; readonly resourceType?: string | undefined },
  path: string,
): PartNames | undefined {
  const use = LOCAL_NAMES.get(resourceType ?? "")?.find(({ at }) => at.includes(path));
  const own = entryOf(template, "Resources", entry ?? "");
  if (use === undefined || own === undefined) return undefined;
  const givers = use.of === undefined ? [own] : referred(template, own, use.of);
  const names = new Set(givers.flatMap((giver) => use.names.flatMap((name) => textsAt(giver, name))));
  for (const used of use.once ? textsAt(own, path) : []) names.delete(used);
  return { names, areOwn: use.of === undefined };
}

/** The resources of a type that an entry refers to; all of them if it refers to none yet. */
function referred(template: Template, own: Entry, type: string): readonly Entry[] {
  const all = entriesOf(template, "Resources").filter(({ value }) => typeNameOf(value) === type);
  const names = resourceSummary(own).refers();
  const meant = all.filter(({ name }) => names.has(name));
  return meant.length > 0 ? meant : all;
}

function textsAt({ value }: Entry, path: string): readonly string[] {
  return nodesAt(valueAt(value, "Properties"), path.split(".")).flatMap((node) => textOf(node) || []);
}
