import samAccepted from "../../../../data/samAccepted.yaml";
import samValueKinds from "../../../../data/samValueKinds.yaml";
import type { EntryContent } from "../../../model/template.ts";
import { contentSpan, type Node, type ScalarNode, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { lazy } from "../../../text/lazy.ts";
import type { EntryRule, ReportAt } from "../../shared/rule.ts";
import { literalAt, literalText } from "../../shared/values/literals.ts";
import { checkConnectors } from "./connectors.ts";

/** Paths of keys with dots between them, by the kind of their values. */
type Kinds = ReturnType<typeof samValueKinds>["mapping"];

const tables = lazy(() => {
  const { resources, events, mapping } = samValueKinds();
  const { mapping: read } = samAccepted();
  return { resources, events: { ...events, ...Object.fromEntries(read.events.map((event) => [event, mapping])) } };
});

/**
 * A value that SAM refuses: a literal of another kind than it takes (SAM compares values as they are written, before CloudFormation
 * converts any), code that is not in S3, a tag that SAM sets itself, a connector that leads to nothing or that SAM does not have.
 */
export const samValue: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  check(entry, context) {
    const { report } = context;
    const { type, properties } = partOf(entry);
    if (entry.section === "Resources") checkConnectors(entry, context);
    if (!type.startsWith("AWS::Serverless::")) return;
    checkKinds(tables().resources[type], properties, report);
    for (const name of ["CodeUri", "ContentUri", "DefinitionUri"]) checkLocation(name, properties, report);
    const tags = valueAt(properties, "Tags");
    for (const { key } of tags?.kind === "map" ? tags.pairs : [])
      if (key.text === "lambda:createdBy") report(contentSpan(key), { message: "reserved-tag" });
    const events = valueAt(properties, "Events");
    for (const { value } of events?.kind === "map" ? events.pairs : [])
      checkKinds(tables().events[literalText(value, "Type") ?? ""], valueAt(value, "Properties"), report);
  },
};

/** Where code or a definition is: an object of S3. Packaging writes that in place of a local path, but not of another URL. */
function checkLocation(name: string, properties: Node | undefined, report: ReportAt): void {
  const node = literalAt(properties, name);
  if (node === undefined) return;
  if (/\{\{resolve:[^}]*\/[^}]*\}\}/.test(node.text)) report(contentSpan(node), { message: "dynamic", with: { name } });
  else if (
    /^[a-z][a-z\d+.-]*:\/\//i.test(node.text) &&
    !/^s3:\/\/[^/]+\/./.test(node.text) &&
    !/\$\{|\{\{/.test(node.text)
  )
    report(contentSpan(node), { message: "s3-uri", with: { name } });
}

function partOf({ section, name, value }: EntryContent): {
  readonly type: string;
  readonly properties: Node | undefined;
} {
  if (section === "Globals") return { type: `AWS::Serverless::${name}`, properties: value };
  return { type: typeNameOf(value) ?? "", properties: valueAt(value, "Properties") };
}

function checkKinds(kinds: Kinds = {}, properties: Node | undefined, report: ReportAt): void {
  for (const [kind, paths] of Object.entries(kinds) as [keyof Kinds, readonly string[]][])
    for (const path of paths) {
      const node = path.split(".").reduce(valueAt, properties);
      const newText = node?.kind === "scalar" && node.tag === undefined ? meantText(node, kind) : undefined;
      if (node === undefined || newText === undefined) continue;
      const span = contentSpan(node);
      report(span, {
        message: kind,
        with: { name: path.slice(path.lastIndexOf(".") + 1), path },
        data: {
          title: { en: `Change it to ${newText}`, ja: `${newText}に変更` },
          edits: [{ start: node.start, end: node.end, newText }],
          preferred: true,
        },
      });
    }
}

/** How a value of another kind is written as this one; `undefined` if it is of this kind, or not the other kind's. */
function meantText({ value, text }: ScalarNode, kind: keyof Kinds): string | undefined {
  if (kind === "string") return typeof value === "number" || typeof value === "boolean" ? `"${text}"` : undefined;
  const pattern = kind === "integer" ? /^\d+$/ : /^(?:true|false)$/;
  return typeof value === "string" && pattern.test(text) ? text : undefined;
}
