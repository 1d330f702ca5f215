import type { EntryContent } from "../../model/template.ts";
import { type CallNode, type Node, type ScalarNode, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { scalarSource } from "../../model/yaml/scalarSource.ts";
import { entryIndentUnit, indentAt } from "../shared/fixes/keyEdit.ts";
import type { EntryContext, EntryRule, FixData } from "../shared/rule.ts";

/** `${Name}` of a parameter, resource or pseudo parameter in a string outside `Fn::Sub`: it is passed on as written. */
export const missingSub: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs"],
  check(entry, context) {
    const { declarations } = context;
    if (declarations.open || entry.name.startsWith("Fn::") || !entry.unit.text.includes("${")) return;
    const parts = entry.section === "Resources" ? ["Properties", "Metadata"] : ["Value", "Export"];
    const keys: string[] = [];
    for (const part of parts) {
      const node = valueAt(entry.value, part);
      if (node !== undefined) walk(node, undefined);
    }

    function walk(node: Node, outer: CallNode | undefined): void {
      if (node.kind === "scalar") {
        if (node.text.includes("${")) checkScalar(node, entry, outer, keys, context);
      } else if (node.kind === "list") for (const item of node.items) walk(item, outer);
      else if (node.kind === "map") {
        // An indexed loop, as every node is visited: see “Code that runs cold” in docs/performance.md.
        for (let index = 0; index < node.pairs.length; index++) {
          const pair = node.pairs[index];
          if (pair === undefined || pair.merged) continue;
          keys.push(pair.key.text);
          walk(pair.value, outer);
          keys.pop();
        }
      } else if (node.name === "Fn::Sub") {
        if (node.argument.kind === "list") for (const item of node.argument.items.slice(1)) walk(item, node);
      }
      // `!Fn::Sub` is reported as such.
      else if (node.name !== "!Fn::Sub") walk(node.argument, node);
    }
  },
};

const ADD_SUB = { en: "Add Sub", ja: "Subを付ける" };

/** Properties whose text may use `${…}` for another language, or hold a whole template. */
const FOREIGN =
  /^(?:UserData|ZipFile|InlineCode|BuildSpec|Definition|DefinitionString|DefinitionBody|Body|TemplateBody|(?:Request|Response)(?:MappingTemplate|Templates)|FunctionCode|Code|[Cc]ontent|[Cc]ommands?|test|DashboardBody|Query(?:String)?|Template|[Ss]cript|Document|Variables|InputTemplate|LogFormat|Format|Rules|Policy|runCommand)$/;

function checkScalar(
  node: ScalarNode,
  entry: EntryContent,
  outer: CallNode | undefined,
  keys: readonly string[],
  { declarations, catalogue, report, format }: EntryContext,
): void {
  // pseudoParameterText reports a function in quotes.
  if (/^!(?:Sub|GetAtt|Ref) /.test(node.text)) return;
  const source = scalarSource(node, entry.unit.text);
  if (keys.includes("TemplateBody")) return;
  const isScript = node.text.includes("\n") || keys.some((key) => FOREIGN.test(key));
  for (const { name, literal, start, end } of subVariables(node.text)) {
    const [first = ""] = name.split(".", 1);
    if (literal) continue;
    const isKnown =
      catalogue.pseudoParameters.has(name) ||
      (!isScript && (declarations.parameters.has(name) || declarations.resources.has(first)));
    // IAM's own variables begin in lower case, so they can't be confused with a name of the template.
    if (!isKnown || /^(?:aws|saml|www\.|cognito-)/.test(name)) continue;
    const isOfBase64 = outer?.name === "Fn::Base64" && outer.form === "long" && isAllOfTemplate(node, catalogue);
    const isOfImport = outer?.name === "Fn::ImportValue" && outer.argument === node;
    const isAlone = outer === undefined || isOfBase64 || (isOfImport && outer.form === "long");
    const data = node.text.includes("{{")
      ? undefined
      : isAlone
        ? fix(node, format)
        : isOfImport
          ? importFix(outer, entry)
          : undefined;
    const from = source.toSource(start);
    report(
      { start: from, end: Math.max(from + 1, source.toSource(end - 1) + 1) },
      { message: "no-sub", with: { name }, meant: first, data },
    );
    // One finding per text is enough.
    return;
  }
}

/** Whether no variable of a script would be taken for one of the template's. */
function isAllOfTemplate({ text }: ScalarNode, { pseudoParameters }: EntryContext["catalogue"]): boolean {
  return subVariables(text).every(({ name, literal }) => !literal && pseudoParameters.has(name));
}

/** The short form of a function takes no other one: `!ImportValue ${Net}-Id` becomes the long one, with Sub. */
function importFix({ start, end, argument }: CallNode, entry: EntryContent): FixData {
  const { text } = entry.unit;
  const written = text.slice(argument.start, argument.end);
  const value = `Fn::ImportValue: !Sub ${/^["']/.test(written) ? written : JSON.stringify(written)}`;
  const before = indentAt(text, start);
  const isItem = /^[ ]*(?:- +)+$/.test(before);
  const isBeside = /^[ ]*(?:- +)*[\w":]+: +$/.test(before);
  const line = `${text.includes("\r\n") ? "\r\n" : "\n"}${/^[ -]*/.exec(before)?.[0].replaceAll("-", " ")}`;
  const newText = isItem ? value : isBeside ? `${line}${entryIndentUnit(entry)}${value}` : `{${value}}`;
  const from = isBeside ? start - (/ +$/.exec(before)?.[0].length ?? 0) : start;
  return { title: ADD_SUB, edits: [{ start: from, end, newText }] };
}

function fix(node: ScalarNode, format: "yaml" | "json"): FixData {
  const title = ADD_SUB;
  if (format === "yaml") return { title, edits: [{ start: node.start, end: node.start, newText: "!Sub " }] };
  return {
    title,
    edits: [
      { start: node.start, end: node.start, newText: '{"Fn::Sub": ' },
      { start: node.end, end: node.end, newText: "}" },
    ],
  };
}
