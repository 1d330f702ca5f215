import { callsAround } from "../model/focus/callsAround.ts";
import type { ReferenceKind } from "../model/focus/focus.ts";
import { entryAt, focusAt } from "../model/focus/focusAt.ts";
import { referenceAt } from "../model/focus/references.ts";
import { type Definition, definitionOfEntry, definitionsOf, usesOf } from "../model/references/definitions.ts";
import { exportsOf, importedName, mayBeSameName } from "../model/references/exports.ts";
import { type Entry, entriesOf, type SectionName, type Template } from "../model/template.ts";
import type { Localised } from "../text/localised.ts";
import { type Span, shifted, touches } from "../text/span.ts";

/** A name in a script that stands for a key of the template: a resource, a configSet, a config. All spans are absolute. */
export interface ScriptUse extends Span {
  readonly entry: Entry;
  /** Whether it means the whole entry, and not a key in it. */
  readonly wholeEntry: boolean;
  readonly target: Span;
}

/** The definition of the name at a caret, in the template or in a script. */
export function definition(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
): readonly Definition[] {
  const focus = focusAt(template, offset);
  if (focus?.kind === "name") return [definitionOfEntry(focus.entry)];
  const entry = entryAt(template, offset);
  if (entry === undefined) return [];
  const reference = referenceAt(entry, offset - entry.offset);
  if (reference !== undefined && reference.kind !== "importValue") return definitionsOf(template, entry, reference);
  const scripted = scriptUses.filter((use) => touches(use, offset));
  if (scripted.length > 0)
    return scripted.map(({ entry: declared, target }) => ({ entry: declared, span: target, whole: target }));
  const imported = importedName(callsAround(entry.value, offset - entry.offset));
  return imported === undefined ? [] : exportsNamed(template, imported);
}

/** Those of the exports of other templates that the `Fn::ImportValue` under the caret may mean. */
export function importedFrom<Export extends { readonly name: string }>(
  template: Template,
  offset: number,
  exports: readonly Export[],
): readonly Export[] {
  const entry = exports.length === 0 ? undefined : entryAt(template, offset);
  const reference = entry && referenceAt(entry, offset - entry.offset);
  if (reference !== undefined && reference.kind !== "importValue") return [];
  const name = entry && importedName(callsAround(entry.value, offset - entry.offset));
  return name === undefined ? [] : exports.filter((one) => mayBeSameName(one.name, name));
}

/** The name of the export whose declaration or import is under the caret: on the name itself, or on its output. */
export function sharedExportAt(template: Template, offset: number): string | undefined {
  const entry = entryAt(template, offset);
  if (entry === undefined) return undefined;
  const reference = referenceAt(entry, offset - entry.offset);
  if (reference !== undefined && reference.kind !== "importValue") return undefined;
  const own =
    entry.section === "Outputs" ? exportsOf(template).find(({ output }) => output.name === entry.name) : undefined;
  const isOn = own && [own.span, shifted(entry.key, entry.offset)].some((span) => touches(span, offset));
  return isOn ? own.name : importedName(callsAround(entry.value, offset - entry.offset));
}

/** The exports of this template that an imported name may mean. */
function exportsNamed(template: Template, name: string): readonly Definition[] {
  return exportsOf(template)
    .filter((one) => mayBeSameName(one.name, name))
    .map(({ output, span }) => ({ entry: output, span, whole: definitionOfEntry(output).whole }));
}

/** The declared entry whose declaration or use the caret is on. */
function entryUnderCaret(template: Template, scriptUses: readonly ScriptUse[], offset: number): Entry | undefined {
  const focus = focusAt(template, offset);
  if (focus?.kind === "name") return focus.entry;
  if (focus?.kind === "reference") {
    if (!NAMES_AN_ENTRY.has(focus.reference.kind)) return undefined;
    return definition(template, [], offset)[0]?.entry;
  }
  return scriptUses.find((use) => use.wholeEntry && touches(use, offset))?.entry;
}

const NAMES_AN_ENTRY: ReadonlySet<ReferenceKind> = new Set<ReferenceKind>([
  "ref",
  "resource",
  "dependsOn",
  "condition",
  "mapping",
  "parameter",
]);

