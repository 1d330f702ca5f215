import pages from "../**/*.md";
import { bootstrapRules } from "../bootstrap/bootstrapRules.ts";
import { functionsRules } from "../functions/functionsRules.ts";
import { lifecycleRules } from "../lifecycle/lifecycleRules.ts";
import { parametersRules } from "../parameters/parametersRules.ts";
import { referencesRules } from "../references/referencesRules.ts";
import { schemaRules } from "../schema/schemaRules.ts";
import { securityRules } from "../security/securityRules.ts";
import { servicesRules } from "../services/servicesRules.ts";
import { templateRules } from "../template/templateRules.ts";
import type { BareRule, Rule, RulePage } from "./rule.ts";

/** What a rule is about; each category is a folder beside this one. */
export type Category =
  | "template"
  | "parameters"
  | "references"
  | "functions"
  | "schema"
  | "services"
  | "security"
  | "lifecycle"
  | "bootstrap";

/** The pages of all rules, and of the codes of syntax errors, by code. */
export const RULE_PAGES: Readonly<Record<string, RulePage>> = pages() as Readonly<Record<string, RulePage>>;

/** In the order in which they are listed. */
export const CATEGORIES: Readonly<Record<Category, readonly Rule[]>> = {
  template: withPages(templateRules),
  parameters: withPages(parametersRules),
  references: withPages(referencesRules),
  functions: withPages(functionsRules),
  schema: withPages(schemaRules),
  services: withPages(servicesRules),
  security: withPages(securityRules),
  lifecycle: withPages(lifecycleRules),
  bootstrap: withPages(bootstrapRules),
};

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
