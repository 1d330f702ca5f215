import { type TemplateChange, templateChange } from "./templateChange.ts";

/** The resources that stay with these values of the parameters, and may change with others. */
export function changedOtherwise({ changes, sides }: TemplateChange): readonly string[] {
  const [before, after] = [sides.before, sides.after].map(({ template }) => ({ template, isOpen: true }));
  if (before === undefined || after === undefined || !hasChoices(sides)) return [];
  const known = new Set(changes.map(({ id }) => id));
  const open = templateChange(before, after, sides.catalogue);
  const found = open.changes.filter(
    ({ action, details }) => action !== "Modify" || details.some(({ happens }) => happens !== "no"),
  );
  // A resource that no longer has a condition exists in either case, or is created.
  const freed = [...open.after.values()].filter(
    ({ id, exists }) => exists === true && (open.before.get(id)?.exists ?? true) !== true,
  );
  return [...new Set([...found, ...freed].map(({ id }) => id))].filter((id) => !known.has(id));
}

function hasChoices({ before, after }: TemplateChange["sides"]): boolean {
  return [before, after].some(({ template }) => template.declarations.parameters.size > 0);
}