/** The key inside an entry that the caret is on, if scripts use it: a configSet or a config. */
function keyUnderCaret(scriptUses: readonly ScriptUse[], offset: number): Span | undefined {
  return scriptUses.find((use) => !use.wholeEntry && (touches(use, offset) || touches(use.target, offset)))?.target;
}

/** The entry whose declaration or use the caret is on; the same without scripts' names. */
export function entryNamedAt(template: Template, offset: number): Entry | undefined {
  return entryUnderCaret(template, [], offset);
}

/** Every place at which the thing under the caret is named; with its declaration first if that is asked for. */
export function referencesAt(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
  includeDeclaration: boolean,
): readonly Span[] {
  const named = namedAt(template, scriptUses, offset);
  if (named === undefined) return [];
  return includeDeclaration ? [named.declaration, ...named.uses] : named.uses;
}

interface Named {
  /** `undefined` for a key inside an entry. */
  readonly entry: Entry | undefined;
  readonly declaration: Span;
  readonly uses: readonly Span[];
}

function namedAt(template: Template, scriptUses: readonly ScriptUse[], offset: number): Named | undefined {
  const entry = entryUnderCaret(template, scriptUses, offset);
  if (entry !== undefined) {
    const inScripts = scriptUses.filter((use) => use.wholeEntry && use.entry === entry);
    return {
      entry,
      declaration: definitionOfEntry(entry).span,
      uses: sortedSpans([...usesOf(template, entry), ...inScripts]),
    };
  }
  const key = keyUnderCaret(scriptUses, offset);
  if (key === undefined) return undefined;
  const uses = scriptUses.filter((use) => !use.wholeEntry && use.target.start === key.start);
  return { entry: undefined, declaration: key, uses: sortedSpans(uses) };
}

function sortedSpans(spans: readonly Span[]): readonly Span[] {
  return spans.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
}

/** The spans that a rename changes, or why it can't be done. */
export type Rename = { readonly spans: readonly Span[] } | { readonly refused: Localised };

/** The form of names of entries. */
const ENTRY_NAME = /^[A-Za-z0-9]+$/;
const RENAMED_SECTIONS: ReadonlySet<string> = new Set(["Resources", "Parameters", "Conditions", "Mappings", "Outputs"]);
/** Keys of `AWS::CloudFormation::Init` are names of the author's own, but have to be words of a script. */
const KEY_NAME = /^[A-Za-z0-9_.-]+$/;

/** The span that a rename at the caret would replace; `undefined` if nothing can be renamed. */
export function renameTarget(template: Template, scriptUses: readonly ScriptUse[], offset: number): Span | undefined {
  const named = namedAt(template, scriptUses, offset);
  if (named === undefined || (named.entry !== undefined && !RENAMED_SECTIONS.has(named.entry.section)))
    return undefined;
  return [named.declaration, ...named.uses].find((span) => touches(span, offset));
}

/** Every span that becomes `newName`, in the template and its scripts. */
export function rename(
  template: Template,
  scriptUses: readonly ScriptUse[],
  offset: number,
  newName: string,
): Rename | undefined {
  if (renameTarget(template, scriptUses, offset) === undefined) return undefined;
  const named = namedAt(template, scriptUses, offset);
  if (named === undefined) return undefined;
  const { entry } = named;
  if (!(entry === undefined ? KEY_NAME : ENTRY_NAME).test(newName)) {
    return {
      refused: {
        en: `“${newName}” is not a valid name: only letters and digits are allowed.`,
        ja: `「${newName}」は名前に使えません。使えるのは英数字だけです。`,
      },
    };
  }
  if (entry !== undefined && newName !== entry.name && isTaken(template, entry, newName)) {
    return {
      refused: {
        en: `“${newName}” is already declared in this template.`,
        ja: `「${newName}」はこのテンプレートですでに定義されています。`,
      },
    };
  }
  return { spans: [named.declaration, ...named.uses] };
}

/** Parameters and resources share one set of names, since `Ref` means either. */
function isTaken(template: Template, { section }: Entry, name: string): boolean {
  const shared: readonly SectionName[] = ["Parameters", "Resources"];
  const sections = shared.some((candidate) => candidate === section) ? shared : [section as SectionName];
  return sections.some((candidate) => entriesOf(template, candidate).some((entry) => entry.name === name));
}
