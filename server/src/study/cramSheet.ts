import type { NoteIndex } from "../notes/noteIndex.ts";
import { withoutBareFacts } from "../notes/overtaken/withOvertaken.ts";
import { isPartOf, type Note, type NoteFileContent, type NoteLanguage } from "../notes/reading/note.ts";
import { passageOf } from "../notes/reading/passage.ts";
import { renderHtml } from "../notes/showing/renderHtml.ts";
import { groupedBy } from "../text/groupedBy.ts";

interface SheetNote {
  readonly note: Note;
  readonly file: NoteFileContent;
}

/** The user's notes with these ids, without duplicates, in the order of the files; parts of included notes are left out. */
export function sheetNotes(ids: Iterable<string>, notes: NoteIndex): readonly SheetNote[] {
  const found = [...ids].flatMap((id) => notes.note(id) ?? []);
  return found
    .filter(({ note }) => !found.some((other) => isPartOf(note, other.note)))
    .sort(
      (left, right) =>
        (left.file.uri < right.file.uri ? -1 : Number(left.file.uri > right.file.uri)) ||
        left.note.line - right.note.line,
    );
}

/** Headings inside a passage, which would otherwise stand above those of the sheet. */
const HEADING = /^#{1,6}\s+(.*)$/gm;

/** Notes as one Markdown text: a chapter for each file. */
export function sheetAsMarkdown(title: string, notes: readonly SheetNote[]): string {
  const parts = [...groupedBy(notes, ({ file }) => file)].map(
    ([file, own]) =>
      `## ${file.title}\n\n${own.map(({ note }) => `### ${withoutBareFacts(note.title, note, file)}\n\n${withoutBareFacts(passageOf(note, file), note, file).replace(HEADING, "**$1**")}`).join("\n\n")}`,
  );
  return `# ${title}\n\n${parts.join("\n\n")}\n`;
}

/** Notes as a printable HTML page, in two columns on paper, without scripts and external resources. */
export function sheetAsHtml(title: string, notes: readonly SheetNote[], language: NoteLanguage): string {
  const parts = [...groupedBy(notes, ({ file }) => file)].map(
    ([file, own]) =>
      `<h2>${escapedHtml(file.title)}</h2>\n${own.map(({ note }) => `<section><h3>${escapedHtml(withoutBareFacts(note.title, note, file))}</h3>\n${renderHtml(note, file)}</section>`).join("\n")}`,
  );
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapedHtml(title)}</title>
<style>
body { font: 10.5pt/1.5 system-ui, sans-serif; max-width: 60em; margin: 1em auto; padding: 0 1em; word-break: auto-phrase; }
main { columns: 2 22em; column-gap: 2em; }
h1 { font-size: 1.4em; } h2 { font-size: 1.2em; border-bottom: 1px solid; } h3 { font-size: 1em; margin: .8em 0 .2em; }
section { break-inside: avoid; } section > hr:last-child { display: none; } pre { white-space: pre-wrap; } table { border-collapse: collapse; } td, th { border: 1px solid; padding: .1em .4em; }
em { font-style: normal; text-emphasis: filled dot; }
@media print { body { margin: 0; } }
</style>
</head>
<body>
<h1>${escapedHtml(title)}</h1>
<main>
${parts.join("\n")}
</main>
</body>
</html>
`;
}

/** Escapes a text for HTML. */
export function escapedHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
