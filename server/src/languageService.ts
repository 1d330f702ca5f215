import { type BootstrapGraph, bootstrapGraph } from "./bootstrap/bootstrapGraph.ts";
import type { Catalogue } from "./catalogue/catalogue.ts";
import { createCatalogue } from "./catalogue/createCatalogue.ts";
import type { CatalogueData } from "./catalogue/packed.ts";
import { type Diagnostic, type DiagnosticsContext, diagnosticsInSteps } from "./features/diagnostics.ts";
import { type Fold, folding } from "./features/folding.ts";
import { type Hover, type HoverContext, hover } from "./features/hover.ts";
import { definition, type Rename, referencesAt, rename, renameTarget, type ScriptUse } from "./features/navigation.ts";
import { semanticTokens, type Token } from "./features/semanticTokens.ts";
import { symbols, type TemplateSymbol } from "./features/symbols.ts";
import type { Declaration } from "./model/declarations.ts";
import type { Template } from "./model/template.ts";
import { type NoteIndex, noteIndex } from "./notes/noteIndex.ts";
import { topics } from "./notes/topics/all.ts";
import { RULES } from "./rules/all.ts";
import type { Span } from "./text/span.ts";
import { shifted } from "./text/span.ts";

/** What a language service is made of; everything is handed in by the host. */
export interface LanguageServiceParts {
  readonly catalogue: CatalogueData;
}

export type HoverRequest = Omit<HoverContext, "catalogue" | "notes" | "scriptWord">;
export type DiagnosticsRequest = Omit<DiagnosticsContext, "rules" | "catalogue" | "bootstrapGraph">;

/** Everything that can be asked of a template, as plain functions over offsets. */
export interface LanguageService {
  readonly catalogue: Catalogue;
  readonly notes: NoteIndex;
  hover(template: Template, offset: number, request: HoverRequest): Hover | undefined;
  /** In steps of at most a few milliseconds each; the last one returns all diagnostics. */
  diagnostics(template: Template, request: DiagnosticsRequest): Generator<void, readonly Diagnostic[]>;
  definition(template: Template, offset: number): readonly Declaration[];
  references(template: Template, offset: number, includeDeclaration: boolean): readonly Span[];
  renameTarget(template: Template, offset: number): Span | undefined;
  rename(template: Template, offset: number, newName: string): Rename | undefined;
  symbols(template: Template): readonly TemplateSymbol[];
  folding(template: Template): readonly Fold[];
  semanticTokens(template: Template): readonly Token[];
}

export function createLanguageService(parts: LanguageServiceParts): LanguageService {
  const catalogue = createCatalogue(parts.catalogue);
  const notes = noteIndex({
    topics,
    typeNames: catalogue.typeNames,
    propertyOwners: (name) => catalogue.propertyOwners(name),
  });
  const graphs = new WeakMap<Template, BootstrapGraph>();
  const graphOf = (template: Template): BootstrapGraph => {
    let graph = graphs.get(template);
    if (graph === undefined) {
      graph = bootstrapGraph(template);
      graphs.set(template, graph);
    }
    return graph;
  };
  const uses = (template: Template): readonly ScriptUse[] => scriptUses(graphOf(template));
  return {
    catalogue,
    notes,
    hover: (template, offset, request) =>
      hover(template, { ...request, catalogue, notes, scriptWord: () => undefined }, offset),
    diagnostics: (template, request) =>
      diagnosticsInSteps(template, { ...request, rules: RULES, catalogue, bootstrapGraph: graphOf }),
    definition: (template, offset) => definition(template, uses(template), offset),
    references: (template, offset, declared) => referencesAt(template, uses(template), offset, declared),
    renameTarget: (template, offset) => renameTarget(template, uses(template), offset),
    rename: (template, offset, newName) => rename(template, uses(template), offset, newName),
    symbols,
    folding,
    semanticTokens,
  };
}

/** Logical ids in scripts that certainly mean a resource of this template. */
function scriptUses(graph: BootstrapGraph): readonly ScriptUse[] {
  return graph.calls.flatMap((call) => {
    const { targets = [], targetSpan, owner } = call;
    const target = targets.length === 1 ? graph.resources.get(targets[0] ?? "")?.entry : undefined;
    return target === undefined || targetSpan === undefined
      ? []
      : [{ target, ...shifted(targetSpan, owner.entry.offset) }];
  });
}
