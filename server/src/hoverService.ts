import { scriptedEntryAt, scriptWordAt } from "./bootstrap/places/scriptWordText.ts";
import type { Catalogue, ObjectType } from "./catalogue/types/catalogue.ts";
import { pathTo, valuesAt } from "./catalogue/values/valuesAt.ts";
import { type Hover, type HoverRequest, type HoverSources, hover } from "./features/hover.ts";
import { entryNamedAt } from "./features/navigation.ts";
import type { Template } from "./model/template.ts";
import type { NoteCatalogue } from "./notes/binding/vocabulary.ts";
import { type NoteIndex, noteIndex } from "./notes/noteIndex.ts";
import { topics } from "./notes/topics/all.ts";
import type { TemplateKnowledge } from "./templateKnowledge.ts";

/** Knowledge of templates and the notes: all that a hover needs. */
export interface HoverService extends TemplateKnowledge {
  readonly notes: NoteIndex;
  hover(template: Template, offset: number, request: HoverRequest): Hover | undefined;
}

/** Adds the notes and the hover. */
export function hoverService(knowledge: TemplateKnowledge): HoverService {
  const { catalogue, bootstrapGraph } = knowledge;
  const notes = noteIndex({ topics, catalogue: noteCatalogue(catalogue) });
  const sources: HoverSources = {
    catalogue,
    notes,
    entryNamedAt,
    scriptWord: (template, focus, offset, language) => {
      const entry = scriptedEntryAt(focus, offset);
      return entry && scriptWordAt(bootstrapGraph(template), entry, offset)?.text[language];
    },
  };
  return { ...knowledge, notes, hover: (template, offset, request) => hover(template, offset, request, sources) };
}

/** The part of the catalogue that the notes ask. */
export function noteCatalogue(catalogue: Catalogue): NoteCatalogue {
  const rootOf = (type: string | undefined): ObjectType | undefined =>
    type === undefined ? catalogue.resourceBody(undefined) : catalogue.resourceType(type)?.properties;
  return {
    typeNames: catalogue.typeNames,
    propertyNames: () => catalogue.propertyNames(),
    propertyOwners: (name, prefix) => catalogue.propertyOwners(name, undefined, prefix),
    valuesAt: (type, path) => {
      const root = rootOf(type);
      return root && valuesAt(root, path);
    },
    pathTo: (type, path, name) => {
      const root = rootOf(type);
      return root && pathTo(root, path, name);
    },
    metricNames: () => new Set([...catalogue.metrics.values()].flat()),
  };
}
