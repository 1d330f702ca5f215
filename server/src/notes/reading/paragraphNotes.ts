import { hasJapanese } from "../words/names.ts";
import { type Draft, type Drafts, MAX_TITLE_ALONE, type Scope } from "./drafts.ts";
import { type Lead, type LeadLine, leadLine } from "./lead.ts";

/** A lead whose explanation may go on in the blocks behind its paragraph. */
export interface OpenLead {
  readonly draft: Draft;
  /** See `LeadLine`. */
  readonly depth: number;
  hasText: boolean;
}

interface Begun {
  readonly draft: Draft;
  readonly depth: number;
  readonly line: LeadLine;
  readonly lead: Lead | undefined;
  readonly at: number;
}

const INTRODUCES = /(?:[:：]|(?:以下|次の|とおり|通り|below|following)[^。.]{0,12})$/u;
const BOLD = -1;

/**
 * Makes notes of the lines of a paragraph that begin with a lead, from line `start` to line `end` of the file; returns
 * those that the following blocks may belong to, outermost first.
 *
 * @param above the line of the paragraph above the first one
 */
export function paragraphNotes(
  lines: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  scope: Scope,
  drafts: Drafts,
  above = "",
): OpenLead[] {
  const isProse = isFilled(lines);
  const goesOn = (before: string, line: string): boolean => (isProse ? !ENDS.test(before) : isWrapped(before, line));
  const read = lines.map((line, at) => (goesOn(lines[at - 1] ?? above, line) ? textLine(line) : leadLine(line)));
  const begun: Begun[] = [];
  for (const [at, line] of read.entries()) {
    if (drafts.isFull) break;
    // A sentence that begins in bold is not continued by one about something else.
    const isOther = line.isBold && line.lead !== undefined && begun.at(-1)?.lead?.naming === "sentence";
    const depth = line.depth ?? ((at === 0 && line.lead) || isOther ? line.indent : undefined);
    if (depth === undefined) {
      // A line within an item is part of that item.
      const isText = line.lead === undefined || (line.lead.naming === "sentence" && scope.inItem);
      const above = begun.at(-1)?.draft ?? (isText && scope.note.kind === "item" ? scope.note : undefined);
      if (above) {
        above.terms.push(...line.mentioned);
        drafts.mark(above, line.marks, start + at);
      } else drafts.addLine(line, definitionLead(line, lines[at + 1]), { start: start + at, end }, 0, scope);
      continue;
    }
    while ((begun.at(-1)?.depth ?? -Infinity) >= depth) begun.pop();
    const behind = read.findIndex((other, index) => index > at && (other.depth ?? Infinity) <= depth);
    const range = { start: start + at, end: behind < 0 ? end : start + behind };
    const titles = begun.map(({ draft }) => draft.title).reverse();
    const inner = { ...scope, note: begun.at(-1)?.draft ?? scope.note, context: [...titles, ...scope.context] };
    const lead = line.lead ?? titleAlone(line.plain, depth < BOLD || behind < 0 || behind > at + 1);
    const draft = drafts.addLine(line, lead, range, line.bullet ? line.indent : 0, inner);
    if (draft) begun.push({ draft, depth, line, lead, at });
  }
  return begun.flatMap((one) => openLead(one, lines.length, end));
}

