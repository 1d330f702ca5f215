import { propertyOffset } from "../../change/propertyAt.ts";
import type { Report, ReportLine } from "../../change/report.ts";
import type { Template } from "../../model/template.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { notesOn } from "../../notes/showing/notesOn.ts";
import type { ChangeLine, TemplateChanges } from "../../protocol/template.ts";
import type { LineColumn } from "../../text/lineIndex.ts";
import { visible } from "../../text/visible.ts";

/** In one section; more would not be read. */
const MAX_ITEMS = 200;
const MAX_LINES = 20;
const MAX_NOTES_AT_PLACE = 2;

/** The report on a change, in the protocol's form, with the notes on what changed. */
export function templateChanges(
  { sections }: Report,
  open: { readonly uri: string; readonly template: Template },
  notes: NoteIndex,
): TemplateChanges["sections"] {
  return readSections(sections).map(({ title, items }) => ({
    title,
    items: items.slice(0, MAX_ITEMS).map((item) => ({
      ...lineOf(item, item.gone),
      severity: item.severity,
      isGone: item.gone !== undefined,
      ...(item.isRefused && { isRefused: true }),
      lines: item.lines.slice(0, MAX_LINES).map((line) => lineOf(line, undefined)),
    })),
  }));

  function lineOf({ text, severity, place }: ReportLine, gone: LineColumn | undefined): ChangeLine {
    const at = place ?? gone;
    return {
      text: visible(text),
      ...(severity !== undefined && { severity }),
      ...(at !== undefined && { place: positionOf(at) }),
      notes: place === undefined ? [] : notesAt(place),
    };
  }

  function notesAt(place: LineColumn): ChangeLine["notes"] {
    const bound = notesOn(notes, open, propertyOffset(open.template, place) + 1);
    return bound
      .slice(0, MAX_NOTES_AT_PLACE)
      .map(({ note: { id, title }, file: { builtIn } }) => ({ id, title: visible(title), builtIn }));
  }
}

/** Without what is not compared: the editor marks it as an error. */
function readSections(sections: Report["sections"]): Report["sections"] {
  return sections
    .map(({ title, items }) => ({ title, items: items.filter(({ isUnread }) => !isUnread) }))
    .filter(({ items }) => items.length > 0);
}

/** The changes in a nested template. */
export interface NestedReport {
  /** The logical ids of the stacks that nest it. */
  readonly stacks: readonly string[];
  readonly report: Report;
  /** The place of the stack in the outermost template. */
  readonly place: LineColumn | undefined;
  readonly uri: string;
}

/**
 * The changes in a template and in those that it nests, which are reported at the stack, since only that is in the
 * template.
 */
export function withNested(
  sections: TemplateChanges["sections"],
  nested: readonly NestedReport[],
): TemplateChanges["sections"] {
  const found = new Map(sections.map(({ title, items }) => [title, [...items]]));
  for (const { stacks, report, place, uri } of nested)
    for (const { title, items } of readSections(report.sections)) {
      const known = found.get(title) ?? [];
      found.set(title, known);
      for (const item of items) {
        if (known.length === MAX_ITEMS) break;
        known.push({
          text: visible(`${stacks.join(" › ")} › ${item.text}`),
          severity: item.severity,
          ...(place && { place: positionOf(place) }),
          notes: [],
          isGone: false,
          ...(item.isRefused && { isRefused: true }),
          lines: item.lines.slice(0, MAX_LINES).map(({ text }) => ({ text: visible(text), notes: [] })),
          elsewhere: { uri, ...(item.place && { place: positionOf(item.place) }) },
        });
      }
    }
  return [...found].map(([title, items]) => ({ title, items }));
}

function positionOf({ line, column }: LineColumn): NonNullable<ChangeLine["place"]> {
  return { line: line - 1, character: column - 1 };
}
