import type { Localised } from "../catalogue/catalogue.ts";
import { type Declaration, declarationOfEntry, declarationsOf, usesOf } from "../model/declarations.ts";
import { entryAt, focusAt, referenceAt } from "../model/focusAt.ts";
import { type Entry, entriesOf, type SectionName, type Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";

/** A name in a script that means a resource, as the bootstrap graph sees it; spans are absolute. */
export interface ScriptUse extends Span {
  readonly target: Entry;
}

/** Where a declared thing, or a name that a script gives, stands. */
export function definition(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
): readonly Declaration[] {
  const focus = focusAt(template, offset);
  if (focus?.kind === "name") return [declarationOfEntry(focus.entry)];
  const entry = entryAt(template, offset);
  if (entry === undefined) return [];
  const reference = referenceAt(entry, offset - entry.offset);
  if (reference !== undefined) return declarationsOf(template, entry, reference);
  return scriptUses
    .filter((use) => offset >= use.start && offset <= use.end)
    .map(({ target }) => declarationOfEntry(target));
}

/** The declared entry that the caret is on, be it at its declaration or where it is used. */
export function entryUnderCaret(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
): Entry | undefined {
  const focus = focusAt(template, offset);
  if (focus?.kind === "reference" && !RENAMES_ITS_ENTRY.has(focus.reference.kind)) return undefined;
  const [declaration] = definition(template, scriptUses, offset);
  return declaration?.entry;
}

const RENAMES_ITS_ENTRY: ReadonlySet<string> = new Set([
  "ref",
  "resource",
  "dependsOn",
  "condition",
  "mapping",
  "parameter",
  "scriptResource",
]);

/** Every place where the thing under the caret is named; its declaration first where it is asked for. */
export function referencesAt(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
  includeDeclaration: boolean,
): readonly Span[] {
  const target = entryUnderCaret(template, scriptUses, offset);
  if (target === undefined) return [];
  const fromScripts = scriptUses.filter((use) => use.target === target);
  const uses = [...usesOf(template, target), ...fromScripts].map(({ start, end }) => ({ start, end }));
  const sorted = uses.sort((a, b) => a.start - b.start);
  return includeDeclaration ? [declarationOfEntry(target).span, ...sorted] : sorted;
}

/** What a rename would change, or why it can't be done. */
export type Rename = { readonly spans: readonly Span[] } | { readonly refused: Localised };

/** Sections whose entries are named by what the rules for names say: letters and digits, in mappings also `-` and `.`. */
const NAME_FORMS: Readonly<Partial<Record<string, RegExp>>> = {
  Resources: /^[A-Za-z0-9]+$/,
  Parameters: /^[A-Za-z0-9]+$/,
  Conditions: /^[A-Za-z0-9]+$/,
  Mappings: /^[A-Za-z0-9]+$/,
  Outputs: /^[A-Za-z0-9]+$/,
};

/** The span that a rename at the caret would ask about; `undefined` where nothing can be renamed. */
export function renameTarget(template: Template, scriptUses: readonly ScriptUse[], offset: number): Span | undefined {
  const target = entryUnderCaret(template, scriptUses, offset);
  if (target === undefined || NAME_FORMS[target.section] === undefined) return undefined;
  const spans = referencesAt(template, scriptUses, offset, true);
  return spans.find((span) => offset >= span.start && offset <= span.end);
}

/** Every span that becomes `newName`, in the template and its scripts. */
export function rename(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
  newName: string,
): Rename | undefined {
  const target = entryUnderCaret(template, scriptUses, offset);
  const form = target === undefined ? undefined : NAME_FORMS[target.section];
  if (target === undefined || form === undefined) return undefined;
  if (!form.test(newName)) {
    return {
      refused: {
        en: `“${newName}” is no valid name: only letters and digits are allowed.`,
        ja: `「${newName}」は名前に使えません。使えるのは英数字だけです。`,
      },
    };
  }
  if (newName !== target.name && isTaken(template, target, newName)) {
    return {
      refused: {
        en: `“${newName}” is already declared in this template.`,
        ja: `「${newName}」はこのテンプレートですでに定義されています。`,
      },
    };
  }
  return { spans: referencesAt(template, scriptUses, offset, true) };
}

/** Parameters and resources share one set of names, since `Ref` means either. */
function isTaken(template: Template, { section }: Entry, name: string): boolean {
  const shared: readonly SectionName[] = ["Parameters", "Resources"];
  const sections = shared.some((candidate) => candidate === section) ? shared : [section as SectionName];
  return sections.some((candidate) => entriesOf(template, candidate).some((entry) => entry.name === name));
}
