import { endOfLine, type Span, startOfLine } from "../../text/span.ts";
import { firstCharacter, keyColon, keyEndBefore, unquoted } from "../split/blockLines.ts";
import { type Accepts, type Member, type OpenLevel, type Reading, scalarBehind } from "../split/openLevel.ts";
import type { Template } from "../template.ts";
import { isFunctionKey } from "../tree/functionNames.ts";
import { blockPlace } from "./blockPlace.ts";
import { flowMembersAfter } from "./flowPlace.ts";
import { jsonPlace } from "./jsonPlace.ts";

/** One step from the top of a template towards the caret. */
export type Step =
  | { readonly kind: "key"; readonly name: string }
  | { readonly kind: "item"; readonly index: number }
  /** Into the argument of a function, by its long name. */
  | { readonly kind: "call"; readonly name: string };

/** A map or list around the caret. */
export interface Level {
  readonly kind: "map" | "list";
  /** The keys of the map before and behind the caret, without the one at the caret. */
  members(): readonly Member[];
  /** The scalar under a key, if it stands on the key's line. */
  valueOf(key: string): string | undefined;
}

/** A place at which something may be inserted, and what it replaces. Offsets are absolute. */
export interface CompletionPlace
  extends Pick<Reading, "accepts" | "span" | "quote" | "hasColon" | "commaBefore" | "commaAfter"> {
  /** To the value at the caret; if only a key is accepted, to the map that gets it. */
  readonly steps: readonly Step[];
  /** Outermost first: 0 is the template, 1 the section, 2 the entry. If a key is accepted, the last one gets it. */
  readonly levels: readonly Level[];
  /** The token without its quotes; for text of several lines the whole text. */
  readonly content: Span;
  readonly style: "block" | "flow" | "json";
  /** The white space in front of an inserted key's further lines, up to its column. */
  readonly indent: string;
  /** The identifiers of the loops (`Fn::ForEach`) around the caret; steps and levels leave loops out. */
  readonly loopVariables: readonly string[];
  /** How many blanks to insert in front; below zero: to remove. */
  readonly pad: number;
}

/** The keys of the map that the caret is in, without the one at the caret. */
export function keysAround({ levels }: CompletionPlace): ReadonlySet<string> {
  return new Set(
    levels
      .at(-1)
      ?.members()
      .map(({ name }) => name),
  );
}

/**
 * What may be inserted at the caret. It reads the text around the caret and no tree, so it also answers in half-typed
 * lines, on blank lines (by their column) and behind broken text. If the column allows several places, the likelier one
 * comes first; none in comments and wherever nothing can be inserted.
 */
export function completionPlaces(template: Template, offset: number): readonly CompletionPlace[] {
  const { text } = template;
  const json = isJson(template);
  const readings = json ? [jsonPlace(template, offset)].filter((one) => one !== undefined) : blockPlace(text, offset);
  return readings.map((reading) => placeFromReading(text, offset, reading, json));
}

/**
 * The maps around the one at whose column a word stands that is alone on its line, the innermost first: there it may be a key if
 * its line is indented less, which is what `pad` says. None in JSON.
 */
export function outerPlaces(template: Template, offset: number): readonly CompletionPlace[] {
  const { text } = template;
  return isJson(template)
    ? []
    : blockPlace(text, offset, true).map((reading) => placeFromReading(text, offset, reading, false));
}

