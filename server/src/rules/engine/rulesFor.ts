import type { BootstrapRule, EntryRule, ResourceRule, Rule } from "./rule.ts";

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

const onBootstrapping = new WeakMap<readonly Rule[], readonly (BootstrapRule | ResourceRule)[]>();

/** The rules on bootstrapping among `rules`: the same list each time. */
export function bootstrapRulesIn(rules: readonly Rule[]): readonly (BootstrapRule | ResourceRule)[] {
  let chosen = onBootstrapping.get(rules);
  if (chosen === undefined) {
    chosen = rules.filter((rule) => rule.scope === "bootstrap" || rule.scope === "resource");
    onBootstrapping.set(rules, chosen);
  }
  return chosen;
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
