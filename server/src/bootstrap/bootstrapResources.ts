import { entriesOf, type Template } from "../model/template.ts";
import type { BootstrapResource } from "./graphTypes.ts";
import { resourceSummary } from "./resourceSummary.ts";

/** All resources of a template by logical id. Those that take no part in bootstrapping are looked up when somebody asks for one. */
export class BootstrapResources {
  readonly #template: Template;
  readonly #active: ReadonlyMap<string, BootstrapResource>;
  #all: ReadonlyMap<string, BootstrapResource> | undefined;

  constructor(template: Template, active: readonly BootstrapResource[]) {
    this.#template = template;
    this.#active = new Map(active.map((resource) => [resource.id, resource]));
  }

  get(id: string): BootstrapResource | undefined {
    return this.#active.get(id) ?? (this.has(id) ? this.#everything().get(id) : undefined);
  }

  has(id: string): boolean {
    return this.#active.has(id) || this.#template.declarations.resources.has(id);
  }

  keys(): MapIterator<string> {
    return this.#template.declarations.resources.keys();
  }

  values(): MapIterator<BootstrapResource> {
    return this.#everything().values();
  }

  #everything(): ReadonlyMap<string, BootstrapResource> {
    this.#all ??= new Map(
      entriesOf(this.#template, "Resources").map((entry) => {
        const id = entry.name;
        return [id, this.#active.get(id) ?? { id, entry, summary: resourceSummary(entry), runners: [], runs: [] }];
      }),
    );
    return this.#all;
  }
}
