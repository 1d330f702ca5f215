import { scriptText } from "../model/references/scriptText.ts";
import type { Template } from "../model/template.ts";
import type { CallNode, ListNode, MapNode, Node, ScalarNode } from "../model/tree/node.ts";
import { textOf } from "../model/tree/node.ts";
import type { Span } from "../text/span.ts";
import { type CommandsEnd, commandsEnd, isCloudConfig } from "./cloudConfig.ts";
import type { ScriptOwner } from "./scriptOwner.ts";
import {
  APT_INSTALL,
  doesWork,
  EXEC,
  HEAD,
  leavesEarly,
  linesBehindWork,
  needsHelpers,
  type Shell,
  shellOf,
} from "./signalPlace.ts";

/** An edit with absolute offsets. */
export interface SignalEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Whether the script signals the resource already, as far as its text says; a wait condition's handle is another thing. */
export function sendsSignal({ userData, entry }: ScriptOwner, logicalId: string): boolean {
  if (userData === undefined) return false;
  const { text } = scriptText(userData, entry.unit.text);
  if (/signal-resource|SignalResource|Send-CFNResourceSignal/i.test(text)) return true;
  // A name that is filled in, or in a variable, may be this one.
  const own = logicalId.replaceAll(/\W/g, "\\$&");
  return /cfn-signal/.test(text) && new RegExp(`--resource[= ]+["']?(?:${own}\\b|[\ufffc$])`).test(text);
}

/**
 * Edits that make the owner's script signal `logicalId` at its end: the line is added to the user data, or user data are
 * written where there are none. `undefined` for user data whose form cannot be edited safely (a list joined by something
 * else than line breaks, one line in flow style).
 */
