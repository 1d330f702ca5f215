import type { Diagnostic } from "../../features/diagnostics.ts";
import { textDelta } from "../../model/split/textDelta.ts";
import { type Span, shifted, startOfLine, touches } from "../../text/span.ts";

/** One change of a text: `text` took the place of the span. */
export interface TextChange extends Span {
  readonly text: string;
}

interface Typing {
  /** The end of the last change: as far as a server knows, the caret. */
  readonly caret: number;
  /** Whether the last change deleted more than a letter: what is missing since then is published. */
  readonly isCut: boolean;
  /** What the last change of several lines inserted, such as a skeleton whose values are empty. */
  readonly skeleton: Span | undefined;
}

interface Kept {
  /** `undefined` while nobody types. */
  readonly typing: Typing | undefined;
  /** What was published last, moved along with the edits since. */
  readonly told: readonly Diagnostic[];
}

/**
 * Holds back findings while somebody types: findings on the word that is being typed, which would be gone with its
 * completion, and on what is still missing in the block that is being typed. Findings elsewhere are published at once.
 * What was published before stays meanwhile: an unfinished word breaks the text around it, of which nothing can be said
 * then.
 */
export class HeldBack {
  readonly #documents = new Map<string, Kept>();

  /** To be called for each change. */
  changed(uri: string, change: TextChange): void {
    const { typing, told = [] } = this.#documents.get(uri) ?? {};
    const movedOn = told.map((one) => moved(one, change));
    this.#documents.set(uri, { typing: typingAfter(typing, change), told: movedOn });
  }

  /** To be called when somebody pauses, or saves: all is published then. */
  settle(uri: string): void {
    const { told = [] } = this.#documents.get(uri) ?? {};
    this.#documents.set(uri, { typing: undefined, told });
  }

  closed(uri: string): void {
    this.#documents.delete(uri);
  }

  isTyping(uri: string): boolean {
    return this.#documents.get(uri)?.typing !== undefined;
  }

  /** The findings to publish now, and whether some are held back. */
  select(uri: string, text: string, found: readonly Diagnostic[]): { told: readonly Diagnostic[]; isHeld: boolean } {
    const { typing, told: before } = this.#documents.get(uri) ?? { typing: undefined, told: [] };
    const told = typing === undefined ? found : toldWhile(typing, { text, before, found });
    this.#documents.set(uri, { typing, told });
    return { told, isHeld: told !== found };
  }
}

interface Findings {
  readonly text: string;
  readonly before: readonly Diagnostic[];
  readonly found: readonly Diagnostic[];
}

