import { type ListNode, type Node, textOf } from "../model/tree/node.ts";
import { startOfLine } from "../text/span.ts";
import { type Context, lineBeforeExec, signalLine } from "./signalLine.ts";
import { EXEC } from "./signalPlace.ts";
import { contentEnd, insertionAt, type SignalEdit } from "./textEdit.ts";

/** Adds an item to the list of lines that is joined. */
export function inJoin(context: Context, { items: [delimiter, list] }: ListNode): readonly SignalEdit[] | undefined {
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
  return replaced ? [trap, itemBehind(context, list, behind, lineBeforeExec(context), lineBreak)] : [trap];
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
  const lineStart = startOfLine(text, target.start + offset);
  const before = text.slice(lineStart, target.start + offset);
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  if (list.flow) return { span: insertionAt(end), newText: before.trim() === "" ? `,\n${indent}${item}` : `, ${item}` };
  // Blank lines behind `|+` are part of its text.
  const keeps =
    target.kind === "scalar" && /^[|>]\d?\+/.test(text.slice(target.start + offset, target.start + offset + 3));
  if (keeps && text[end - 1] === "\n") return { span: insertionAt(end), newText: `${indent}- ${item}\n` };
  // The first item of a list in a list stands behind the dashes of both.
  const dash = before.lastIndexOf("-");
  const own = dash < 0 ? indent : before.slice(0, dash).replace(/\S/g, " ");
  return { span: insertionAt(contentEnd(text, end)), newText: `\n${own}- ${item}` };
}

/** The `#!` line as the first item, if the script has none. */
function headItem(
  { text, offset, head }: Context,
  { items, flow }: ListNode,
  lineBreak: string,
): readonly SignalEdit[] {
  const [first] = items;
  if (head === "" || first === undefined) return [];
  const start = first.start + offset;
  const before = text.slice(startOfLine(text, start), start);
  const string = `"${head.trimEnd()}${lineBreak}"`;
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const gap = flow
    ? before.trim() === ""
      ? `,\n${indent}`
      : ", "
    : `\n${before.replace(/[^\s-]/g, " ").replace(/-(?= *- )/g, " ")}`;
  return [{ span: insertionAt(start), newText: `${string}${gap}` }];
}
