import type { EntryContent } from "../../../model/template.ts";
import { type ListNode, type MapNode, valueAt } from "../../../model/tree/node.ts";
import type { Span } from "../../../text/span.ts";
import type { EntryContext, Report, ReportAt } from "../rule.ts";
import { areOpposite, BY_DEFAULT, type When, whereIs } from "./assumedCases.ts";
import type { Assumption } from "./callSites.ts";
import { objectVariants } from "./objectVariants.ts";
import { resolvedPart } from "./resolvedValue.ts";

/**
 * Checks an object or a list as it is written, then in its variants by parameters and conditions. A place is reported once for
 * these, as a warning that says when it is so, unless it is so whether a condition holds or not.
 *
 * @param assumptions of the branches of `Fn::If` that it is in
 */
export function eachVariant<Part extends MapNode | ListNode>(
  written: Part,
  entry: EntryContent,
  context: EntryContext,
  check: (part: Part, report: ReportAt) => void,
  assumptions: readonly Assumption[] = [],
): void {
  const told = new Set<number>();
  const part = resolvedPart(written, { declarations: context.declarations, isUsual: false });
  check(part, (span, found) => {
    told.add(span.start);
    context.report(span, found);
  });
  const found = objectVariants(part, entry, context.declarations, assumptions).map(({ part: variant, when }) => {
    const reports: { readonly span: Span; readonly found: Report }[] = [];
    check(variant, (span, one) => {
      if (!told.has(span.start)) reports.push({ span, found: one });
    });
    return { when, reports };
  });
  // What is so whether a condition holds or not is certain.
  const isCertain = (when: When, text: string): boolean =>
    found.some((other) => areOpposite(other.when, when) && other.reports.some((more) => saying(more.found) === text));
  const said = new Set<string>();
  for (const isSure of [true, false])
    for (const { when, reports } of found)
      for (const { span, found: one } of reports) {
        const { data, ...report } = one;
        const text = saying(one);
        if (told.has(span.start) || said.has(text) || isCertain(when, text) !== isSure) continue;
        told.add(span.start);
        if (isSure) said.add(text);
        const before = when === "usual" ? BY_DEFAULT : whereIs(when);
        context.report(span, isSure ? report : { ...report, before, severity: "warning" });
      }
}

/** The same for an object in which most often no function gives any of the values that count. */
export function eachVariantOf(
  names: readonly string[],
  written: MapNode,
  entry: EntryContent,
  context: EntryContext,
  check: (map: MapNode, report: ReportAt) => void,
  assumptions: readonly Assumption[],
): void {
  if (names.some((name) => valueAt(written, name)?.kind === "call"))
    eachVariant(written, entry, context, check, assumptions);
  else check(written, context.report);
}

function saying(report: Report): string {
  return "en" in report ? report.en : JSON.stringify([report.message, report.with]);
}
