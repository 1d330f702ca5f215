import { entryAt } from "../../model/focus/focusAt.ts";
import type { Section, Template } from "../../model/template.ts";
import { contentSpan, type Node, type Pair, type ScalarNode } from "../../model/tree/node.ts";
import { type Span, shifted, touches } from "../../text/span.ts";
import { wordsAround } from "../selection/wordsAround.ts";

/**
 * The ranges that a selection at `offset` grows to, the innermost first, each within the next: a word, the parts of a
 * text, the value, its key with it, the keys beside it, … the entry, the section, the whole text.
 */
export function selectionRanges(template: Template, offset: number): readonly Span[] {
  const { text } = template;
  const around: Span[] = [{ start: 0, end: text.length }];
  const section = template.sections.findLast((one) => one.key.start + one.offset <= offset);
  if (section !== undefined) sectionSpans(template, section, offset, around);
  const spans: Span[] = [];
  for (const span of around.map((one) => trimmed(text, one)).reverse()) {
    const inner = spans.at(-1);
    if (span.start === span.end || !touches(span, offset)) continue;
    if (inner === undefined || (isSpanWithin(inner, span) && !isSameSpan(inner, span))) spans.push(span);
  }
  const whole = { start: 0, end: text.length };
  const outermost = spans.at(-1);
  return outermost !== undefined && isSameSpan(outermost, whole) ? spans : [...spans, whole];
}

function sectionSpans(template: Template, section: Section, offset: number, around: Span[]): void {
  const { key, value, entries, offset: by } = section;
  const entry = entryAt(template, offset);
  const last = entries.at(-1);
  const end = Math.max(key.end + by, (value?.end ?? 0) + by, last === undefined ? 0 : last.value.end + last.offset);
  around.push({ start: key.start + by, end });
  const collector = { text: template.text, offset, around };
  if (touches(shifted(key, by), offset)) scalarSpans(key, { ...collector, by });
  else if (value !== undefined) nodeSpans(value, { ...collector, by });
  else if (entry !== undefined) {
    const [first] = entries;
    if (first !== undefined) around.push({ start: first.key.start + first.offset, end });
    pairSpans(entry, { ...collector, by: entry.offset });
  }
}

/** Offsets of nodes are relative to `by`; what is found is absolute, the outermost first. */
interface Collector {
  readonly text: string;
  readonly offset: number;
  readonly by: number;
  readonly around: Span[];
}

function nodeSpans(node: Node, collector: Collector): void {
  const { offset, by, around } = collector;
  if (node.kind === "scalar") {
    scalarSpans(node, collector);
    return;
  }
  around.push(shifted(node, by));
  if (node.kind === "call") {
    if (touches(shifted(node.nameSpan, by), offset)) around.push(shifted(node.nameSpan, by));
    else nodeSpans(node.argument, collector);
  } else if (node.kind === "map") {
    const pair = nearestPart(node.pairs, collector, ({ key, value, merged }) =>
      merged ? undefined : { start: key.start, end: Math.max(key.end, value.end) },
    );
    if (pair !== undefined) pairSpans(pair, collector);
  } else {
    const item = nearestPart(node.items, collector, (one) => withDash(collector, one, node.flow));
    if (item === undefined) return;
    around.push(shifted(withDash(collector, item, node.flow), by));
    nodeSpans(item, collector);
  }
}

function pairSpans({ key, value }: Pick<Pair, "key" | "value">, collector: Collector): void {
  const { offset, by, around } = collector;
  around.push(shifted({ start: key.start, end: Math.max(key.end, value.end) }, by));
  if (touches(shifted(key, by), offset)) scalarSpans(key, collector);
  else nodeSpans(value, collector);
}

function scalarSpans(node: ScalarNode, { text, offset, by, around }: Collector): void {
  const whole = shifted(node, by);
  if (!touches(trimmed(text, whole), offset)) return;
  const isBlock = node.style === "literal" || node.style === "folded";
  const content = isBlock
    ? { start: firstText(text, text.indexOf("\n", whole.start), whole.end), end: whole.end }
    : shifted(contentSpan(node), by);
  const inner = trimmed(text, content);
  around.push(whole, inner);
  if (touches(inner, offset)) around.push(...wordsAround(text, inner, offset));
}

/** The part that holds the caret; else the one that ends at it. */
function nearestPart<Part>(
  parts: readonly Part[],
  { offset, by }: Collector,
  spanOf: (part: Part) => Span | undefined,
): Part | undefined {
  let behind: Part | undefined;
  for (const part of parts) {
    const span = spanOf(part);
    if (span === undefined || !touches(shifted(span, by), offset)) continue;
    if (offset < span.end + by) return part;
    behind ??= part;
  }
  return behind;
}

/** An item of a block list with its dash. */
function withDash({ text, by }: Collector, { start, end }: Span, flow: boolean): Span {
  if (flow) return { start, end };
  let at = start + by - 1;
  while (at > 0 && /\s/.test(text.charAt(at))) at--;
  return text[at] === "-" ? { start: at - by, end } : { start, end };
}

/** Without the white space at its end, which values of several lines have. */
function trimmed(text: string, { start, end }: Span): Span {
  let behind = Math.min(end, text.length);
  while (behind > start && /\s/.test(text.charAt(behind - 1))) behind--;
  return { start, end: behind };
}

function firstText(text: string, from: number, end: number): number {
  let at = Math.max(0, from);
  while (at < end && /\s/.test(text.charAt(at))) at++;
  return at;
}

function isSpanWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
