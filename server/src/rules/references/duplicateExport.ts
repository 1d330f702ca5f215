import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { madeEntries } from "../../model/references/expandedLoops.ts";
import type { Entry } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { contentSpan, valueAt } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import { composedText, usualText } from "../shared/resolving/composedText.ts";
import type { TemplateRule } from "../shared/rule.ts";

/**
 * Two outputs of a template with the same export name, which must be unique in an account and region; a resource that imports
 * what the template itself exports.
 */
export const duplicateExport: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const first = new Map<string, Exported>();
    const usual = new Map<string, Exported>();
    const exports = exporting(template, "Outputs").flatMap(({ entry, found }) =>
      found.map((one) => ({ ...one, entry })),
    );
    for (const { entry, name, text, span } of exports) {
      const byDefault = usualText(text, template.declarations);
      const same = first.get(text);
      const earlier = same ?? usual.get(byDefault);
      if (same === undefined) first.set(text, { entry, name, span });
      if (earlier === undefined) {
        usual.set(byDefault, { entry, name, span });
        continue;
      }
      report(entry, span, {
        message: "exported-twice",
        with: { name: earlier.name, text: same === undefined ? byDefault : text },
        related: [{ entry: earlier.entry, span: earlier.span, message: "first" }],
        ...(same === undefined && { before: BY_DEFAULT, severity: "warning" }),
      });
    }
    if (first.size === 0) return;
    for (const { entry, found } of importing(template, "Resources")) {
      for (const { node, text } of found) {
        const own = first.get(text);
        if (own === undefined) continue;
        report(entry, node, { message: "own-export", with: { text, name: own.name } });
      }
    }
  },
};

interface Exported {
  readonly entry: Entry;
  readonly name: string;
  readonly span: Span;
}

/** The export names that resources import, if they are known. */
const importing = searchEntries((entry) => {
  const found = callSites(entry).flatMap(({ call }) => {
    const text = call.name === "Fn::ImportValue" ? composedText(call.argument) : undefined;
    return text === undefined || text.includes("Fn::") ? [] : [{ node: call, text }];
  });
  return found.length === 0 ? undefined : found;
});

/** Outputs that exclude each other by conditions may share a name. What a loop makes is told by its own name. */
const exporting = searchEntries((entry) => {
  const made = isLoopKey(entry.name) ? madeEntries(entry) : [entry];
  return made.flatMap(({ name, value }) => {
    const node = valueAt(valueAt(value, "Export"), "Name");
    const text = node && composedText(node);
    if (node === undefined || !text || text.includes("Fn::If") || valueAt(value, "Condition") !== undefined) return [];
    // In Fn::Sub its text is reported, if there is one.
    const inner = node.kind === "call" && node.name === "Fn::Sub" ? node.argument : node;
    return [{ name, text, span: inner.kind === "scalar" ? contentSpan(inner) : node }];
  });
});
