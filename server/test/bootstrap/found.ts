import { bootstrapGraph } from "../../src/bootstrap/bootstrapGraph.ts";
import type { BootstrapGraph } from "../../src/bootstrap/graphTypes.ts";
import type { Catalogue } from "../../src/catalogue/types/catalogue.ts";
import { parse } from "../../src/model/reading/parse.ts";
import type { Entry, Template } from "../../src/model/template.ts";
import { CATEGORIES } from "../../src/rules/engine/all.ts";
import { findingOf } from "../../src/rules/engine/finding.ts";
import type { FixData, Report } from "../../src/rules/shared/rule.ts";
import type { Span } from "../../src/text/span.ts";

export interface Found {
  readonly code: string;
  readonly severity: string;
  readonly span: Span;
  readonly message: string;
  readonly fix: FixData | undefined;
  /** The text after the fix; `undefined` without one. */
  readonly fixed: string | undefined;
}

/** What the bootstrap rules find in a template, in the order of the text. */
export function findings(text: string): Found[] {
  const template = parse(text);
  const graph = bootstrapGraph(template);
  const found: Found[] = [];
  for (const rule of CATEGORIES.bootstrap) {
    const report = (entry: Entry | undefined, span: Span, reported: Report): void => {
      const { code, severity, message, data } = findingOf(rule, span, reported);
      const offset = entry?.offset ?? 0;
      const edits = (data?.edits ?? []).map((edit) => {
        const by = (edit.entry ?? entry)?.offset ?? 0;
        return { start: edit.start + by, end: edit.end + by, newText: edit.newText };
      });
      found.push({
        code,
        severity,
        span: { start: span.start + offset, end: span.end + offset },
        message: message.en,
        fix: data,
        fixed: edits.length > 0 ? applied(text, edits) : undefined,
      });
    };
    if (rule.scope === "bootstrap") rule.check({ ...graph, report });
    else if (rule.scope === "resource")
      for (const { entry, summary } of graph.active)
        rule.check(summary, { report: (span, found) => report(entry, span, found) });
    else if (rule.scope === "template")
      rule.check(template, {
        // No bootstrap rule asks the catalogue.
        catalogue: undefined as unknown as Catalogue,
        today: "2026-11-24",
        childDeclarations: () => undefined,
        isMissing: () => false,
        exportedElsewhere: () => undefined,
        regions: [],
        bootstrap: () => graph,
        report,
      });
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.code.localeCompare(b.code));
}

function applied(text: string, edits: readonly (Span & { newText: string })[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

export function graphOf(text: string): { template: Template; graph: BootstrapGraph } {
  const template = parse(text);
  return { template, graph: bootstrapGraph(template) };
}
