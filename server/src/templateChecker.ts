import type { CatalogueData } from "./catalogue/types/packed.ts";
import { type Diagnostic, type DiagnosticsContext, diagnosticsInSteps } from "./features/diagnostics.ts";
import type { Template } from "./model/template.ts";
import { RULES } from "./rules/engine/all.ts";
import { type TemplateKnowledge, templateKnowledge } from "./templateKnowledge.ts";

export type DiagnosticsRequest = Omit<DiagnosticsContext, "rules" | "catalogue" | "bootstrapGraph">;

/** Finds mistakes in templates. It brings all rules, and is loaded with the first check. */
export interface TemplateChecker {
  /** In steps of at most a few milliseconds each; the last one returns all diagnostics. */
  diagnostics(template: Template, request: DiagnosticsRequest): Generator<void, readonly Diagnostic[]>;
}

export function createTemplateChecker(data: CatalogueData): TemplateChecker {
  return templateChecker(templateKnowledge(data));
}

export function templateChecker({ catalogue, bootstrapGraph }: TemplateKnowledge): TemplateChecker {
  return {
    diagnostics: (template, request) =>
      diagnosticsInSteps(template, { ...request, rules: RULES, catalogue, bootstrapGraph }),
  };
}
