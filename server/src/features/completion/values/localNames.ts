import { resourceSummary } from "../../../bootstrap/resourceSummary.ts";
import { LOCAL_NAMES } from "../../../catalogue/values/localNames.ts";
import { type Entry, entriesOf, entryOf } from "../../../model/template.ts";
import { textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { nodesAt } from "../../../rules/shared/values/literals.ts";
import { rankText } from "../keys/usual.ts";
import { type CompletionItem, namedItem, type Scene } from "../scene.ts";

/** The ids of a distribution's origins, the names of a task's containers and volumes, the attributes of a table. */
export function localNameItems(scene: Scene): CompletionItem[] {
  const { subject, place, template } = scene;
  if (place.accepts.value !== true || subject.section !== "Resources" || subject.call !== undefined) return [];
  const [attribute, ...keys] = subject.path.filter((step) => typeof step === "string");
  const path = keys.join(".");
  const use = LOCAL_NAMES.get(subject.resourceType ?? "")?.find(({ at }) => at.includes(path));
  const own = entryOf(template, "Resources", subject.entry ?? "");
  if (attribute !== "Properties" || use === undefined || own === undefined) return [];
  const givers = use.of === undefined ? [own] : referred(scene, own, use.of);
  const names = new Set(givers.flatMap((giver) => use.names.flatMap((name) => textsAt(giver, name))));
  for (const used of use.once ? textsAt(own, path) : []) names.delete(used);
  // A container waits for others than itself.
  if (use.of === undefined) for (const level of place.levels) names.delete(level.valueOf("Name") ?? "");
  const isNumber = subject.schema?.type.kind === "number";
  return [...names].map((name, order) => {
    const item = namedItem(scene, { name, kind: "value", rank: 0, order: rankText(order) });
    return isNumber ? { ...item, insertText: item.insertText.replace(/["']/g, "") } : item;
  });
}

/** The resources of a type that an entry refers to; all of them if it refers to none yet. */
function referred({ template }: Scene, own: Entry, type: string): readonly Entry[] {
  const all = entriesOf(template, "Resources").filter(({ value }) => typeNameOf(value) === type);
  const names = resourceSummary(own).refers();
  const meant = all.filter(({ name }) => names.has(name));
  return meant.length > 0 ? meant : all;
}

function textsAt({ value }: Entry, path: string): readonly string[] {
  return nodesAt(valueAt(value, "Properties"), path.split(".")).flatMap((node) => textOf(node) || []);
}
