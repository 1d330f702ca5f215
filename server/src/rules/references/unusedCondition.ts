import type { TemplateRule } from "../shared/rule.ts";
import { unusedEntries } from "./unusedEntries.ts";

/** A condition that no resource, output, `Fn::If` or other condition uses. */
export const unusedCondition: TemplateRule = unusedEntries("Conditions", ({ conditions }, name) =>
  conditions.has(name),
);
