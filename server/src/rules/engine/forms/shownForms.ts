import type { Entry, Template } from "../../../model/template.ts";
import { lazy } from "../../../text/lazy.ts";
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

/** The forms for `isResolved` rules. */
export interface ShownForms {
  readonly certain: ShownForm;
  /** Whether there are others. */
  readonly haveCases: boolean;
  /** By the defaults of parameters, if that differs. */
  readonly usual: ShownForm | undefined;
  /** A few cases that have all that conditions may choose. */
  readonly cases: readonly ShownForm[];
  /** Identifies those. */
  readonly assumptions: string;
  formWhere(assumptions: readonly Assumption[]): ShownForm;
}

export function shownForms(template: Template): ShownForms {
  const { certain, usual, written } = resolvedTemplates(template);
  const writtenOf = (shown: Entry): Entry => written.get(shown) ?? shown;
  const formOf = ({ assumptions, template: assumed, givenOf }: AssumedTemplate): ShownForm => ({
    name: assumptionNames(assumptions),
    template: assumed,
    assumptions,
    writtenOf: (shown) => writtenOf(givenOf.get(shown) ?? shown),
  });
  const byName = new Map<string, ShownForm>();
  const cases = lazy(() => casesOfTemplate(certain).map(formOf));
  return {
    certain: { name: CERTAIN, template: certain, assumptions: [], writtenOf },
    usual: usual === certain ? undefined : { name: USUAL, template: usual, assumptions: [], writtenOf },
    get haveCases() {
      return usual !== certain || hasCases(certain);
    },
    get cases() {
      return cases();
    },
    get assumptions() {
      return cases()
        .map(({ name }) => name)
        .join(",");
    },
    formWhere(assumptions) {
      const name = assumptionNames(assumptions);
      const form = byName.get(name) ?? formOf(assumedTemplate(certain, assumptions));
      byName.set(name, form);
      return form;
    },
  };
}
