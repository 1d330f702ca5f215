import type { Template } from "../../model/template.ts";
import type { NoteFileContent } from "../../notes/reading/note.ts";
import { saysAgain } from "../../notes/showing/apart.ts";
import type { NoteUse } from "../../notes/uses/noteUses.ts";
import type { ProtocolRange } from "../../protocol/common.ts";
import type { NoteInTemplate, PlaceInTemplate, PlaceOwner, UsedPlace } from "../../protocol/notes.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import type { Span } from "../../text/span.ts";
import { listedNote } from "./placeViews.ts";

/** More would not be opened. */
const MAX_PLACES = 300;
/** Of the line that shows the text of a place. */
const MAX_LINE_LENGTH = 160;

/** The notes that show in a template, with their places, in the protocol's form. */
export function notesInTemplate(
  template: Template,
  uses: readonly NoteUse[],
): { readonly notes: readonly NoteInTemplate[]; readonly owners: readonly PlaceOwner[] } {
  const rangeAt = rangesOf(template.text);
  const owners = new Map<string, PlaceOwner>();
  const numbers = new Map<string, number>();
  const found = new Map<string, Found & { readonly places: PlaceInTemplate[] }>();
  for (const use of uses) {
    const owner = ownerOf(template, use);
    const key = `${owner.section} ${owner.name ?? ""}`;
    if (!owners.has(key)) {
      numbers.set(key, owners.size);
      owners.set(key, owner);
    }
    const { id } = use.note;
    const known = found.get(id) ?? { use, places: [] };
    found.set(id, known);
    if (known.places.length < MAX_PLACES) known.places.push({ range: rangeAt(use.span), owner: numbers.get(key) ?? 0 });
  }
  const notes = [...found.values()]
    .toSorted((left, right) => compareUses(left.use, right.use))
    .filter((one, at, all) => !isSameUse(one, all[at - 1]))
    .map(({ use: { note, file }, places }): NoteInTemplate => {
      return { ...listedNote({ note, file }), fileTitle: file.title, team: file.team, topics: note.topicIds, places };
    });
  return { notes, owners: [...owners.values()] };
}

interface Found {
  readonly use: NoteUse;
  readonly places: readonly PlaceInTemplate[];
}

/** Whether a note has the text of the one above it, at the same places: the only sentence below a heading. */
function isSameUse({ use, places }: Found, before: Found | undefined): boolean {
  if (before === undefined || !saysAgain(use, before.use) || !saysAgain(before.use, use)) return false;
  return JSON.stringify(places) === JSON.stringify(before.places);
}

function compareUses(left: NoteUse, right: NoteUse): number {
  const files = rankOf(left.file) - rankOf(right.file);
  if (files !== 0) return files;
  if (left.file.uri !== right.file.uri) return left.file.uri < right.file.uri ? -1 : 1;
  return left.note.line - right.note.line;
}

function rankOf({ builtIn, team }: NoteFileContent): number {
  return builtIn ? 2 : Number(team);
}

function ownerOf({ sections, declarations }: Template, { entry, span }: NoteUse): PlaceOwner {
  if (entry === undefined) {
    const section = sections.findLast(({ key, offset }) => key.start + offset <= span.start);
    return { section: section?.name ?? "" };
  }
  const { section, name } = entry;
  const type = section === "Resources" ? declarations.resources.get(name)?.type : undefined;
  return { section, name, ...(type !== undefined && { type }) };
}

/** The places of a note in a template, with a line of context each. */
export function usedPlaces(uri: string, text: string, spans: readonly Span[]): readonly UsedPlace[] {
  const rangeAt = rangesOf(text);
  const { line } = lineIndex(text);
  return spans.slice(0, MAX_PLACES).map((span) => {
    const range = rangeAt(span);
    return {
      uri,
      range,
      text: line(range.start.line + 1)
        .trim()
        .slice(0, MAX_LINE_LENGTH),
    };
  });
}

/** Ranges in an earlier text: the document itself may have changed since. */
function rangesOf(text: string): (span: Span) => ProtocolRange {
  const index = lineIndex(text);
  const at = (offset: number): ProtocolRange["start"] => {
    const { line, column } = index.at(offset);
    return { line: line - 1, character: column - 1 };
  };
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}
