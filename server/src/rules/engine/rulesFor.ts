import { memoBy } from "../../text/memoBy.ts";
import type {
  BootstrapRule,
  Described,
  EntryRule,
  ResourceRule,
  Rule,
  SectionRule,
  TemplateRule,
} from "../shared/rule.ts";

/**
 * A rule as the engine calls it. All have one shape: V8 looks up each property anew in objects of as many shapes as
 * there are rules.
 */
export interface AskedRule {
  readonly rule: Described<EntryRule>;
  readonly check: EntryRule["check"];
  readonly isResolved: boolean;
}

/** The same for a rule that looks at the whole template. */
export interface AskedWholeRule {
  readonly rule: Described<SectionRule | TemplateRule>;
  readonly check: TemplateRule["check"];
  readonly isResolved: boolean;
}

/** The rules of a section that look at an entry with this `Type`. */
export type RulesOfType = (type: string | undefined) => readonly AskedRule[];

const rulesOf = memoBy((_rules: readonly Rule[]) => new Map<string, RulesOfType>());

/** The entry rules among `rules` for a section; each is asked only about the types that it names. */
export function rulesFor(rules: readonly Rule[], section: string): RulesOfType {
  const sections = rulesOf(rules);
  const ofSection = sections.get(section) ?? rulesByType(rules, section);
  sections.set(section, ofSection);
  return ofSection;
}

/** The rules on bootstrapping among `rules`: the same list for the same `rules`. */
export const bootstrapRulesIn: (rules: readonly Rule[]) => readonly Described<BootstrapRule | ResourceRule>[] = memoBy(
  (rules) => rules.filter((rule) => rule.scope === "bootstrap" || rule.scope === "resource"),
);

/** The rules on the whole template among `rules`: the same list for the same `rules`. */
export const wholeRulesIn: (rules: readonly Rule[]) => readonly AskedWholeRule[] = memoBy((rules) =>
  rules
    .filter((rule) => rule.scope === "template" || rule.scope === "sections")
    .map((rule) => ({
      rule,
      check: rule.check,
      isResolved: rule.scope === "template" && rule.isResolved === true,
    })),
);

function rulesByType(rules: readonly Rule[], section: string): RulesOfType {
  const own = rules
    .filter((rule) => rule.scope === "entry")
    .filter(({ sections }) => sections?.includes(section) ?? section === "Resources")
    .map((rule): AskedRule => ({ rule, check: rule.check, isResolved: rule.isResolved === true }));
  const general = own.filter(({ rule: { types } }) => types === undefined || section !== "Resources");
  const named = new Set(own.flatMap(({ rule: { types } }) => types ?? []));
  const chosen = new Map<string, readonly AskedRule[]>();
  return (type) => {
    if (type === undefined || !named.has(type)) return general;
    const ofType = chosen.get(type) ?? own.filter(({ rule: { types } }) => types === undefined || types.includes(type));
    chosen.set(type, ofType);
    return ofType;
  };
}