function toldWhile(typing: Typing, { text, before, found }: Findings): readonly Diagnostic[] {
  const isOnWord = wordIn(text, typing);
  // What was shown there before, after a pause, does not blink when they type on.
  const seen = new Set(before.filter(isOnWord).map(({ code }) => code));
  const held = new Set(found.filter((one) => isOnWord(one) && !seen.has(one.code)));
  const toldAt = byPlace(before);
  const told: Diagnostic[] = [];
  for (const one of found) {
    const there = toldAt(one);
    if (held.has(one) || (there.length === 0 && isAwaited(one, text, typing))) continue;
    told.push(inWordsOf(there, one));
  }
  const isAllTold = told.length === found.length && told.every((one, index) => one === found[index]);
  const mayStay = before.filter((one) => (held.size === 0 ? one.isOfCase : !isOnWord(one)));
  if (mayStay.length === 0) return isAllTold ? found : told;
  const saidAt = byPlace(told);
  const unsaid = mayStay.filter((one) => saidAt(one).length === 0);
  return [...told, ...unsaid].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Gives the findings with the same code at the same place as another one. */
function byPlace(findings: readonly Diagnostic[]): (one: Diagnostic) => readonly Diagnostic[] {
  const starting = new Map<number, Diagnostic[]>();
  for (const one of findings) {
    const others = starting.get(one.span.start);
    if (others === undefined) starting.set(one.span.start, [one]);
    else others.push(one);
  }
  return ({ code, span }) => (starting.get(span.start) ?? []).filter((one) => one.code === code);
}

/**
 * A finding with the message that was published for it before, so that "did you mean" does not change with each letter.
 */
function inWordsOf(toldThere: readonly Diagnostic[], found: Diagnostic): Diagnostic {
  const was = toldThere.find(
    ({ english }) => english === found.english || withoutGuess(english) === withoutGuess(found.english),
  );
  return was === undefined || was.message === found.message ? found : { ...found, message: was.message };
}

function withoutGuess(english: string): string {
  return english.replace(/ Did you mean [^?]*\?/, "");
}

/** Tells whether a finding is on the word that is being typed, or says that its value is missing yet. */
function wordIn(text: string, { caret, skeleton }: Typing): (finding: Diagnostic) => boolean {
  const start = startOfLine(text, caret);
  const newline = text.indexOf("\n", caret);
  const end = newline < 0 ? text.length : newline;
  const opener = openerAbove(text, start, end);
  return ({ span, code, related }) => {
    if (span.start >= start && span.end <= end) {
      // A key whose value is begun, a tag whose argument is.
      const isBehind = (text[span.start] === "!" ? /^\s+\S*$/ : BEFORE_VALUE).test(text.slice(span.end, caret));
      return code === "syntax" || touches(span, caret) || (span.end <= caret && isBehind);
    }
    // Half a name may equal another one.
    if (code === "duplicate-key") return related.some((other) => touches(other.span, caret));
    if (code !== "null-value") return false;
    return [opener, skeleton].some((around) => around && span.start >= around.start && span.end <= around.end);
  };
}

/** Whether a finding says that something is missing which would be written at the caret. */
function isAwaited({ unfinished }: Diagnostic, text: string, { caret, isCut }: Typing): boolean {
  if (unfinished === undefined || isCut || unfinished.at.start > caret) return false;
  const { where, at: span } = unfinished;
  const begin = startOfLine(text, span.start);
  const front = text.slice(begin, span.start);
  // The first key of an item is behind its dash, and the others are written beside it.
  const isItem = /^[\s-]*- *$/.test(front);
  const column = isItem ? front.length : front.search(/\S|$/);
  const least = isItem || where === "beside" ? column : column + 1;
  for (let at = text.indexOf("\n", begin) + 1; at > 0 && at <= caret; at = text.indexOf("\n", at) + 1) {
    const newline = text.indexOf("\n", at);
    const line = text.slice(at, newline < 0 ? text.length : newline);
    const indent = line.search(/\S/);
    // A list may stand in the column of its key.
    const own = line[indent] === "-" ? indent + 1 : indent;
    if (indent < 0 ? at + line.length >= caret && line.length < least : own < least) return false;
  }
  return true;
}

/** What is typed in front of the first letter of a value. */
const BEFORE_VALUE = /^[\s:"'!&|>[{-]*$/;

/** The line above one that has at most a dash, if the value of its key is written there. */
function openerAbove(text: string, start: number, end: number): Span | undefined {
  const line = text.slice(start, end);
  if (!BEFORE_VALUE.test(line)) return undefined;
  const above = text.slice(0, start).trimEnd();
  const begin = above.lastIndexOf("\n") + 1;
  const indent = above.slice(begin).search(/\S/);
  const isBelow = line.trimEnd() === "" ? line.length > indent : line.search(/\S/) >= indent;
  return isBelow ? { start: begin, end: above.length } : undefined;
}

function typingAfter(before: Typing | undefined, { start, end, text }: TextChange): Typing {
  const skeleton = before?.skeleton;
  const grown = text.length - (end - start);
  const caret = start + text.length;
  const isCut = text === "" && end - start > 1;
  if (/\n\s*\S/.test(text)) return { caret, isCut, skeleton: { start, end: caret } };
  const isInside = skeleton !== undefined && start >= skeleton.start && end <= skeleton.end;
  return { caret, isCut, skeleton: isInside ? { start: skeleton.start, end: skeleton.end + grown } : undefined };
}

/** A finding after a change of the text; what is typed at its end belongs to it. */
function moved(finding: Diagnostic, { start, end, text }: TextChange): Diagnostic {
  const by = text.length - (end - start);
  const after = (span: Span): Span => {
    if (span.start >= end && span.start > start) return shifted(span, by);
    const isBehind = span.end < start || (span.end === start && /\s/.test(text));
    return isBehind ? span : { start: span.start, end: Math.max(span.start, span.end + by) };
  };
  const span = after(finding.span);
  if (span === finding.span && finding.related.length === 0) return finding;
  return { ...finding, span, related: finding.related.map((other) => ({ ...other, span: after(other.span) })) };
}

/** The change between two texts, for clients that send the whole text. */
export function changeBetween(before: string, after: string): TextChange {
  const { start, end } = textDelta(before, after);
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}
