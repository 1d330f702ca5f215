import { callsAround } from "../../model/focus/callsAround.ts";
import { focusAt } from "../../model/focus/focusAt.ts";
import { referenceAt } from "../../model/focus/references.ts";
import { definitionsOf, type Use, usesOf } from "../../model/references/definitions.ts";
import { type Entry, entryOf } from "../../model/template.ts";
import { type CallNode, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { type Quote, quotedYaml, yamlText } from "../../model/yaml/yamlText.ts";
import { entryRemoval } from "../../rules/shared/fixes/removalOf.ts";
import type { Edit } from "../../text/edit.ts";
import { edit, type Refactoring, type Scene, staysReadable } from "./scene.ts";
import { isSecret } from "./valuePlaces.ts";

/**
 * A parameter is replaced by its default: every `Ref` of it and `${Name}` becomes the value, and its declaration is
 * removed. Only if all its uses can be written so: none in conditions or rules, which it would make constant, or in
 * Metadata.
 *
 * @example InstanceType: !Ref Size    →    InstanceType: t3.micro
 */
export const inlineParameter: Refactoring = {
  kind: "refactor.inline.parameter",
  offers(scene) {
    const { template } = scene;
    const parameter = parameterAt(scene);
    if (parameter === undefined || template.declarations.open) return [];
    const value = defaultOf(parameter);
    const uses = usesOf(template, parameter);
    const removal = entryRemoval(template, parameter);
    if (value === undefined || removal === undefined || uses.length === 0) return [];
    const replaced = uses.map((use) => inlined(scene, use, value));
    if (replaced.includes(undefined)) return [];
    const edits = [...withoutRepeats(replaced.flatMap((one) => one ?? [])), { ...removal, newText: "" }];
    const { name } = parameter;
    // The first edits show as much as all of them, in less time.
    if (!staysReadable(template, edits.slice(0, 20))) return [];
    return [{ title: { en: `Inline parameter ${name}`, ja: `パラメータ${name}をインライン化` }, edits }];
  },
};

/** The parameter that is declared, or named, at the place. */
function parameterAt({ template, entry, onName, selection }: Scene): Entry | undefined {
  if (onName) return entry.section === "Parameters" ? entry : undefined;
  const reference = referenceAt(entry, selection.start - entry.offset);
  if (reference?.kind !== "ref") return undefined;
  const [declared] = definitionsOf(template, entry, reference);
  return declared?.entry.section === "Parameters" ? entryOf(template, "Parameters", declared.entry.name) : undefined;
}

interface Value {
  readonly text: string;
  readonly type: string;
  readonly quote: Quote | undefined;
}

/** The default of a parameter whose value is just that: no secret, and nothing that CloudFormation looks up. */
function defaultOf({ value }: Entry): Value | undefined {
  const type = typeNameOf(value) ?? "";
  const writeValue = valueAt(value, "Default");
  if (writeValue?.kind !== "scalar" || writeValue.value === null || type === "" || type.startsWith("AWS::SSM::"))
    return undefined;
  if (textOf(valueAt(value, "NoEcho"))?.toLowerCase() === "true" || /[\n\r]/.test(writeValue.text)) return undefined;
  // An empty default only makes the parameter optional: it is no value to write.
  if (writeValue.text === "" || (/::Id>?$/.test(type) && !/^[a-z]+-[\da-f]+(?:,|$)|^Z[A-Z\d]+$/.test(writeValue.text)))
    return undefined;
  const quote = writeValue.style === "single" ? "'" : writeValue.style === "double" ? '"' : undefined;
  return { text: writeValue.text, type, quote };
}

function inlined(scene: Scene, { entry, kind, start, end }: Use, value: Value): readonly Edit[] | undefined {
  if (kind !== "ref" || (entry.section !== "Resources" && entry.section !== "Outputs")) return undefined;
  const focus = focusAt(scene.template, start);
  if (focus === undefined || isSecret(focus.place)) return undefined;
  const around = callsAround(entry.value, start - entry.offset);
  const { call } = around.at(-1) ?? {};
  const outer = around.at(-2)?.call;
  if (call?.name === "Ref") return inRef(scene, entry, call, outer, value);
  return call?.name === "Fn::Sub" ? inSub(scene, entry, call, { start, end }, value) : undefined;
}

function inRef(
  { template }: Scene,
  entry: Entry,
  call: CallNode,
  outer: CallNode | undefined,
  value: Value,
): readonly Edit[] | undefined {
  const json = template.format === "json";
  const isList = /^(?:List<|CommaDelimitedList)/.test(value.type);
  const write = (text: string): string => (json ? JSON.stringify(text) : writeValue(text, value, true));
  if (!isList) return [inPlaceOf(entry, call, value.type === "Number" ? value.text : write(value.text))];
  if (outer !== undefined && outer.name !== "Fn::If" && outer.name !== "Fn::Select") return undefined;
  const items = value.text.split(",").map((item) => write(item.trim()));
  return [inPlaceOf(entry, call, `[${items.join(", ")}]`)];
}

/** A value on the line of its key, if the function began below that. */
function inPlaceOf(entry: Entry, call: CallNode, text: string): Edit {
  const gap = /:([ \t]*\r?\n[ \t]*)$/.exec(entry.unit.text.slice(0, call.start))?.[1];
  if (gap === undefined) return edit(entry, call, text);
  return edit(entry, { start: call.start - gap.length, end: call.end }, ` ${text}`);
}

function writeValue(text: string, { quote }: Value, flow: boolean): string {
  return quote === undefined ? yamlText(text, flow) : quotedYaml(text, quote);
}

function inSub(
  { template }: Scene,
  entry: Entry,
  { argument, nameSpan, form }: CallNode,
  { start, end }: { start: number; end: number },
  { text, type }: Value,
): readonly Edit[] | undefined {
  if (/^(?:List<|CommaDelimitedList)/.test(type)) return undefined;
  const source = template.text;
  const open = source.lastIndexOf("${", start);
  const close = source.indexOf("}", end);
  if (!/^\$\{\s*$/.test(source.slice(open, start)) || source.slice(end, close).trim() !== "") return undefined;
  // The text has to be the same in any kind of quotes.
  if (/[\\"'{}$]/.test(text) || text.trim() !== text || / #|: |:$/.test(text)) return undefined;
  const edits: Edit[] = [{ start: open, end: close + 1, newText: text }];
  const node: Node | undefined = argument.kind === "list" ? argument.items[0] : argument;
  if (node?.kind !== "scalar") return undefined;
  const own = source.slice(start, end);
  if (subVariables(node.text).some(({ name, literal }) => !literal && name !== own)) return edits;
  // Nothing else is filled in: the Sub is no longer needed, if it can be removed.
  if (form !== "short" || argument !== node || node.text.includes("${!")) return undefined;
  if (node.style === "plain" && !/^[A-Za-z/]/.test(node.text.replace(/^\$\{[^}]*\}/, text))) return undefined;
  return [{ start: nameSpan.start + entry.offset, end: node.start + entry.offset, newText: "" }, ...edits];
}

/** A text that names the parameter twice loses its Sub once. */
function withoutRepeats(edits: readonly Edit[]): readonly Edit[] {
  return [...new Map(edits.map((one) => [`${one.start}-${one.end}`, one])).values()];
}
