import { nestedStacks } from "../model/references/childTemplates.ts";
import { importsOf, mayBeSameName } from "../model/references/exports.ts";
import { nestedNames } from "../model/references/nestedNames.ts";
import type { Template } from "../model/template.ts";

/** Another template of the project, as it is now. */
export interface OtherTemplate {
  /** For display. */
  readonly file: string;
  readonly template: Template;
  /** Whether a path by which it nests one leads to the changed template. */
  readonly leads: (path: string) => boolean;
}

/** The files that import what a template exports by a name. */
export function importersOf(name: string, others: readonly OtherTemplate[]): readonly string[] {
  return filesOf(others, ({ template }) => importsOf(template).some((one) => mayBeSameName(one.name, name)));
}

/** The files that nest the template, in one stack at least without a value for a parameter. */
export function notPassing(parameter: string, others: readonly OtherTemplate[]): readonly string[] {
  return filesOf(others, ({ template, leads }) => {
    const passed = nestedNames(template).filter(({ section, name }) => section === "Parameters" && name === parameter);
    const stacks = nestedStacks(template, "Resources").filter(({ found }) => leads(found));
    return stacks.some(({ entry }) => !passed.some(({ stack }) => stack === entry.name));
  });
}

/** The files that still pass a parameter to the template, or read an output of it. */
export function usersOf(
  section: "Parameters" | "Outputs",
  name: string,
  others: readonly OtherTemplate[],
): readonly string[] {
  return filesOf(others, ({ template, leads }) =>
    nestedNames(template).some((one) => one.section === section && one.name === name && leads(one.path)),
  );
}

function filesOf(others: readonly OtherTemplate[], isWanted: (other: OtherTemplate) => boolean): readonly string[] {
  return others.filter(isWanted).map(({ file }) => file);
}
