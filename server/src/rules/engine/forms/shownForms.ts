import type { Entry, Template } from "../../../model/template.ts";
import type { Assumption } from "../../shared/resolving/callSites.ts";
import {
  type AssumedTemplate,
  assumedTemplate,
  assumptionNames,
  casesOfTemplate,
  hasCases,
} from "./assumedTemplates.ts";
import { resolvedTemplates } from "./resolvedTemplates.ts";

/** A form in which rules are shown a template. */
export interface ShownForm {
  readonly name: string;
  readonly template: Template;
  readonly assumptions: readonly Assumption[];
  writtenOf(shown: Entry): Entry;
}

// No condition has such a name.
export const CERTAIN = "";
export const USUAL = "?";

/** The forms for `isResolved` rules. A class, and no object with accessors: see “Code that runs cold” in docs/performance.md. */
export class ShownForms {
  readonly certain: ShownForm;
  /** By the defaults of parameters, if that differs. */
  readonly usual: ShownForm | undefined;
  readonly #writtenOf: (shown: Entry) => Entry;
  readonly #byName = new Map<string, ShownForm>();
  #cases: readonly ShownForm[] | undefined;

  constructor(template: Template) {
    const { certain, usual, written } = resolvedTemplates(template);
    const writtenOf = (shown: Entry): Entry => written.get(shown) ?? shown;
    this.certain = { name: CERTAIN, template: certain, assumptions: [], writtenOf };
    this.usual = usual === certain ? undefined : { name: USUAL, template: usual, assumptions: [], writtenOf };
    this.#writtenOf = writtenOf;
  }

  /** Whether there are others than the certain one. */
  get haveCases(): boolean {
    return this.usual !== undefined || hasCases(this.certain.template);
  }

  /** A few cases that have all that conditions may choose. */
  get cases(): readonly ShownForm[] {
    this.#cases ??= casesOfTemplate(this.certain.template).map((assumed) => this.#formOf(assumed));
    return this.#cases;
  }

  /** Identifies those. */
  get assumptions(): string {
    return this.cases.map(({ name }) => name).join(",");
  }

  formWhere(assumptions: readonly Assumption[]): ShownForm {
    const name = assumptionNames(assumptions);
    const form = this.#byName.get(name) ?? this.#formOf(assumedTemplate(this.certain.template, assumptions));
    this.#byName.set(name, form);
    return form;
  }

  #formOf({ assumptions, template, givenOf }: AssumedTemplate): ShownForm {
    const writtenOf = this.#writtenOf;
    return {
      name: assumptionNames(assumptions),
      template,
      assumptions,
      writtenOf: (shown) => writtenOf(givenOf.get(shown) ?? shown),
    };
  }
}
