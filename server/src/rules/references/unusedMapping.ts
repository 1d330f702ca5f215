import type { TemplateRule } from "../shared/rule.ts";
import { unusedEntries } from "./unusedEntries.ts";

/** A mapping that no `Fn::FindInMap` reads. */
export const unusedMapping: TemplateRule = unusedEntries(
  "Mappings",
  (used, name) => used.mappings.has(name) || used.anyMapping(),
);
