import type { CallNode, ScalarNode } from "../../model/tree/node.ts";
import type { Edit } from "../../text/edit.ts";
import { startOfLine } from "../../text/span.ts";

/** `!Sub x` as `Fn::Sub: x`; what can't be written so is left out. Spans are relative to the text of the unit. */
export function longEdits(calls: readonly CallNode[], text: string, unit: string): readonly Edit[] {
  const shifts = new Shifts(text);
  const names: (() => readonly Edit[])[] = [];
  for (const { name, nameSpan, argument, start, end } of calls) {
    if (argument.kind === "scalar" && argument.value === null) continue;
    const attribute = name === "Fn::GetAtt" && argument.kind === "scalar" ? attributePair(argument) : [];
    const line = startOfLine(text, start);
    const before = text.slice(line, start);
    if (argument.start < nameSpan.end || attribute === undefined) continue;
    if (isInFlow(text, before, start)) {
      const closing = { start: argument.end, end: argument.end, newText: " }" };
      names.push(() => [{ start, end: argument.start, newText: `{ ${name}: ` }, ...attribute, closing]);
      continue;
    }
    const column = /^[ \t]*(?:- +)*/.exec(before)?.[0].length ?? 0;
    const opens = column === before.length;
    if (!(opens || /:[ \t]+$/.test(before))) continue;
    shifts.add(text, nameSpan.end, end, unit.length);
    names.push(() => {
      const indent = " ".repeat(column + shifts.of(line)) + unit;
      const gap = { start: start - (/[ \t]*$/.exec(before)?.[0].length ?? 0), end: nameSpan.end };
      return opens
        ? [{ ...nameSpan, newText: `${name}:` }, ...attribute]
        : [{ ...gap, newText: `\n${indent}${name}:` }, ...attribute];
    });
  }
  return [...names.flatMap((make) => make()), ...shifts.edits([])];
}

/** `A.B` as `[A, B]`. */
function attributePair({ text, start, end }: ScalarNode): readonly Edit[] | undefined {
  const dot = text.indexOf(".");
  if (dot <= 0 || !/^[\w.:${}&-]+$/.test(text)) return undefined;
  const part = (name: string): string => (/^[\w.]+$/.test(name) ? name : JSON.stringify(name));
  return [{ start, end, newText: `[${part(text.slice(0, dot))}, ${part(text.slice(dot + 1))}]` }];
}

