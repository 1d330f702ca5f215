import { bootstrapGraph } from "./bootstrap/bootstrapGraph.ts";
import type { BootstrapGraph } from "./bootstrap/graphTypes.ts";
import { createCatalogue } from "./catalogue/createCatalogue.ts";
import type { Catalogue } from "./catalogue/types/catalogue.ts";
import type { CatalogueData } from "./catalogue/types/packed.ts";
import { type Diagnostic, type DiagnosticsContext, diagnosticsInSteps } from "./features/diagnostics.ts";
import { Memo } from "./model/incremental/memo.ts";
import type { Template } from "./model/template.ts";
import { RULES } from "./rules/engine/all.ts";

export type DiagnosticsRequest = Omit<DiagnosticsContext, "rules" | "catalogue" | "bootstrapGraph">;

/** What finds mistakes in templates. It is loaded before all that answers questions, and needs nothing of that. */
export interface TemplateChecker {
  readonly catalogue: Catalogue;
  bootstrapGraph(template: Template): BootstrapGraph;
  /** In steps of at most a few milliseconds each; the last one returns all diagnostics. */
  diagnostics(template: Template, request: DiagnosticsRequest): Generator<void, readonly Diagnostic[]>;
}

export function createTemplateChecker(data: CatalogueData): TemplateChecker {
  const catalogue = createCatalogue(data);
  const graphs = new Memo<BootstrapGraph>();
  const graphOf = (template: Template): BootstrapGraph => graphs.of(template, () => bootstrapGraph(template));
  return {
    catalogue,
    bootstrapGraph: graphOf,
    diagnostics: (template, request) =>
      diagnosticsInSteps(template, { ...request, rules: RULES, catalogue, bootstrapGraph: graphOf }),
  };
}
