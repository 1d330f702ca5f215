import { type ScriptReference, scriptReferences } from "./bootstrap/places/scriptReferences.ts";
import type { CatalogueData } from "./catalogue/types/packed.ts";
import { addSignal, type SignalAction } from "./features/addSignal.ts";
import { type BootstrapSequence, bootstrapSequence } from "./features/bootstrapSequence.ts";
import { documentationOf } from "./features/completion/documentation.ts";
import { itemNotes } from "./features/completion/itemNotes.ts";
import type { CompletionContext, ItemData } from "./features/completion/scene.ts";
import { type CompletionResult, completion } from "./features/completion.ts";
import type { Diagnostic, DiagnosticFix } from "./features/diagnostics.ts";
import { definition, type Rename, referencesAt, rename, renameTarget, type ScriptUse } from "./features/navigation.ts";
import { type AttributeAction, otherAttributes } from "./features/otherAttributes.ts";
import { type RefactoringAction, refactorings } from "./features/refactorings.ts";
import { type ScriptHint, scriptHints } from "./features/scriptHints.ts";
import { type SignalLens, signalLenses } from "./features/signalLenses.ts";
import { usualFix } from "./features/usualFix.ts";
import { type HoverService, hoverService } from "./hoverService.ts";
import type { Definition } from "./model/references/definitions.ts";
import type { Template } from "./model/template.ts";
import { contentSpan } from "./model/tree/node.ts";
import type { NoteIndex } from "./notes/noteIndex.ts";
import type { NoteLanguage } from "./notes/reading/note.ts";
import type { HoverOptions } from "./notes/showing/noteText.ts";
import { renderHover } from "./notes/showing/renderHover.ts";
import { allSnippets } from "./snippets/allSnippets.ts";
import { type TemplateChecker, templateChecker } from "./templateChecker.ts";
import { templateKnowledge } from "./templateKnowledge.ts";
import type { Span } from "./text/span.ts";
import { shifted } from "./text/span.ts";

/** The parts of a language service, given by the host. */
export interface LanguageServiceParts {
  readonly catalogue: CatalogueData;
}

export type CompletionRequest = Omit<CompletionContext, "template" | "catalogue" | "snippets">;

/** What can be asked of a template, as plain functions over offsets. */
export interface LanguageService extends HoverService {
  completion(template: Template, offset: number, request: CompletionRequest): CompletionResult;
  /** The documentation of a completion item, by its data. */
  documentation(data: ItemData, render: HoverOptions): string | undefined;
  definition(template: Template, offset: number): readonly Definition[];
  references(template: Template, offset: number, includeDeclaration: boolean): readonly Span[];
  renameTarget(template: Template, offset: number): Span | undefined;
  rename(template: Template, offset: number, newName: string): Rename | undefined;
  /** A finding's fix as people would write it. */
  usualFix(template: Template, fix: DiagnosticFix): DiagnosticFix;
  /** What else an attribute may be that its type does not have. */
  otherAttributes(template: Template, diagnostic: Diagnostic): readonly AttributeAction[];
  /** @param wanted kinds of code actions */
  refactorings(template: Template, selection: Span, wanted: (kind: string) => boolean): readonly RefactoringAction[];
  addSignal(template: Template, offset: number, language: NoteLanguage): SignalAction | undefined;
  signalLenses(template: Template): readonly SignalLens[];
  scriptHints(template: Template, within: Span): readonly ScriptHint[];
  /**
   * @param place a logical id or an offset
   * @param preferred the resource to choose if the place belongs to several
   */
  bootstrapSequence(template: Template, place: string | number, preferred?: string): BootstrapSequence;
}

/** All features, and the checker. */
export function createLanguageService({ catalogue }: LanguageServiceParts): LanguageService & TemplateChecker {
  const knowledge = templateKnowledge(catalogue);
  return { ...withAnswers(hoverService(knowledge)), ...templateChecker(knowledge) };
}

/** Adds the features other than the hover. */
export function withAnswers(service: HoverService): LanguageService {
  const { catalogue, notes, bootstrapGraph: graphOf } = service;
  const references = (template: Template): readonly ScriptReference[] => scriptReferences(graphOf(template));
  // Keys such as Metadata have a definition, but can't be renamed.
  const uses = (template: Template): readonly ScriptUse[] =>
    scriptUses(references(template).filter(({ kind }) => kind !== "metadata"));
  return {
    ...service,
    completion: (template, offset, request) =>
      completion({ ...request, template, catalogue, snippets: allSnippets() }, offset),
    documentation: (data, render) =>
      documentationOf(data, {
        catalogue,
        snippets: allSnippets(),
        language: render.language,
        noteOf: (topic) => noteOn(notes, topic, render),
        notesOn: (asked) => itemNotes(asked, notes, render),
      }),
    definition: (template, offset) => definition(template, scriptUses(references(template)), offset),
    references: (template, offset, declared) => referencesAt(template, uses(template), offset, declared),
    renameTarget: (template, offset) => renameTarget(template, uses(template), offset),
    rename: (template, offset, newName) => rename(template, uses(template), offset, newName),
    usualFix: (template, fix) => usualFix(fix, { template, catalogue, snippets: allSnippets() }),
    otherAttributes: (template, diagnostic) => otherAttributes(template, catalogue, diagnostic),
    refactorings: (template, selection, wanted) => refactorings(template, catalogue, selection, wanted),
    addSignal: (template, offset, language) => addSignal(template, graphOf(template), offset, language),
    signalLenses: (template) => signalLenses(graphOf(template)),
    scriptHints: (template, within) => scriptHints(graphOf(template), within),
    bootstrapSequence: (template, place, preferred) => bootstrapSequence(graphOf(template), place, preferred),
  };
}

function noteOn(notes: NoteIndex, topic: string, render: HoverOptions): string | undefined {
  const found = notes.onTopic(topic);
  return found.length === 0 ? undefined : renderHover(found.slice(0, 1), render);
}

/** The names in scripts, with absolute spans. */
function scriptUses(references: readonly ScriptReference[]): readonly ScriptUse[] {
  return references.map(({ kind, entry, span, targetEntry, target }) => ({
    ...shifted(span, entry.offset),
    entry: targetEntry,
    wholeEntry: kind === "resource",
    target: shifted(contentSpan(target), targetEntry.offset),
  }));
}
