import { attributeOf } from "../../catalogue/language/attributeOf.ts";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import type { Template } from "../../model/template.ts";
import type { CallNode, Node } from "../../model/tree/node.ts";
import { indentUnit } from "../../model/yaml/indentUnit.ts";
import { literalBlock, type Quote, quotedYaml, yamlText } from "../../model/yaml/yamlText.ts";
import type { Edit } from "../../text/edit.ts";
import { startOfLine } from "../../text/span.ts";
import { edit, hasComments, type Offer, type Refactoring, type Scene, staysReadable, writtenText } from "./scene.ts";
import { partsOfJoin, partsOfSub, subText, type TextPart } from "./textParts.ts";

/**
 * `Fn::Join` of texts, names and attributes as one `Fn::Sub`, and back, if both give the same text.
 *
 * @example !Join ["-", [!Ref AWS::StackName, web]]    ↔    !Sub "${AWS::StackName}-web"
 */
export const joinAndSub: Refactoring = {
  kind: "refactor.rewrite.joinAndSub",
  offers(scene) {
    const { entry } = scene;
    const call = scene.steps.findLast(({ node }) => node.kind === "call" && /^Fn::(?:Join|Sub)$/.test(node.name))?.node;
    const inValues = entry.section === "Resources" || entry.section === "Outputs";
    if (call?.kind !== "call" || !inValues || entry.name.startsWith("Fn::") || hasComments(entry, call)) return [];
    const found = call.name === "Fn::Join" ? toSub(scene, call) : toJoin(scene, call);
    return found !== undefined && staysReadable(scene.template, found.edits as readonly Edit[]) ? [found] : [];
  },
};

