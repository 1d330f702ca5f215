import type { CallNode, ScalarNode } from "../model/tree/node.ts";
import { startOfLine } from "../text/span.ts";
import { type Context, lineBeforeExec, signalLine } from "./signalLine.ts";
import { linesBehindWork } from "./signalPlace.ts";
import { indented, keptVariables, subTag } from "./subEdits.ts";
import { insertionAt, type SignalEdit } from "./textEdit.ts";

/** A string without `Fn::Sub` gets one, and what looks like a variable of it is kept from being read as one. */
export function withSub(
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
      inner && [
        ...kept,
        { span: insertionAt(start), newText: '{ "Fn::Sub": ' },
        ...inner,
        { span: insertionAt(end), newText: " }" },
      ]
    );
  }
  if (scalar.style === "literal") {
    const { tag, deeper } = subTag(context, scalar, base64);
    // If the line goes before another one, that line's indentation comes behind it.
    return [...kept, ...tag, ...inLiteral(context, scalar, line, deeper), ...indented(context, scalar, deeper)];
  }
  const inner = scalar.style === "double" && base64.form === "long" ? inDoubleQuotes(context, scalar, line) : undefined;
  return inner && [...kept, { span: insertionAt(start), newText: "!Sub " }, ...inner];
}

export function inLiteral(context: Context, scalar: ScalarNode, line: string, deeper = ""): readonly SignalEdit[] {
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
  const own = indent ?? `${/^[ \t]*/.exec(text.slice(startOfLine(text, start)))?.[0] ?? ""}  `;
  if (closing >= 0) return [{ span: insertionAt(start + closing), newText: `${deeper}${own}${line}\n` }];
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
      { span: insertionAt(start + begin), newText: `${first}\n${indented(line)}` },
      ...(replaced ? [{ span: insertionAt(start + end), newText: `\n${indented(lineBeforeExec(context))}` }] : []),
    ];
  }
  const begin = content.slice(0, header).replace(/\r$/, "").length;
  return [
    ...(first === "" ? [] : [{ span: insertionAt(start + begin), newText: first }]),
    { span: insertionAt(start + end), newText: `\n${indented(line)}` },
  ];
}

export function inDoubleQuotes(context: Context, scalar: ScalarNode, line: string): readonly SignalEdit[] | undefined {
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
      { span: insertionAt(start + shebang), newText: `${first}${line.replaceAll("\n", "\\n")}\\n` },
      ...(replaced ? [{ span: insertionAt(start + end), newText: `${gap}${lineBeforeExec(context)}\\n` }] : []),
    ];
  }
  return [
    ...(first === "" ? [] : [{ span: insertionAt(start + 1), newText: first }]),
    { span: insertionAt(start + end), newText: `${gap}${line.replaceAll("\n", "\\n")}\\n` },
  ];
}

/**
 * In a string in double quotes, the beginning of what must stand behind the signal: a closing tag, `exec`; -1 without
 * it.
 */
function closingAt({ shell, replaced }: Context, source: string): number {
  if (replaced) return source.search(/(?<=^"|\\n)exec[ \t]+(?!\d*[<>&])\S/);
  return shell === "bash" || shell === "cloud-config" ? -1 : source.search(/<\/(?:powershell|script)>/i);
}
