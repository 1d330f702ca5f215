import type { ListNode, Node, Pair } from "../../../model/tree/node.ts";
import { type Span, startOfLine } from "../../../text/span.ts";
import type { FixEdit } from "../rule.ts";

/** The edit that removes a pair from its map; `undefined` if its surroundings do not allow that. */
export function pairRemoval(map: Node, pair: Pair, text: string, format: "yaml" | "json"): FixEdit | undefined {
  if (map.kind !== "map" || pair.merged) return undefined;
  const span = { start: pair.key.start, end: Math.max(pair.key.end, pair.value.end) };
  if (format === "json" || map.flow) return betweenCommas(map.pairs.map(pairSpan), map.pairs.indexOf(pair), text);
  const [first, next] = map.pairs;
  if (next === undefined) return undefined;
  // The dash of an item stays for the key below.
  const isBehindDash = pair === first && /-\s*$/.test(text.slice(startOfLine(text, span.start), span.start));
  if (!isBehindDash) return removeLines(span, text);
  return /^\s*$/.test(text.slice(span.end, next.key.start)) ? { ...span, end: next.key.start, newText: "" } : undefined;
}

/** The same for an item of a list. */
export function itemRemoval(list: ListNode, item: Node, text: string): FixEdit | undefined {
  if (list.items.length < 2) return undefined;
  return list.flow ? betweenCommas(list.items, list.items.indexOf(item), text) : removeLines(item, text);
}

function pairSpan({ key, value }: Pair): Span {
  return { start: key.start, end: Math.max(key.end, value.end) };
}

/** Takes the comma behind it too, or the one before if it is the last. */
function betweenCommas(all: readonly Span[], index: number, text: string): FixEdit | undefined {
  const own = all[index];
  const next = all[index + 1];
  const before = all[index - 1];
  if (own === undefined) return undefined;
  const span =
    next !== undefined ? { start: own.start, end: next.start } : { start: before?.end ?? own.start, end: own.end };
  const isPlain = /^[\s,]*$/.test(text.slice(own.end, span.end) + text.slice(span.start, own.start));
  return isPlain ? { ...span, newText: "" } : undefined;
}

/** The edit that removes a span, only if it is on lines of its own. */
function removeLines({ start, end }: Span, text: string): FixEdit | undefined {
  const lineStart = startOfLine(text, start);
  // A block scalar ends behind its last line break.
  const last = text[end - 1] === "\n" ? end - 1 : end;
  const newline = text.indexOf("\n", last);
  const after = text.slice(last, newline < 0 ? text.length : newline);
  if (!/^\s*(?:- *)?["']?$/.test(text.slice(lineStart, start)) || /[^\s#]/.test(after.replace(/ #.*/, "")))
    return undefined;
  if (newline >= 0) return { start: lineStart, end: newline + 1, newText: "" };
  // Of the last line of a text the break before it is removed.
  const above = text.slice(0, lineStart).replace(/\r?\n$/, "").length;
  return above === lineStart ? undefined : { start: above, end: text.length, newText: "" };
}