function toSub(scene: Scene, call: CallNode): Offer | undefined {
  const parts = partsOfJoin(call);
  if (parts === undefined || parts.every(({ kind }) => kind === "text")) return undefined;
  if (parts.some((part) => givesList(part, scene))) return undefined;
  const text = subText(parts);
  // A `$` right before a variable, or a brace that only becomes one when the parts are joined.
  if (/\$\$\{/.test(text)) return undefined;
  const title = { en: "Convert Fn::Join to Fn::Sub", ja: "Fn::JoinをFn::Subに変換" };
  return { title, edits: replaced(scene, call, "Fn::Sub", subArgument(scene, call, text)) };
}

/** Whether a name or attribute gives a list, which `Fn::Sub` refuses and `Fn::Join` joins. */
function givesList(part: TextPart, { template: { declarations }, catalogue }: Scene): boolean {
  if (part.kind === "ref")
    return /^(?:List<|CommaDelimitedList)|Value<(?:List|Comma)/.test(
      declarations.parameters.get(part.name)?.type ?? "",
    );
  return part.kind === "attribute" && isListAttribute(part.name, declarations.resources, catalogue);
}

function isListAttribute(
  name: string,
  resources: Template["declarations"]["resources"],
  catalogue: Catalogue,
): boolean {
  const dot = name.indexOf(".");
  const type = catalogue.resourceType(resources.get(name.slice(0, dot))?.type ?? "");
  return type !== undefined && attributeOf(type, name.slice(dot + 1))?.type.kind === "list";
}

function subArgument({ template, entry }: Scene, call: CallNode, text: string): string {
  if (template.format === "json") return JSON.stringify(text);
  const source = writtenText(entry, call);
  const isFlow = source.startsWith("{") || /[[{,]\s*$/.test(entry.unit.text.slice(0, call.start));
  const { indent, unit } = indentAndUnit(template, entry.unit.text, call.nameSpan.start);
  const block = isFlow ? undefined : literalBlock(text, indent + unit, unit.length);
  if (block !== undefined) return block;
  const quote = quoteIn(call.argument);
  return quote === undefined ? yamlText(text, true) : quotedYaml(text, quote);
}

/** The indentation of the line of an offset, dashes counted, and of one level. */
function indentAndUnit(template: Template, text: string, offset: number): { indent: string; unit: string } {
  const line = text.slice(startOfLine(text, offset), offset);
  return { indent: " ".repeat(/^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0), unit: indentUnit(template) };
}

/** The quotes of the first text in quotes. */
function quoteIn(node: Node): Quote | undefined {
  if (node.kind === "scalar")
    return node.text === "" ? undefined : node.style === "double" ? '"' : node.style === "single" ? "'" : undefined;
  if (node.kind === "map") return undefined;
  if (node.kind === "call") return node.name === "Fn::Sub" ? quoteIn(node.argument) : undefined;
  return node.items.map(quoteIn).find((quote) => quote !== undefined);
}

function toJoin(scene: Scene, call: CallNode): Offer | undefined {
  const { template } = scene;
  const parts = partsOfSub(call);
  if (parts === undefined || parts.length < 2) return undefined;
  const pieces = parts.flatMap((part) => (part.kind === "text" ? partsByLine(part.text) : [part]));
  const items = pieces.map((part) => joinItem(part, scene));
  if (items.includes(undefined)) return undefined;
  const many = pieces.length > parts.length;
  const { indent, unit } = indentAndUnit(template, scene.entry.unit.text, call.nameSpan.start);
  const gap = `\n${indent}${unit}${unit}`;
  const list = many ? `[${items.map((item) => gap + item).join(",")}\n${indent}${unit}]` : `[${items.join(", ")}]`;
  const title = { en: "Convert Fn::Sub to Fn::Join", ja: "Fn::SubをFn::Joinに変換" };
  return { title, edits: replaced(scene, call, "Fn::Join", `["", ${list}]`) };
}

/** A text line by line. */
function partsByLine(text: string): readonly TextPart[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  return lines.map((line) => ({ kind: "text", text: line }));
}

function joinItem(part: TextPart, { template, entry }: Scene): string | undefined {
  const json = template.format === "json";
  if (part.kind === "text") return json ? JSON.stringify(part.text) : quotedYaml(part.text);
  if (part.kind === "ref") return json ? `{ "Ref": "${part.name}" }` : `!Ref ${part.name}`;
  if (part.kind === "attribute") {
    const [resource, ...attribute] = part.name.split(".");
    return json ? `{ "Fn::GetAtt": ["${resource}", "${attribute.join(".")}"] }` : `!GetAtt ${part.name}`;
  }
  const { node } = part;
  const source = writtenText(entry, node);
  if (source.includes("\n") || source === "") return undefined;
  if (json || node.kind === "scalar")
    return json ? source : node.kind === "scalar" ? yamlText(node.text, true) : undefined;
  return node.kind === "call" && (node.form === "short" || source.startsWith("{")) ? source : undefined;
}

/** Blank lines behind a value stay, unless they would be part of the new text. */
function endOf(text: string, { start, end }: Node, newText: string): number {
  const content = text.slice(start, end);
  const trimmed = content.trimEnd().length;
  const behind = content.slice(trimmed);
  if (!/[ \t]/.test(behind) && !/^\|\d?\+/.test(newText)) return start + trimmed;
  return end - (/\r?\n$/.exec(behind)?.[0].length ?? 0);
}

/** The function under another name with another argument, in the form that it has. */
function replaced(scene: Scene, call: CallNode, name: string, argument: string): readonly Edit[] {
  const { template, entry } = scene;
  const { text } = entry.unit;
  const { nameSpan, form } = call;
  const short = form === "short";
  const end = endOf(text, call.argument, argument);
  const from = text.slice(0, call.argument.start).trimEnd().length;
  const newText = template.text.includes("\r\n") ? argument.replaceAll("\n", "\r\n") : argument;
  return [
    edit(entry, nameSpan, short ? name.replace("Fn::", "!") : name),
    edit(entry, { start: from, end }, ` ${newText}`),
  ];
}
