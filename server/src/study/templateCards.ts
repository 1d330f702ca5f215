import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Template } from "../model/template.ts";
import { textOf, valueAt } from "../model/tree/node.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { valueSites } from "../rules/shared/valueSites.ts";
import type { Card } from "./cards/card.ts";
import { type Check, type Drill, drill } from "./drill/drill.ts";
import { FAULTS } from "./drill/faults.ts";

/** So many questions are asked of one template, of each kind. */
const MOST = 3;
const DECISIONS = FAULTS.filter(({ isDecision }) => isDecision);
/** Fewer values need not be learnt, more cannot be told. */
const LEAST_VALUES = 3;
const MOST_VALUES = 6;
/** So many decisions are tried for a question. */
const MOST_TRIES = 8;
/** In characters; a longer template would be checked for too long. */
const LONGEST_TEMPLATE = 200_000;
const LONGEST_LINE = 120;

const made = new WeakMap<Template, Map<NoteLanguage, readonly Card[]>>();

/**
 * What would come of a decision in a template, as our own rules answer it, and which values its properties take; in
 * steps, kept by template.
 */
export function* templateCards(
  template: Template,
  uri: string,
  catalogue: Catalogue,
  check: Check,
  language: NoteLanguage,
): Generator<void, readonly Card[]> {
  const known = made.get(template) ?? new Map<NoteLanguage, readonly Card[]>();
  made.set(template, known);
  const before = known.get(language);
  if (before !== undefined) return before;
  const cards: Card[] = [...valueCards(template, uri, catalogue)];
  const fronts = new Set<string>();
  const most = template.text.length > LONGEST_TEMPLATE ? 0 : MOST;
  for (let seed = 0; seed < most; seed++) {
    yield;
    const found = yield* drill(template.text, check, { seed, faults: DECISIONS, tries: MOST_TRIES });
    const card = found && decisionCard(found, template, uri, language);
    if (card === undefined || fronts.has(card.front)) continue;
    fronts.add(card.front);
    cards.push(card);
  }
  known.set(language, cards);
  return cards;
}

function decisionCard(
  { before, after, finding }: Drill,
  template: Template,
  uri: string,
  language: NoteLanguage,
): Card | undefined {
  if (before.length > LONGEST_LINE || after.length > LONGEST_LINE || before === "") return undefined;
  const entry = template.sections
    .flatMap(({ entries }) => entries)
    .findLast(({ offset }) => offset <= finding.span.start);
  if (entry === undefined) return undefined;
  const type = textOf(valueAt(entry.value, "Type"));
  const front = after === "" ? withoutLine(before, language) : changedLine(before, after, language);
  return {
    kind: "template",
    front,
    back: finding.message,
    where: [...(type === undefined ? [] : [type]), entry.name],
    path: [],
    noteId: "",
    uri,
    line: lineAt(template.text, entry.offset),
  };
}

function withoutLine(before: string, language: NoteLanguage): string {
  return language === "ja" ? `「${before}」がなかったら？` : `Without “${before}”?`;
}

function changedLine(before: string, after: string, language: NoteLanguage): string {
  return language === "ja" ? `「${before}」が「${after}」だったら？` : `With “${after}” instead of “${before}”?`;
}

/** Which values a property of the template takes, where a complete list of a few is known. */
function* valueCards(template: Template, uri: string, catalogue: Catalogue): Generator<Card> {
  const fronts = new Set<string>();
  for (const { name, entries } of template.sections) {
    if (name !== "Resources") continue;
    for (const entry of entries) {
      const type = textOf(valueAt(entry.value, "Type"));
      if (type === undefined) continue;
      for (const { type: value, key, path } of valueSites(entry, catalogue).literals) {
        if (value.kind !== "string" || value.enum === undefined || value.closed !== true || key === undefined) continue;
        const front = `${type} ${path.slice(1).join(".")}`;
        const { length } = value.enum;
        if (length < LEAST_VALUES || length > MOST_VALUES || fronts.has(front) || isPlain(value.enum)) continue;
        if (fronts.size >= MOST) return;
        fronts.add(front);
        const back = value.enum.map((one) => `・${one}`).join("\n");
        const line = lineAt(template.text, entry.offset + key.start);
        yield { kind: "list", front, back, where: [entry.name], path: [], noteId: "", uri, line };
      }
    }
  }
}

/** Numbers and yes or no need not be learnt. */
function isPlain(values: readonly string[]): boolean {
  return values.every((value) => /^(?:\d+|true|false|yes|no|on|off|enabled?|disabled?)$/i.test(value));
}

function lineAt(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
