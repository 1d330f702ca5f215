import { nestedStacks } from "../model/references/childTemplates.ts";
import { importsOf, mayBeSameName } from "../model/references/exports.ts";
import { type NestedName, nestedNames } from "../model/references/nestedNames.ts";
import type { Template } from "../model/template.ts";

/** What a template uses of others. */
export interface TemplateUses {
  /** The names of exports that it imports. */
  readonly imports: readonly string[];
  /** Its nested stacks: the path of each one's template, as written, and what it passes and reads. */
  readonly stacks: readonly ({ readonly path: string } & Record<UsedSection, ReadonlySet<string>>)[];
}

type UsedSection = NestedName["section"];

/** Another template of the project, as it is now. */
export interface OtherTemplate {
  /** For display. */
  readonly file: string;
  readonly uses: TemplateUses;
  /** Whether a path by which it nests one leads to the changed template. */
  readonly leads: (path: string) => boolean;
}

/** Whether a text may use anything of other templates. */
export function mayUseOthers(text: string): boolean {
  return /ImportValue|TemplateURL|Location/.test(text);
}

export function usesOf(template: Template): TemplateUses {
  const names = nestedNames(template);
  const used = (id: string, section: UsedSection): ReadonlySet<string> =>
    new Set(names.filter((one) => one.stack === id && one.section === section).map(({ name }) => name));
  return {
    imports: importsOf(template).map(({ name }) => name),
    stacks: nestedStacks(template, "Resources").map(({ entry: { name: id }, found: path }) => ({
      path,
      Parameters: used(id, "Parameters"),
      Outputs: used(id, "Outputs"),
    })),
  };
}

/** The files that import what a template exports by a name. */
export function importersOf(name: string, others: readonly OtherTemplate[]): readonly string[] {
  return filesOf(others, ({ uses }) => uses.imports.some((one) => mayBeSameName(one, name)));
}

/** The files that nest the template without a value for a parameter. */
export function notPassing(parameter: string, others: readonly OtherTemplate[]): readonly string[] {
  return filesOf(others, ({ uses, leads }) =>
    uses.stacks.some(({ path, Parameters }) => !Parameters.has(parameter) && leads(path)),
  );
}

/** The files that still pass a parameter to the template, or read an output of it. */
export function usersOf(section: UsedSection, name: string, others: readonly OtherTemplate[]): readonly string[] {
  return filesOf(others, ({ uses, leads }) =>
    uses.stacks.some((stack) => stack[section].has(name) && leads(stack.path)),
  );
}

function filesOf(others: readonly OtherTemplate[], isWanted: (other: OtherTemplate) => boolean): readonly string[] {
  return others.filter(isWanted).map(({ file }) => file);
}
