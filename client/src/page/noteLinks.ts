import { env, Range, Uri, ViewColumn, window } from "vscode";

/** The file and line of a note. */
export interface NoteSource {
  readonly uri: string;
  readonly line: number;
}

/** The link that identifies a note inside the HTML and Markdown of other notes. */
const noteScheme = "cfn-note:";

/** Opens the file of a note at its line, beside the template. */
export async function openNoteSource(
  note: NoteSource | undefined,
  options?: { readonly preview: boolean },
): Promise<void> {
  if (!note) return;
  const start = { line: note.line, character: 0 };
  await window.showTextDocument(Uri.parse(note.uri, true), {
    selection: new Range(start.line, start.character, start.line, start.character),
    viewColumn: columnBesideTemplate(),
    preview: true,
    preserveFocus: options?.preview ?? false,
  });
}

/**
 * Follows a link of an untrusted note: another note, a web page (the editor asks first), or a Markdown file next to the
 * note. Everything else, commands among it, does nothing.
 */
export async function openNoteLink(
  note: NoteSource | undefined,
  href: string,
  openNote: (id: string) => Promise<void>,
): Promise<void> {
  if (href.startsWith(noteScheme)) {
    await openNote(decodeURIComponent(href.slice(noteScheme.length)));
  } else if (/^https?:\/\//i.test(href)) {
    await env.openExternal(Uri.parse(href, true));
  } else if (note) {
    const target = besideNote(Uri.parse(note.uri, true), href);
    if (target) await openNoteSource({ uri: target.toString(), line: 0 });
  }
}

function besideNote(note: Uri, href: string): Uri | undefined {
  const isRelative = !/^[a-z][a-z0-9+.-]*:|^[/\\#]/i.test(href);
  const path = decodeURIComponent(href.replace(/[?#].*$/s, ""));
  return isRelative && /\.(md|markdown)$/i.test(path) ? Uri.joinPath(note, "..", path) : undefined;
}

/** A second column keeps the template visible; an existing one is used. */
export function columnBesideTemplate(): ViewColumn {
  const active = window.activeTextEditor;
  return active && active.document.languageId !== "markdown" ? ViewColumn.Beside : ViewColumn.Active;
}
