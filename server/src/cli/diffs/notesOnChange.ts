import { propertyOffset } from "../../change/propertyAt.ts";
import type { Report } from "../../change/report.ts";
import type { Template } from "../../model/template.ts";
import type { BoundNote } from "../../notes/binding/boundNote.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { notesOn } from "../../notes/showing/notesOn.ts";
import { passageText } from "../../notes/showing/passageText.ts";
import { shortened } from "../../text/shortened.ts";

/** A template that has changed, and what the change does. */
export interface ChangedTemplate {
  readonly uri: string;
  readonly template: Template;
  readonly report: Report;
}

const MAX_NOTES = 3;
/** In characters, which include its first paragraph. */
const MAX_NOTE_LENGTH = 10_000;

/** Changes that get a note: whoever made another kind of change knows what a note on it says. */
const WORTH_A_NOTE: ReadonlySet<string | undefined> = new Set([
  "data-loss",
  "delete",
  "replace",
  "may-replace",
  "interruption",
]);

/** The notes on what changed: those of people before built-in ones, and those on what is worst first. */
export function notesOnChange(files: readonly ChangedTemplate[], index: NoteIndex): readonly BoundNote[] {
  const found = files.flatMap(({ uri, template, report }) =>
    report.sections.flatMap(({ items }) =>
      items.flatMap((item) =>
        [item, ...item.lines].flatMap(({ place, severity, isCarried }) => {
          if (place === undefined || isCarried === true) return [];
          const bound = notesOn(index, { uri, template }, propertyOffset(template, place) + 1);
          return bound.slice(0, 1).filter(({ file }) => !file.builtIn || WORTH_A_NOTE.has(severity));
        }),
      ),
    ),
  );
  const once = [...new Map(found.map((one) => [one.note.id, one])).values()];
  return once.toSorted((a, b) => Number(a.file.builtIn) - Number(b.file.builtIn)).slice(0, MAX_NOTES);
}

/**
 * The first paragraph of a note, in its own words.
 *
 * @param longest in characters
 */
export function noteBeginning({ note, file }: BoundNote, longest: number): string {
  const parts = passageText(note, file, MAX_NOTE_LENGTH).split("\n\n");
  const lines = (parts.find((part) => /^(?!!\[)\S/.test(part)) ?? "").split("\n");
  // The text that a last line announces is in the next part.
  const told = lines.length > 1 && /[:：]$/.test(lines.at(-1) ?? "") ? lines.slice(0, -1) : lines;
  return shortened(told.join("\n"), longest);
}