/** Whether a value stands between brackets that are open on its line, or begin before it. */
function isInFlow(text: string, before: string, start: number): boolean {
  const last = before.trimEnd().at(-1);
  if (last === "[" || last === "{" || last === ",") return true;
  if (/[[{]/.test(before.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ""))) return true;
  if (before.trim() !== "") return false;
  const behind = text.slice(0, start).replace(/\s*(?:#[^\n]*)?\s*$/, "");
  return /[[{,]$/.test(behind) && !/[|>][-+\d]*$/.test(behind);
}

/** `Fn::Sub: x` as `!Sub x`; what can't be written so is left out. */
export function shortEdits(calls: readonly CallNode[], text: string, unit: string): readonly Edit[] {
  const shifts = new Shifts(text);
  const edits: Edit[] = [];
  for (const call of calls) {
    const { name, nameSpan, argument, start, end } = call;
    // Two tags can't stand behind each other, neither can a tag and nothing.
    if (argument.kind === "call" || (argument.kind === "scalar" && argument.value === null)) continue;
    const tag = `!${name.replace("Fn::", "")}`;
    const attribute = name === "Fn::GetAtt" ? dottedPair(argument, text) : [];
    if (text[start] === "{") {
      const closing = /^\s*,?\s*\}$/.test(text.slice(argument.end, end));
      if (!closing || !/^\{\s*["']?[\w:]+["']?\s*:\s*$/.test(text.slice(start, argument.start))) continue;
      if (isTagged(text, start)) continue;
      edits.push({ start, end: argument.start, newText: `${tag} ` }, ...attribute, {
        start: argument.end,
        end,
        newText: "",
      });
      continue;
    }
    const quoted = /["']/.test(text[nameSpan.end] ?? "") ? 1 : 0;
    const from = nameSpan.start - quoted;
    const colon = /^[ \t]*:/.exec(text.slice(nameSpan.end + quoted))?.[0].length;
    if (colon === undefined) continue;
    const to = nameSpan.end + quoted + colon;
    const column = from - startOfLine(text, from);
    const before = text.slice(0, from).trimEnd();
    const line = text.slice(startOfLine(text, before.length), before.length);
    const own = text.slice(startOfLine(text, from), from);
    if (/^[ \t]*(?:- +)*- +$/.test(own)) {
      edits.push({ start: from, end: to, newText: tag }, ...attribute);
      shifts.add(text, to, end, -Math.min(unit.length, Math.max(0, shifts.least(text, to, end) - column)));
    } else if (/^[ \t]*$/.test(own) && line.endsWith(":") && !/(?:^|\s)#/.test(line)) {
      const outer = /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0;
      edits.push({ start: before.length, end: to, newText: ` ${tag}` }, ...attribute);
      shifts.add(text, to, end, -Math.max(0, Math.min(column - outer, shifts.least(text, to, end) - outer - 1)));
    }
  }
  return [...edits, ...shifts.edits(edits)];
}

/** Whether a tag stands right before a value. */
function isTagged(text: string, start: number): boolean {
  return /(?:^|[\s[,{:-])![\w:]+\s*$/.test(text.slice(Math.max(0, start - 80), start));
}

/** `[A, B]` as `A.B`, if nothing else stands between the brackets; `[]`: as it is. */
function dottedPair(argument: CallNode["argument"], text: string): readonly Edit[] {
  if (argument.kind !== "list" || argument.items.length !== 2 || !argument.flow) return [];
  const [resource, attribute] = argument.items;
  if (resource?.kind !== "scalar" || attribute?.kind !== "scalar") return [];
  const name = `${resource.text}.${attribute.text}`;
  if (!/^[A-Za-z0-9]+\.[A-Za-z0-9.]+$/.test(name) || text.slice(argument.start, argument.end).includes("#")) return [];
  return [{ start: argument.start, end: argument.end, newText: name }];
}

/** The columns by which lines move to the right, or to the left if less than 0. */
class Shifts {
  readonly #text: string;
  readonly #byLine = new Map<number, number>();

  constructor(text: string) {
    this.#text = text;
  }

  of(line: number): number {
    return this.#byLine.get(line) ?? 0;
  }

  /** Moves the lines that begin in a span. */
  add(text: string, start: number, end: number, by: number): void {
    if (by === 0) return;
    for (const line of linesIn(text, start, end)) this.#byLine.set(line, this.of(line) + by);
  }

  /** The smallest indentation of the lines that begin in a span. */
  least(text: string, start: number, end: number): number {
    const indents = linesIn(text, start, end).map((line) => /^ */.exec(text.slice(line, line + 200))?.[0].length ?? 0);
    return indents.length === 0 ? 0 : Math.min(...indents);
  }

  /** Edits of the indentation, except of lines whose beginning is within one of the other edits. */
  edits(others: readonly Edit[]): readonly Edit[] {
    return [...this.#byLine].flatMap(([line, by]) => {
      if (by === 0 || others.some(({ start, end }) => start < line && line < end)) return [];
      if (by > 0) return [{ start: line, end: line, newText: " ".repeat(by) }];
      const blanks = /^ */.exec(this.#text.slice(line, line - by))?.[0].length ?? 0;
      return [{ start: line, end: line + Math.min(blanks, -by), newText: "" }];
    });
  }
}

/** The beginnings of the lines in a span that are not blank. */
function linesIn(text: string, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf("\n", start) + 1; at > 0 && at < end; at = text.indexOf("\n", at) + 1) {
    if (!/^[ \t]*(?:\r?\n|$)/.test(text.slice(at, text.indexOf("\n", at) + 1 || text.length))) found.push(at);
  }
  return found;
}
