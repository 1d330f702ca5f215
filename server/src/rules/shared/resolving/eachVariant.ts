import type { EntryContent } from "../../../model/template.ts";
import type { MapNode } from "../../../model/tree/node.ts";
import type { EntryContext, ReportAt } from "../rule.ts";
import type { Assumption } from "./callSites.ts";
import { objectVariants } from "./objectVariants.ts";
import { resolvedMap } from "./resolvedValue.ts";

/**
 * Checks an object as it is written, then in its variants by parameters and conditions. A place is reported once for
 * these, as a warning that says when it is so; what is only a warning as it is written is not reported again.
 *
 * @param assumptions of the branches of `Fn::If` that the object is in
 */
export function eachVariant(
  written: MapNode,
  entry: EntryContent,
  context: EntryContext,
  check: (map: MapNode, report: ReportAt) => void,
  assumptions: readonly Assumption[] = [],
): void {
  const told = new Set<number>();
  const map = resolvedMap(written, { declarations: context.declarations, isUsual: false });
  check(map, (span, found) => {
    told.add(span.start);
    context.report(span, found);
  });
  for (const { map: variant, when } of objectVariants(map, entry, context.declarations, assumptions))
    check(variant, (span, { data, ...found }) => {
      if (told.has(span.start) || found.severity === "warning") return;
      told.add(span.start);
      context.report(span, { ...found, before: when, severity: "warning" });
    });
}
