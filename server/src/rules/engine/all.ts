import pages from "../**/*.md";
import lists from "../**/*.rule";
import type { BareRule, Rule, RulePage } from "../shared/rule.ts";
import { CATEGORY_NAMES } from "./categories.ts";

export type Category = (typeof CATEGORY_NAMES)[number];

/** The pages of all rules, and of the codes of syntax errors, by code. */
export const RULE_PAGES: Readonly<Record<string, RulePage>> = pages() as Readonly<Record<string, RulePage>>;

export const CATEGORIES = Object.fromEntries(
  CATEGORY_NAMES.map((category) => [category, withPages(lists[category] as Readonly<Record<string, BareRule>>)]),
) as Readonly<Record<Category, readonly Rule[]>>;

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = Object.values(CATEGORIES).flat();

const categories = new Map(
  Object.entries(CATEGORIES).flatMap(([category, rules]) => rules.map(({ code }) => [code, category as Category])),
);

/** Rules by their names, each with its code and what its page says. */
function withPages(rules: Readonly<Record<string, BareRule>>): readonly Rule[] {
  return Object.entries(rules).map(([name, rule]) => {
    const code = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const page = RULE_PAGES[code];
    if (page === undefined) throw new Error(`No page beside a rule begins with “# ${code}”.`);
    return { ...page, ...rule, code };
  });
}

/** The category of a rule by its code; `undefined` for codes that are no rule's. */
export function categoryOf(code: string): Category | undefined {
  return categories.get(code);
}
