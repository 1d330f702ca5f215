import type { EntryContent } from "../../model/template.ts";
import { listItems, type Node, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { schemaAnswer } from "../shared/answer.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { typeOf } from "../shared/links/samGlobals.ts";
import type { EntryContext, EntryRule } from "../shared/rule.ts";
import { formatProblem } from "../shared/values/formatProblem.ts";
import { type NumberRead, numberRead } from "../shared/values/numberRead.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";

/**
 * An unquoted number in the place of a text that arrives as another text: CloudFormation makes a number of it, and a
 * text of that number.
 */
export const yamlNumber: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Parameters", "Mappings", "Outputs"],
  check(entry, context) {
    if (context.format !== "yaml") return;
    if (entry.section === "Parameters") checkParameter(entry, context);
    else if (entry.section === "Mappings") checkMapping(entry.value, entry.name, context);
    else if (entry.section === "Outputs") checkText(valueAt(entry.value, "Value"), "Value", entry.name, context);
    else {
      const { literals } = valueSites(entry, context.catalogue);
      // An indexed loop, as every value is visited: see “Code that runs cold” in docs/performance.md.
      for (let index = 0; index < literals.length; index++) checkProperty(literals[index] as ValueSite, entry, context);
    }
  },
};

function checkProperty({ node, type, key, property }: ValueSite, entry: EntryContent, context: EntryContext): void {
  if (node.kind !== "scalar" || type.kind !== "string") return;
  const read = numberRead(node);
  const name = key?.text ?? "";
  if (read === undefined || !matters(read, name)) return;
  const problem = formatProblem(node.text, type) === undefined ? formatProblem(read.arrives, type) : undefined;
  const says = problem && schemaAnswer(problem.miss, property, typeOf(entry));
  const fails = problem && {
    en: `, but it ${problem.en}${says?.en ?? ""}`,
    ja: `（${problem.ja}${says?.ja ?? ""}）`,
  };
  reportRead(node, read, name, context, fails);
}

/** A parameter gives its text to whatever refers to it; one that is a number is one however it is written. */
function checkParameter({ name, value }: EntryContent, context: EntryContext): void {
  if (/^(?:Number|List<Number>)$/.test(typeNameOf(value) ?? "")) return;
  checkText(valueAt(value, "Default"), "Default", name, context);
  const allowed = valueAt(value, "AllowedValues");
  for (const item of listItems(allowed)) checkText(item, "AllowedValues", name, context);
}

/** A mapping's values may be numbers: only a zero in front says that one is not. */
function checkMapping(node: Node, key: string, context: EntryContext): void {
  if (node.kind === "map") {
    for (const { key, value, merged } of node.pairs) if (!merged) checkMapping(value, key.text, context);
  } else if (node.kind === "list") for (const item of node.items) checkMapping(item, key, context);
  else if (node.kind === "scalar") {
    const read = numberRead(node);
    if (read?.isPadded === true) reportRead(node, read, key, context);
  }
}

function checkText(node: Node | undefined, key: string, meaning: string, context: EntryContext): void {
  const read = node?.kind === "scalar" ? numberRead(node) : undefined;
  if (node?.kind === "scalar" && read !== undefined && matters(read, meaning)) reportRead(node, read, key, context);
}

/** A price stays the same without the zeros at its end; a version is another one. */
function matters({ form, isPadded }: NumberRead, name: string): boolean {
  return form !== "decimal" || isPadded || /version/i.test(name);
}

function reportRead(
  node: ScalarNode,
  { arrives, form }: NumberRead,
  key: string,
  { report }: EntryContext,
  fails?: Localised,
): void {
  const quoted = `"${node.text}"`;
  report(node, {
    message: "read-as-number",
    with: { value: node.text, as: READ_AS[form], key, arrives, fails: fails ?? "", quoted },
    severity: fails === undefined ? undefined : "error",
    data: { ...replacement(node, quoted), safe: true },
  });
}

const READ_AS: Readonly<Record<NumberRead["form"], Localised>> = {
  octal: { en: "an octal number", ja: "8進数" },
  exponent: { en: "a number with an exponent", ja: "指数表記の数値" },
  decimal: { en: "a number", ja: "数値" },
};