export function signalEdits(
  template: Template,
  owner: ScriptOwner,
  logicalId: string,
): readonly SignalEdit[] | undefined {
  const { entry, holder, userData } = owner;
  const context: Context = {
    text: template.text,
    offset: entry.offset,
    json: template.format === "json",
    unitText: entry.unit.text,
    logicalId,
    shell: "bash",
    install: [],
    early: false,
    replaced: false,
    commands: undefined,
    head: "",
  };
  const script = userData === undefined ? "" : scriptText(userData, context.unitText).text;
  const commands = isCloudConfig(script) ? commandsEnd(script) : undefined;
  const shell = commands === undefined ? shellOf(script) : "cloud-config";
  const replaced = shell === "bash" && EXEC.test(script);
  const install = shell === "bash" && needsHelpers(script) ? APT_INSTALL : [];
  const early =
    shell === "bash" &&
    (install.length > 0 || leavesEarly(script) || (script !== "" && !replaced && !doesWork(script)));
  // What cloud-init reads otherwise is no script.
  if (commands === undefined && /^\s*(?:#cloud-|#include|Content-Type:|MIME-Version:|## template:)/i.test(script))
    return undefined;
  // A second trap would take the place of the script's own.
  if (early && /\btrap\b/.test(script)) return undefined;
  const isHeadless = userData !== undefined && shell === "bash" && !HEAD.test(script);
  // Whatever this is, no shell is meant to run it.
  if (isHeadless && !/^\s*[\w#./]/.test(script)) return undefined;
  const head = isHeadless ? "#!/bin/bash\n" : "";
  const edits =
    userData === undefined
      ? holder && newUserData(context, holder)
      : edited({ ...context, shell, install, early, replaced, commands, head }, userData, undefined);
  return edits?.map((edit) => withLineBreaks(template, edit));
}

/** The edit with the line breaks that the template has. */
export function withLineBreaks({ text }: Template, edit: SignalEdit): SignalEdit {
  return text.includes("\r\n") ? { ...edit, newText: edit.newText.replaceAll("\n", "\r\n") } : edit;
}

interface TextPlace {
  readonly text: string;
  /** What to add to the offsets of nodes. */
  readonly offset: number;
}

interface Context extends TextPlace {
  readonly json: boolean;
  readonly unitText: string;
  readonly logicalId: string;
  readonly shell: Shell;
  /** The lines that bring the helper scripts where the image has none. */
  readonly install: readonly string[];
  /** Whether the signal is sent from a trap at the script's beginning, as its end may never be reached. */
  readonly early: boolean;
  /** Whether the script hands over to another program (`exec`), before which the signal is sent. */
  readonly replaced: boolean;
  /** Where the commands of a cloud-config end. */
  readonly commands: CommandsEnd | undefined;
  /** The line that has to be written before all others, with its line break; empty if the script has it. */
  readonly head: string;
}

/** The lines that signal, in the syntax of `Fn::Sub`. */
function signalLine({ logicalId, shell, install, early, commands }: Context): string {
  const options = `--stack \${AWS::StackName} --resource ${logicalId} --region \${AWS::Region}`;
  // $LASTEXITCODE is that of the last program, and empty if only cmdlets ran.
  if (shell === "powershell") return `cfn-signal.exe -e ([int]!$?) ${options}`;
  if (shell === "batch") return `cfn-signal.exe -e %ERRORLEVEL% ${options}`;
  const line = `/opt/aws/bin/cfn-signal -e $? ${options}`;
  if (commands !== undefined) return commands.opening + line;
  return early ? [`trap '${line}' EXIT`, ...install].join("\n") : line;
}

/** The line for the place before `exec`, where no trap is run any more. */
function plainLine(context: Context): string {
  return signalLine({ ...context, early: false });
}

function edited(context: Context, node: Node, around: CallNode | undefined): readonly SignalEdit[] | undefined {
  if (node.kind === "call") {
    const { name, argument } = node;
    if (name === "Fn::Base64") return edited(context, argument, node);
    if (name === "Fn::Sub" && argument.kind === "scalar") return inSub(context, argument);
    if (name === "Fn::Sub" && argument.kind === "list" && argument.items[0]?.kind === "scalar")
      return inSub(context, argument.items[0]);
    if (name === "Fn::Join" && argument.kind === "list") return inJoin(context, argument);
    return undefined;
  }
  return node.kind === "scalar" ? withSub(context, node, around) : undefined;
}

/** Adds the line to a string that `Fn::Sub` reads. */
function inSub(context: Context, scalar: ScalarNode): readonly SignalEdit[] | undefined {
  const line = signalLine(context);
  if (scalar.style === "literal") return inLiteral(context, scalar, line);
  if (scalar.style === "double") return inDoubleQuotes(context, scalar, line);
  return undefined;
}

function inLiteral(context: Context, scalar: ScalarNode, line: string, deeper = ""): readonly SignalEdit[] {
  const { text, offset, shell, early, replaced, commands, head } = context;
  const start = scalar.start + offset;
  const content = text.slice(start, scalar.end + offset).trimEnd();
  const lines = content.split("\n");
  const indent = lines
    .slice(1)
    .find((one) => one.trim() !== "")
    ?.match(/^[ \t]*/)?.[0];
  const isTagged = shell === "powershell" || shell === "batch";
  const closing = isTagged ? content.search(/[ \t]*<\/(?:powershell|script)>/i) : -1;
  const own = indent ?? `${/^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1))?.[0] ?? ""}  `;
  if (closing >= 0) return [{ span: at(start + closing), newText: `${deeper}${own}${line}\n` }];
  const header = lines[0]?.length ?? 0;
  const first = head === "" ? "" : `\n${deeper}${own}${head.trimEnd()}`;
  const behind = shell === "bash" ? linesBehindWork(lines) : (commands?.behind ?? 0);
  const end = lines
    .slice(0, lines.length - behind)
    .join("\n")
    .trimEnd().length;
  const indented = (text: string): string => text.replace(/^/gm, `${deeper}${own}`);
  if (early) {
    const shebang = /^[ \t]*#!/.test(lines[1] ?? "") ? 1 + (lines[1]?.length ?? 0) : 0;
    const begin = content.slice(0, header + shebang).replace(/\r$/, "").length;
    return [
      { span: at(start + begin), newText: `${first}\n${indented(line)}` },
      ...(replaced ? [{ span: at(start + end), newText: `\n${indented(plainLine(context))}` }] : []),
    ];
  }
  const begin = content.slice(0, header).replace(/\r$/, "").length;
  return [
    ...(first === "" ? [] : [{ span: at(start + begin), newText: first }]),
    { span: at(start + end), newText: `\n${indented(line)}` },
  ];
}

function inDoubleQuotes(context: Context, scalar: ScalarNode, line: string): readonly SignalEdit[] | undefined {
  const { text, offset, early, replaced, commands, head } = context;
  if ((commands?.behind ?? 0) > 0) return undefined;
  const first = head.replace("\n", "\\n");
  const start = scalar.start + offset;
  const source = text.slice(start, scalar.end + offset);
  const closing = closingAt(context, source);
  const end = closing < 0 ? source.length - 1 : closing;
  const gap = source.slice(0, end).endsWith("\\n") || end <= 1 ? "" : "\\n";
  if (early) {
    const shebang = /^"#!.*?(?:\\r)?\\n/.exec(source)?.[0].length ?? 1;
    return [
      { span: at(start + shebang), newText: `${first}${line.replaceAll("\n", "\\n")}\\n` },
      ...(replaced ? [{ span: at(start + end), newText: `${gap}${plainLine(context)}\\n` }] : []),
    ];
  }
  return [
    ...(first === "" ? [] : [{ span: at(start + 1), newText: first }]),
    { span: at(start + end), newText: `${gap}${line.replaceAll("\n", "\\n")}\\n` },
  ];
}

/** Where in a string in double quotes what must stand behind the signal begins: a closing tag, `exec`; -1 without it. */
function closingAt({ shell, replaced }: Context, source: string): number {
  if (replaced) return source.search(/(?<=^"|\\n)exec[ \t]+(?!\d*[<>&])\S/);
  return shell === "bash" || shell === "cloud-config" ? -1 : source.search(/<\/(?:powershell|script)>/i);
}

/**
 * The edits by which `Fn::Sub` reads a script that is a block of `Fn::Base64` alone, with what its lines get before
 * them; `undefined` for every other script.
 */
export function subEdits(
  { text }: Template,
  { entry, userData }: ScriptOwner,
): { readonly edits: readonly SignalEdit[]; readonly deeper: string } | undefined {
  if (userData?.kind !== "call" || userData.name !== "Fn::Base64") return undefined;
  const { argument } = userData;
  if (argument.kind !== "scalar" || argument.style !== "literal") return undefined;
  const place: TextPlace = { text, offset: entry.offset };
  const { tag, deeper } = subTag(place, argument, userData);
  return { edits: [...keptVariables(place, argument), ...tag, ...indented(place, argument, deeper)], deeper };
}

/** Edits that keep `Fn::Sub` from reading what only looks like a variable of it. */
function keptVariables({ text, offset }: TextPlace, scalar: ScalarNode): SignalEdit[] {
  const start = scalar.start + offset;
  const source = text.slice(start, scalar.end + offset);
  return [...source.matchAll(/\$\{(?!!)/g)].map(({ index }) => ({ span: at(start + index + 2), newText: "!" }));
}

/** A string without `Fn::Sub` gets one, and what looks like a variable of it is kept from being read as one. */
function withSub(
  context: Context,
  scalar: ScalarNode,
  base64: CallNode | undefined,
): readonly SignalEdit[] | undefined {
  const { offset, json } = context;
  const start = scalar.start + offset;
  const line = signalLine(context);
  if (base64 === undefined) return undefined;
  const kept = keptVariables(context, scalar);
  if (scalar.style === "double" && json) {
    const end = scalar.end + offset;
    const inner = inDoubleQuotes(context, scalar, line);
    return (
      inner && [...kept, { span: at(start), newText: '{ "Fn::Sub": ' }, ...inner, { span: at(end), newText: " }" }]
    );
  }
  if (scalar.style === "literal") {
    const { tag, deeper } = subTag(context, scalar, base64);
    // Where the line goes before another one, that line's indentation comes behind it.
    return [...kept, ...tag, ...inLiteral(context, scalar, line, deeper), ...indented(context, scalar, deeper)];
  }
  const inner = scalar.style === "double" && base64.form === "long" ? inDoubleQuotes(context, scalar, line) : undefined;
  return inner && [...kept, { span: at(start), newText: "!Sub " }, ...inner];
}

/** `!Base64 |` can't take a second tag: it becomes a key of its own, its text deeper than that where it is not yet. */
function subTag(
  { text, offset }: TextPlace,
  scalar: ScalarNode,
  base64: CallNode,
): { readonly tag: readonly SignalEdit[]; readonly deeper: string } {
  const start = scalar.start + offset;
  if (base64.form === "long") return { tag: [{ span: at(start), newText: "!Sub " }], deeper: "" };
  const tag = base64.nameSpan.start + offset;
  const before = text.slice(text.lastIndexOf("\n", tag - 1) + 1, tag);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const content = /\n([ \t]*)\S/.exec(text.slice(start, scalar.end + offset))?.[1] ?? "";
  if (before === indent) {
    const span = { start: tag, end: start };
    return { tag: [{ span, newText: "Fn::Base64: !Sub " }], deeper: content.length > indent.length ? "" : "  " };
  }
  const span = { start: tag - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end: start };
  return { tag: [{ span, newText: `\n${indent}  Fn::Base64: !Sub ` }], deeper: "  " };
}

/** The lines of a block scalar with more indentation. */
function indented({ text, offset }: TextPlace, scalar: ScalarNode, deeper: string): readonly SignalEdit[] {
  if (deeper === "") return [];
  const start = scalar.start + offset;
  const content = text.slice(start, scalar.end + offset);
  return [...content.matchAll(/\n(?=[ \t]*[^\s])/g)].map(({ index }) => ({
    span: at(start + index + 1),
    newText: deeper,
  }));
}

/** Adds an item to the list of lines that is joined. */
function inJoin(context: Context, { items: [delimiter, list] }: ListNode): readonly SignalEdit[] | undefined {
  if (list?.kind !== "list" || (textOf(delimiter) !== "" && textOf(delimiter) !== "\n")) return undefined;
  const { early, replaced, commands } = context;
  if ((commands?.behind ?? 0) > 0) return undefined;
  const lineBreak = textOf(delimiter) === "" ? "\\n" : "";
  const [first] = list.items;
  const hasShebang = first?.kind === "scalar" && /^\s*#![^\n]*\s*$/.test(first.text);
  if (early && !hasShebang) return undefined;
  const closing = closingItem(context, list);
  if (replaced && closing <= 0) return undefined;
  const behind = list.items.at(closing > 0 ? closing - 1 : -1);
  if (first === undefined || behind === undefined) return undefined;
  const begin = headItem(context, list, lineBreak);
  if (!early) return [...begin, itemBehind(context, list, behind, signalLine(context), lineBreak)];
  const trap = itemBehind(context, list, first, signalLine(context), lineBreak);
  return replaced ? [trap, itemBehind(context, list, behind, plainLine(context), lineBreak)] : [trap];
}

/** The item before which the signal must stand: a closing tag, `exec`; -1 without it. */
function closingItem({ shell, replaced }: Context, { items }: ListNode): number {
  if (shell === "cloud-config" || (shell === "bash" && !replaced)) return -1;
  const closing = replaced ? EXEC : /<\/(?:powershell|script)>/i;
  return items.findIndex((item) => item.kind === "scalar" && closing.test(item.text));
}

function itemBehind(
  { text, offset, json }: Context,
  list: ListNode,
  target: Node,
  line: string,
  lineBreak: string,
): SignalEdit {
  const gap = target.kind === "scalar" && (target.text.endsWith("\n") || lineBreak === "") ? "" : lineBreak;
  const string = `"${gap}${line.replaceAll("\n", "\\n")}${lineBreak}"`;
  const item = json ? `{ "Fn::Sub": ${string} }` : `!Sub ${string}`;
  const end = target.end + offset;
  const lineStart = text.lastIndexOf("\n", target.start + offset - 1) + 1;
  const before = text.slice(lineStart, target.start + offset);
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  if (list.flow) return { span: at(end), newText: before.trim() === "" ? `,\n${indent}${item}` : `, ${item}` };
  // Blank lines behind `|+` are part of its text.
  const keeps =
    target.kind === "scalar" && /^[|>]\d?\+/.test(text.slice(target.start + offset, target.start + offset + 3));
  if (keeps && text[end - 1] === "\n") return { span: at(end), newText: `${indent}- ${item}\n` };
  // The first item of a list in a list stands behind the dashes of both.
  const dash = before.lastIndexOf("-");
  const own = dash < 0 ? indent : before.slice(0, dash).replace(/\S/g, " ");
  return { span: at(contentEnd(text, end)), newText: `\n${own}- ${item}` };
}

/** The `#!` line as the first item, where the script has none. */
function headItem(
  { text, offset, head }: Context,
  { items, flow }: ListNode,
  lineBreak: string,
): readonly SignalEdit[] {
  const [first] = items;
  if (head === "" || first === undefined) return [];
  const start = first.start + offset;
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const string = `"${head.trimEnd()}${lineBreak}"`;
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const gap = flow
    ? before.trim() === ""
      ? `,\n${indent}`
      : ", "
    : `\n${before.replace(/[^\s-]/g, " ").replace(/-(?= *- )/g, " ")}`;
  return [{ span: at(start), newText: `${string}${gap}` }];
}

/** User data with nothing but the signal, as the last property. */
function newUserData(context: Context, holder: MapNode): readonly SignalEdit[] | undefined {
  const { text, offset, json } = context;
  const last = holder.pairs.at(-1);
  const script = [
    "#!/bin/bash -x",
    "dnf install -y aws-cfn-bootstrap",
    "# Set the instance up here.",
    signalLine(context),
  ];
  if (json || holder.flow) {
    if (!json || last === undefined) return undefined;
    const end = last.value.end + offset;
    const indent = indentOf(text, last.key.start + offset);
    const value = `{ "Fn::Base64": { "Fn::Sub": ${JSON.stringify(`${script.join("\n")}\n`)} } }`;
    return [{ span: at(end), newText: `,\n${indent}"UserData": ${value}` }];
  }
  if (last === undefined) return undefined;
  const indent = indentOf(text, holder.start + offset);
  const body = script.map((line) => `${indent}    ${line}`).join("\n");
  const end = contentEnd(text, Math.max(last.value.end, last.key.end) + offset);
  return [{ span: at(end), newText: `\n${indent}UserData:\n${indent}  Fn::Base64: !Sub |\n${body}` }];
}

/** The end of the line on which a value ends, without the blank lines that a block scalar includes. */
function contentEnd(text: string, end: number): number {
  const trimmed = text.slice(0, end).trimEnd().length;
  return lineEndOf(text, trimmed);
}

function lineEndOf(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** The white space before a key, counted in columns. */
function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  return /^[ \t]*$/.test(before) ? before : " ".repeat(before.length);
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}
