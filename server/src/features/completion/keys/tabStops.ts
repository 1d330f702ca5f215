import { plainBody } from "../../../snippets/plainBody.ts";
import type { CompletionItem } from "../scene.ts";

interface TabStop {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  /** `:` before a default, `|` before choices. */
  readonly sign: string;
}

/**
 * An item that leaves no tab stop behind. An editor keeps a snippet alive until its last stop (`$0`) is reached, and
 * its Tab indents nothing as long: so the last stop becomes `$0`, and a text whose only stop is its end is no snippet
 * at all. If the last stop is a value with more behind it than what closes the lines above, Tab leaves it for the end.
 */
export function withoutLastStop(item: CompletionItem): CompletionItem {
  if (!item.snippet) return item;
  const { insertText } = item;
  const stops = tabStops(insertText);
  if (stops.length === 0) {
    // A resource that has nothing but its type in JSON is continued behind that.
    const onlyType = /^[^\n]*\n\s*"Type": "[\w:]+"(?=\n\s*\\\}$)/.exec(insertText)?.[0];
    if (onlyType !== undefined) return { ...item, insertText: `${onlyType}$0${insertText.slice(onlyType.length)}` };
    return { ...item, insertText: plainBody(insertText), snippet: false };
  }
  const number = stops.some((stop) => stop.number === 0) ? 0 : Math.max(...stops.map((stop) => stop.number));
  const [last, ...others] = stops.filter((stop) => stop.number === number);
  if (last === undefined || others.length > 0) return item;
  const [before, behind] = [insertText.slice(0, last.start), plainBody(insertText.slice(last.end))];
  const isText = /\n[ \t]*$/.test(before) && behind.startsWith("\n");
  if (!isText && !/^(?:\n[\s}\]]*)?$/.test(behind)) {
    const end = number === 0 || item.kind === "snippet" ? undefined : endInJson(insertText, last.end, behind);
    return end === undefined ? item : { ...item, insertText: `${insertText.slice(0, end)}$0${insertText.slice(end)}` };
  }
  const isOnly = stops.length === 1;
  // Editors show the choices of a stop only if there is another stop; those of a single one come with the next list.
  const again = isOnly && last.sign === "|" && { again: true };
  if (isOnly && last.end === insertText.length && last.sign !== ":")
    return { ...item, insertText: plainBody(insertText.slice(0, last.start)), snippet: false, ...again };
  const text = plainBody(insertText.slice(last.start, last.end));
  const stop = (isOnly && last.sign === "|") || text === "" ? "$0" : `\${0:${text.replace(/[\\$}]/g, "\\$&")}}`;
  return { ...item, insertText: insertText.slice(0, last.start) + stop + insertText.slice(last.end), ...again };
}

/**
 * For an item in JSON whose last stop ends at `from`, the place at which somebody would go on with a comma: behind that
 * value, or else behind the last member of the object; `undefined` for all else.
 */
function endInJson(text: string, from: number, behind: string): number | undefined {
  if (!/^"[^"\n]*": [{[]\n/.test(text)) return undefined;
  if (/^[^\n]+\n[\s}\]]*,?$/.test(behind)) return text.indexOf("\n", from);
  return /\n[ \t]*\\?\},?$/.test(text) ? text.lastIndexOf("\n") : undefined;
}

/** All tab stops, also those in the defaults of others. */
function tabStops(text: string): readonly TabStop[] {
  const found: TabStop[] = [];
  for (const { index, 0: begin, groups } of text.matchAll(BEGIN)) {
    const { bare, braced, sign = "" } = groups ?? {};
    const end = index + begin.length;
    if (bare !== undefined) found.push({ number: Number(bare), start: index, end, sign: "" });
    if (braced !== undefined) {
      found.push({ number: Number(braced), start: index, end: sign === "}" ? end : closing(text, end), sign });
    }
  }
  return found;
}

/** An escape, or the beginning of a stop. */
const BEGIN = /\\[\s\S]|\$(?<bare>\d+)|\$\{(?<braced>\d+)(?<sign>[:|}])/g;

/** Behind the brace that closes the one before `from`. */
function closing(text: string, from: number): number {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "}") depth--;
    else if (text[at] === "$" && text[at + 1] === "{") depth++;
  }
  return at;
}

/** The item if an editor without snippets can insert it: a single line, and not the fragments of several lines. */
export function inOneLine(item: CompletionItem): readonly CompletionItem[] {
  const [first = "", ...more] = item.insertText.split("\n");
  if (more.length === 0) return [item];
  if (item.kind === "snippet") return [];
  return [{ ...item, insertText: first.replace(/[ \t[{]+$/, "") }];
}
