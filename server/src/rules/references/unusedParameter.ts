import type { TemplateRule } from "../shared/rule.ts";
import { unusedEntries } from "./unusedEntries.ts";

/** A parameter that nothing refers to. */
export const unusedParameter: TemplateRule = unusedEntries("Parameters", ({ names }, name) => names.has(name));
