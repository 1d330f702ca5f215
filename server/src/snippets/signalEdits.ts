import type { CallNode, ListNode, MapNode, Node, ScalarNode } from "../model/node.ts";
import { textOf } from "../model/node.ts";
import { scriptText } from "../model/scriptText.ts";
import type { Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";
import type { ScriptOwner } from "./scriptOwner.ts";

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
    early: false,
    head: "",
  };
  const script = userData === undefined ? "" : scriptText(userData, context.unitText).text;
  const shell = shellOf(script);
  const early = shell === "bash" && (leavesEarly(script) || (script !== "" && !doesWork(script)));
  // What cloud-init reads otherwise is no script.
  if (/^\s*(?:#cloud-|#include|Content-Type:|MIME-Version:)/i.test(script)) return undefined;
  // A second trap would take the place of the script's own.
  if (early && /\btrap\b/.test(script)) return undefined;
  const isHeadless = userData !== undefined && shell === "bash" && !HEAD.test(script);
  // Whatever this is, no shell is meant to run it.
  if (isHeadless && !/^\s*[\w#./]/.test(script)) return undefined;
  const head = isHeadless ? "#!/bin/bash\n" : "";
  const edits =
    userData === undefined
      ? holder && newUserData(context, holder)
      : edited({ ...context, shell, early, head }, userData, undefined);
  return edits?.map((edit) => withLineBreaks(template, edit));
}

/** How a script begins that cloud-init runs; what is filled in may begin so. */
const HEAD = /^\s*(?:#!|\ufffc)/;

/** Lines that succeed whatever happened before: the exit code behind them says nothing. */
const SAYS_NOTHING = /^\s*(?:(?:echo|printf|true|:|date|sleep|logger|export|set|touch|\w+=\S*$|#)(?:\s.*)?)?$/;

/** Whether some line of a script has an exit code that tells something. */
function doesWork(script: string): boolean {
  return script.split("\n").some((line) => !/^\s*#/.test(line) && !SAYS_NOTHING.test(line));
}

/** How many of the lines at the end of a script stand behind the work whose exit code is to be sent. */
function linesBehindWork(lines: readonly string[]): number {
  const setUp = lines.findLastIndex((line) => /^\s*[\w/.]*cfn-init\s/.test(line));
  const isChecked = /\$\?|\|\|/.test(lines.slice(setUp).join("\n"));
  let last = setUp >= 0 && !isChecked ? setUp : lines.length - 1;
  if (last === setUp) while (/\\\s*$/.test(lines[last] ?? "")) last++;
  while (last > 0 && SAYS_NOTHING.test(lines[last] ?? "")) last--;
  return last <= 0 || lines[last]?.trimStart().startsWith("#!") === true ? 0 : lines.length - 1 - last;
}

type Shell = "bash" | "powershell" | "batch";

function shellOf(script: string): Shell {
  if (/<powershell>/i.test(script)) return "powershell";
  return /<script>/i.test(script) ? "batch" : "bash";
}

/** Whether a script may be over before its end: at the first command that fails, or by an `exit` in its last line. */
function leavesEarly(script: string): boolean {
  if (/^\s*#![^\n]*\s-\w*e/.test(script) || /\bexit\b/.test(script.trimEnd().split("\n").at(-1) ?? "")) return true;
  return /^[ \t]*set[ \t]+(?:-\w+[ \t]+)*(?:-\w*e|-o[ \t]+errexit)/m.test(script);
}

/** The edit with the line breaks that the template has. */
export function withLineBreaks({ text }: Template, edit: SignalEdit): SignalEdit {
  return text.includes("\r\n") ? { ...edit, newText: edit.newText.replaceAll("\n", "\r\n") } : edit;
}

interface Context {
  readonly text: string;
  /** What to add to the offsets of nodes. */
  readonly offset: number;
  readonly json: boolean;
  readonly unitText: string;
  readonly logicalId: string;
  readonly shell: Shell;
  /** Whether the signal is sent from a trap at the script's beginning, as its end may never be reached. */
  readonly early: boolean;
  /** The line that has to be written before all others, with its line break; empty where the script has it. */
  readonly head: string;
}

/** The line that signals, in the syntax of `Fn::Sub`. */
function signalLine({ logicalId, shell, early }: Context): string {
  const options = `--stack \${AWS::StackName} --resource ${logicalId} --region \${AWS::Region}`;
  // $LASTEXITCODE is that of the last program, and empty where only cmdlets ran.
  if (shell === "powershell") return `cfn-signal.exe -e ([int]!$?) ${options}`;
  if (shell === "batch") return `cfn-signal.exe -e %ERRORLEVEL% ${options}`;
  const line = `/opt/aws/bin/cfn-signal -e $? ${options}`;
  return early ? `trap '${line}' EXIT` : line;
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
  const { text, offset, shell, early, head } = context;
  const start = scalar.start + offset;
  const content = text.slice(start, scalar.end + offset).trimEnd();
  const lines = content.split("\n");
  const indent = lines
    .slice(1)
    .find((one) => one.trim() !== "")
    ?.match(/^[ \t]*/)?.[0];
  const closing = shell === "bash" ? -1 : content.search(/[ \t]*<\/(?:powershell|script)>/i);
  const own = indent ?? `${/^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", start - 1) + 1))?.[0] ?? ""}  `;
  if (closing >= 0) return [{ span: at(start + closing), newText: `${deeper}${own}${line}\n` }];
  const header = lines[0]?.length ?? 0;
  const first = head === "" ? "" : `\n${deeper}${own}${head.trimEnd()}`;
  if (early) {
    const shebang = /^[ \t]*#!/.test(lines[1] ?? "") ? 1 + (lines[1]?.length ?? 0) : 0;
    const end = content.slice(0, header + shebang).replace(/\r$/, "").length;
    return [{ span: at(start + end), newText: `${first}\n${deeper}${own}${line}` }];
  }
  const behind = shell === "bash" ? linesBehindWork(lines) : 0;
  const end = lines
    .slice(0, lines.length - behind)
    .join("\n")
    .trimEnd().length;
  const begin = content.slice(0, header).replace(/\r$/, "").length;
  return [
    ...(first === "" ? [] : [{ span: at(start + begin), newText: first }]),
    { span: at(start + end), newText: `\n${deeper}${own}${line}` },
  ];
}

function inDoubleQuotes(context: Context, scalar: ScalarNode, line: string): readonly SignalEdit[] {
  const { text, offset, shell, early, head } = context;
  const first = head.replace("\n", "\\n");
  const start = scalar.start + offset;
  const source = text.slice(start, scalar.end + offset);
  const closing = shell === "bash" ? -1 : source.search(/<\/(?:powershell|script)>/i);
  if (early) {
    const shebang = /^"#!.*?(?:\\r)?\\n/.exec(source)?.[0].length ?? 1;
    return [{ span: at(start + shebang), newText: `${first}${line}\\n` }];
  }
  const end = closing < 0 ? source.length - 1 : closing;
  const gap = source.slice(0, end).endsWith("\\n") || end <= 1 ? "" : "\\n";
  return [
    ...(first === "" ? [] : [{ span: at(start + 1), newText: first }]),
    { span: at(start + end), newText: `${gap}${line}\\n` },
  ];
}

/** A string without `Fn::Sub` gets one, and what looks like a variable of it is kept from being read as one. */
function withSub(
  context: Context,
  scalar: ScalarNode,
  base64: CallNode | undefined,
): readonly SignalEdit[] | undefined {
  const { text, offset, json } = context;
  const start = scalar.start + offset;
  const line = signalLine(context);
  const source = text.slice(start, scalar.end + offset);
  const kept = [...source.matchAll(/\$\{(?!!)/g)].map(({ index }) => ({ span: at(start + index + 2), newText: "!" }));
  if (base64 === undefined) return undefined;
  if (scalar.style === "double" && json) {
    const end = scalar.end + offset;
    return [
      ...kept,
      { span: at(start), newText: '{ "Fn::Sub": ' },
      ...inDoubleQuotes(context, scalar, line),
      { span: at(end), newText: " }" },
    ];
  }
  if (scalar.style === "literal") {
    const { tag, deeper } = subTag(context, scalar, base64);
    // Where the line goes before another one, that line's indentation comes behind it.
    return [...kept, ...tag, ...inLiteral(context, scalar, line, deeper), ...indented(context, scalar, deeper)];
  }
  if (scalar.style === "double" && base64.form === "long")
    return [...kept, { span: at(start), newText: "!Sub " }, ...inDoubleQuotes(context, scalar, line)];
  return undefined;
}

/** `!Base64 |` can't take a second tag: it becomes a key of its own, its text deeper than that where it is not yet. */
function subTag(
  { text, offset }: Context,
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
function indented({ text, offset }: Context, scalar: ScalarNode, deeper: string): readonly SignalEdit[] {
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
  const { text, offset, json, shell, early } = context;
  const lineBreak = textOf(delimiter) === "" ? "\\n" : "";
  const closing =
    shell === "bash"
      ? -1
      : list.items.findIndex((item) => item.kind === "scalar" && /<\/(?:powershell|script)>/i.test(item.text));
  const [first] = list.items;
  const hasShebang = first?.kind === "scalar" && /^\s*#![^\n]*\s*$/.test(first.text);
  if (early && !hasShebang) return undefined;
  const target = early ? first : list.items.at(closing > 0 ? closing - 1 : -1);
  if (target === undefined) return undefined;
  const before = target.kind === "scalar" && (target.text.endsWith("\n") || lineBreak === "") ? "" : lineBreak;
  const string = `"${before}${signalLine(context)}${lineBreak}"`;
  const item = json ? `{ "Fn::Sub": ${string} }` : `!Sub ${string}`;
  const end = target.end + offset;
  const lineStart = text.lastIndexOf("\n", target.start + offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  // Blank lines behind `|+` are part of its text.
  const keeps =
    target.kind === "scalar" && /^[|>]\d?\+/.test(text.slice(target.start + offset, target.start + offset + 3));
  const begin = headItem(context, list, lineBreak);
  if (!list.flow && keeps && text[end - 1] === "\n")
    return [...begin, { span: at(end), newText: `${indent}- ${item}\n` }];
  if (!list.flow) return [...begin, { span: at(contentEnd(text, end)), newText: `\n${indent}- ${item}` }];
  const ownLine = text.slice(lineStart, target.start + offset).trim() === "";
  return [...begin, { span: at(end), newText: ownLine ? `,\n${indent}${item}` : `, ${item}` }];
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
