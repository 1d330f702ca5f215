import type { BootstrapRule, EntryRule, Rule, TemplateRule } from "./rule.ts";

/** The rules of a section that want to see an entry with this `Type`. */
export type RulesOfType = (type: string | undefined) => readonly EntryRule[];

const known = new WeakMap<readonly Rule[], Map<string, RulesOfType>>();

/** The entry rules among `rules` that are about a section; each is asked about those types only that it names. */
export function rulesFor(rules: readonly Rule[], section: string): RulesOfType {
  const sections = known.get(rules) ?? new Map<string, RulesOfType>();
  known.set(rules, sections);
  const ofSection = sections.get(section) ?? byType(rules, section);
  sections.set(section, ofSection);
  return ofSection;
}

type Selection<Chosen extends Rule> = (rules: readonly Rule[]) => readonly Chosen[];

export const bootstrapRulesIn: Selection<BootstrapRule> = selecting(
  (rule): rule is BootstrapRule => rule.scope === "bootstrap",
);
export const preparingRules: Selection<TemplateRule> = selecting(
  (rule): rule is TemplateRule => rule.scope === "template" && rule.prepare !== undefined,
);

/** Makes a choice among rules that gives the same list each time. */
function selecting<Chosen extends Rule>(isChosen: (rule: Rule) => rule is Chosen): Selection<Chosen> {
  const known = new WeakMap<readonly Rule[], readonly Chosen[]>();
  return (rules) => {
    const chosen = known.get(rules) ?? rules.filter(isChosen);
    known.set(rules, chosen);
    return chosen;
  };
}

function byType(rules: readonly Rule[], section: string): RulesOfType {
  const own = rules.filter((rule) => rule.scope === "entry").filter(({ sections }) => sections.includes(section));
  const general = own.filter(({ types }) => types === undefined);
  const named = new Set(own.flatMap(({ types }) => types ?? []));
  const chosen = new Map<string, readonly EntryRule[]>();
  return (type) => {
    if (type === undefined || !named.has(type)) return general;
    const ofType = chosen.get(type) ?? own.filter(({ types }) => types === undefined || types.includes(type));
    chosen.set(type, ofType);
    return ofType;
  };
}
