import { bootstrapGraph } from "./bootstrap/bootstrapGraph.ts";
import type { BootstrapGraph } from "./bootstrap/graphTypes.ts";
import { createCatalogue } from "./catalogue/createCatalogue.ts";
import type { Catalogue } from "./catalogue/types/catalogue.ts";
import type { CatalogueData } from "./catalogue/types/packed.ts";
import { Memo } from "./model/incremental/memo.ts";
import type { Template } from "./model/template.ts";

/** Knowledge of templates, on which all features are built. */
export interface TemplateKnowledge {
  readonly catalogue: Catalogue;
  bootstrapGraph(template: Template): BootstrapGraph;
}

export function templateKnowledge(data: CatalogueData): TemplateKnowledge {
  const graphs = new Memo<BootstrapGraph>();
  return {
    catalogue: createCatalogue(data),
    bootstrapGraph: (template) => graphs.of(template, () => bootstrapGraph(template)),
  };
}
