import { env, Range, type Tab, TabInputText, Uri, ViewColumn, window, workspace } from "vscode";
import { columnBeside } from "./columnBeside.ts";
import { inLanguage } from "./inLanguage.ts";

/** The file and line of a note. */
export interface NoteSource {
  readonly uri: string;
  readonly line: number;
}

/** The link that identifies a note inside the HTML and Markdown of other notes. */
const noteScheme = "cfn-note:";

/** Opens the file of a note at its line, beside the template; says so if that cannot be. */
export async function openNoteSource(
  note: NoteSource | undefined,
  options?: { readonly preview: boolean },
): Promise<void> {
  if (!note) return;
  const start = { line: note.line, character: 0 };
  const uri = Uri.parse(note.uri, true);
  try {
    await window.showTextDocument(uri, {
      selection: new Range(start.line, start.character, start.line, start.character),
      viewColumn: columnBesideTemplate(uri),
      preview: true,
      preserveFocus: options?.preview ?? false,
    });
  } catch {
    const path = workspace.asRelativePath(uri);
    void window.showWarningMessage(
      inLanguage({
        en: `${path} cannot be opened: it is not there, or you may not read it.`,
        ja: `${path}を開けません。ファイルがないか、読み取る権限がありません。`,
      }),
    );
  }
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

/** Another column keeps the template visible: an existing one, rather one that has the file. */
export function columnBesideTemplate(file?: Uri): ViewColumn {
  const active = window.activeTextEditor;
  if (!active || active.document.languageId === "markdown") return ViewColumn.Active;
  const isFile = ({ input }: Tab): boolean =>
    input instanceof TabInputText && input.uri.toString() === file?.toString();
  const columns = window.tabGroups.all.map(({ viewColumn, isActive, tabs }) => {
    return { viewColumn, isActive, holds: tabs.some(isFile) };
  });
  return columnBeside(columns) ?? ViewColumn.Beside;
}