/** A shorter line is not broken by an editor, in UTF-16 units. */
const MIN_WRAPPED = 50;
const GOES_ON = /(?:[a-z,]|\b(?:the|an?|of|to|in|and|or|for|with|by|is|are|on|from|that|as))$/;
/** No sentence ends behind these, so that any word may follow. */
const SURELY_GOES_ON =
  /(?:[\w`*],|\b(?:the|an?|of|to|and|or|for|with|by|is|are|from|as|at|when|if|than|into|via|its|their|this|these|gains?|sets?|uses?))$/;
/** A name within a sentence: `` `AutoMigrate` toggle ``. */
const NAME_IN_SENTENCE = /^\s*`[^`]+`,?\s+[a-z]/;
const BEGINS_WITH_NAME = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?[*_`]/;

/** The same in Japanese, when a sentence goes on behind a particle. */
const MIN_WRAPPED_JAPANESE = 20;
const GOES_ON_JAPANESE = /(?:[のをがにへとはもで、「]|から|より|まで)$/u;

/** In lines: fewer are not surely filled. */
const MIN_FILLED = 3;
const ENDS = /(?:[.:;!?)|]|^)[\s*_`]*$/;
const BEGINS_WITH_PROSE = /^\s*\p{Lu}?\p{Ll}*(?: \p{Ll}+){2}/u;

/** Whether the lines of a paragraph of prose are broken by an editor: none has room for the first word of the next. */
function isFilled(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  if (
    lines.length < MIN_FILLED ||
    !BEGINS_WITH_PROSE.test(first) ||
    // Japanese may be broken anywhere.
    lines.some(hasJapanese)
  )
    return false;
  const width = Math.max(MIN_WRAPPED, ...lines.map((line) => line.trimEnd().length));
  return lines
    .slice(1)
    .every((line, at) => (lines[at]?.trimEnd().length ?? 0) + 1 + (line.trim().split(" ", 1)[0]?.length ?? 0) > width);
}

/** Whether a line continues the sentence of the line above: its first words are no name of a note. */
function isWrapped(above: string, line: string): boolean {
  const begun = above.trimEnd();
  if (begun.length >= MIN_WRAPPED_JAPANESE && GOES_ON_JAPANESE.test(begun)) return /^\s*\p{L}/u.test(line);
  if (above.length < MIN_WRAPPED) return false;
  if (SURELY_GOES_ON.test(begun)) return /^\s*[\p{L}`*_]/u.test(line);
  if (!GOES_ON.test(begun)) return false;
  return (
    /^\s*[*_`]*[a-z]+(?:[\s*_`,.;'’-]|[:：]\s*$)/.test(line) ||
    (NAME_IN_SENTENCE.test(line) && !BEGINS_WITH_NAME.test(above))
  );
}

/** A line without a lead. */
function textLine(source: string): LeadLine {
  return { ...leadLine(source), lead: undefined, isBold: false, depth: undefined, mentioned: [] };
}

/** A short text as the title of what stands below it. */
export function titleAlone(plain: string, hasChildren: boolean): Lead | undefined {
  if (!hasChildren || plain === "" || plain.length > MAX_TITLE_ALONE || /[。．]$/u.test(plain)) return undefined;
  return { text: plain, naming: "title", rest: "" };
}

/** Whether a paragraph that begins with `line` is no longer on an open lead. */
export function endsOpen(line: LeadLine, isOneLine: boolean, open: OpenLead): boolean {
  const isBold = line.depth === BOLD;
  if (line.depth === undefined || (!line.bullet && !isBold)) return false;
  if (open.depth !== BOLD || !isBold) return line.depth <= open.depth;
  // Bold with text behind it, right below bold alone, is a member of the group that the latter names.
  return (line.lead?.rest === "" && isOneLine) || open.hasText;
}

/** `: text` on the next line is a definition. */
function definitionLead(line: LeadLine, next: string | undefined): Lead | undefined {
  return next !== undefined && /^\s*:\s/.test(next) ? titleAlone(line.plain, true) : line.lead;
}

function openLead({ draft, depth, line, lead, at }: Begun, count: number, end: number): OpenLead[] {
  if (draft.passage[0]?.end !== end) return [];
  const isLast = at === count - 1;
  const isAlone = lead?.rest === "" && (depth <= BOLD || isLast);
  if (!isAlone && !(isLast && INTRODUCES.test(line.plain))) return [];
  return [{ draft, depth, hasText: !isLast || lead?.rest !== "" }];
}

/** Ends the open leads with the line before this one. */
export function closeAll(open: OpenLead[], line: number): void {
  for (const { draft } of open.splice(0)) draft.passage = [{ start: draft.line, end: line }];
}