/** Whether a text is JSON. A bare word that is being typed may make the whole of it look like YAML. */
function isJson({ text, format }: Template): boolean {
  return format === "json" || /^[\s\ufeff]*\{\s*"/.test(text.slice(0, 1000));
}

function placeFromReading(text: string, offset: number, reading: Reading, json: boolean): CompletionPlace {
  const { levels, content, quote, hasColon, commaBefore, commaAfter } = reading;
  // A scalar over several lines is never replaced as a whole.
  const long = text.slice(reading.span.start, reading.span.end).includes("\n");
  const accepts: Accepts = long ? { text: true } : reading.accepts;
  const span = long ? { start: offset, end: offset } : reading.span;
  const top = levels.at(-1);
  const isOutside = outsideLoops(levels);
  const flow = top?.flow === true;
  return {
    steps: levels.filter(isOutside).flatMap(stepsOfLevel),
    levels: levels
      .map((level, index) => levelOf(text, Math.max(offset, span.end), span, levels, level, index))
      .filter((_, index) => isOutside(levels[index])),
    loopVariables: levels
      .filter((level) => level.kind === "map" && !isOutside(level))
      .map((level) => variableOf(text, level)),
    accepts,
    span,
    content,
    quote,
    hasColon,
    pad: reading.pad ?? 0,
    style: json ? "json" : flow ? "flow" : "block",
    indent:
      json || flow
        ? (/^[ \t]*/.exec(text.slice(startOfLine(text, offset)))?.[0] ?? "")
        : " ".repeat(columnOf(text, reading)),
    ...(commaBefore !== undefined && { commaBefore }),
    ...(commaAfter !== undefined && { commaAfter }),
  };
}

/** Inside a loop, paths continue from its output map, without the loop's name, identifier and collection. */
function outsideLoops(levels: readonly OpenLevel[]): (level: OpenLevel | undefined) => boolean {
  const loops = new Set<OpenLevel | undefined>();
  for (const [index, level] of levels.entries()) {
    const list = levels[index + 1];
    if (level.key?.startsWith("Fn::ForEach::") !== true || list?.kind !== "list" || list.index !== 2) continue;
    if (levels[index + 2]?.kind === "map") loops.add(level).add(list);
  }
  return (level) => !loops.has(level);
}

/** The first argument of the loop that is open in `level`. */
function variableOf(text: string, level: OpenLevel): string {
  const end = level.before.at(-1)?.end ?? 0;
  return /^["']?\s*:\s*(?:#.*\s*)?(?:\[\s*|-\s+)["']?(\w+)/.exec(text.slice(end, end + 300))?.[1] ?? "";
}

function columnOf(text: string, { levels, accepts, span, pad = 0 }: Reading): number {
  const top = levels.at(-1);
  if (accepts.key === true && top?.kind === "map") return top.column;
  return span.start - startOfLine(text, span.start) + pad;
}

function stepsOfLevel({ kind, key, index, calls }: OpenLevel): Step[] {
  const own: Step[] =
    kind === "list"
      ? [{ kind: "item", index }]
      : key === undefined
        ? []
        : [{ kind: isFunctionKey(key) ? "call" : "key", name: key }];
  return [...own, ...calls.map((name): Step => ({ kind: "call", name }))];
}

function levelOf(
  text: string,
  from: number,
  span: Span,
  all: readonly OpenLevel[],
  level: OpenLevel,
  index: number,
): Level {
  let members: readonly Member[] | undefined;
  const read = (): readonly Member[] => {
    members ??= [
      ...level.before.filter(({ start }) => start !== span.start || span.start === span.end),
      ...(level.flow
        ? flowMembersAfter(text, from, all.length - 1 - index, text.length)
        : blockMembersAfter(text, from, level.column)),
    ];
    return members;
  };
  return {
    kind: level.kind,
    members: read,
    valueOf: (key) => {
      const member = read().findLast(({ name }) => name === key);
      return member === undefined ? undefined : scalarBehind(text, member.end);
    },
  };
}

/** The keys of a block map that stand behind the line of `from`. */
function blockMembersAfter(text: string, from: number, column: number): readonly Member[] {
  const members: Member[] = [];
  for (let at = text.indexOf("\n", from) + 1; at > 0 && at < text.length; ) {
    const end = endOfLine(text, at);
    const first = firstCharacter(text, at, end);
    if (first < end && text.charCodeAt(first) !== 0x23) {
      const indent = first - at;
      if (indent < column) break;
      const colon = indent === column ? keyColon(text, first, end) : -1;
      if (colon >= 0) {
        const keyEnd = keyEndBefore(text, first, colon);
        members.push({ name: unquoted(text.slice(first, keyEnd)), start: first, end: keyEnd });
      }
    }
    at = text.indexOf("\n", end) + 1;
  }
  return members;
}
