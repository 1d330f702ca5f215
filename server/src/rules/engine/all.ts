import { bootstrapRules } from "../bootstrap/bootstrapRules.ts";
import { functionsRules } from "../functions/functionsRules.ts";
import { lifecycleRules } from "../lifecycle/lifecycleRules.ts";
import { parametersRules } from "../parameters/parametersRules.ts";
import { referencesRules } from "../references/referencesRules.ts";
import { schemaRules } from "../schema/schemaRules.ts";
import { securityRules } from "../security/securityRules.ts";
import { servicesRules } from "../services/servicesRules.ts";
import { templateRules } from "../template/templateRules.ts";
import type { Rule } from "./rule.ts";

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

/** In the order in which they are listed. */
export const CATEGORIES: Readonly<Record<Category, readonly Rule[]>> = {
  template: templateRules,
  parameters: parametersRules,
  references: referencesRules,
  functions: functionsRules,
  schema: schemaRules,
  services: servicesRules,
  security: securityRules,
  lifecycle: lifecycleRules,
  bootstrap: bootstrapRules,
};

/** All rules, in the order in which they run. */
export const RULES: readonly Rule[] = Object.values(CATEGORIES).flat();

const categories = new Map(
  Object.entries(CATEGORIES).flatMap(([category, rules]) => rules.map(({ code }) => [code, category as Category])),
);

/** The category of a rule by its code; `undefined` for codes that are no rule's. */
export function categoryOf(code: string): Category | undefined {
  return categories.get(code);
}
