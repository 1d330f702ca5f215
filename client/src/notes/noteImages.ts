import { Uri } from "vscode";
import type { RenderedNote } from "../../../server/src/protocol/notes.ts";
import type { NotePage } from "../page/notePage.ts";
import type { NotePanel } from "../page/notePanel.ts";
import type { LanguageServer } from "../server/languageServer.ts";

const picture = /<img data-image="([^"]*)"/g;

/** The addresses of pictures in the user's notes: files in the same folder of notes, and nothing else. */
export class NoteImages {
  readonly #panel: NotePanel;
  readonly #server: LanguageServer;
  #roots: Promise<readonly Uri[]> | undefined;
  #known: readonly Uri[] = [];

  constructor(panel: NotePanel, server: LanguageServer) {
    this.#panel = panel;
    this.#server = server;
  }

  /** Forgets the folders of notes: they may have changed. */
  reset(): void {
    this.#roots = undefined;
  }

  /** The addresses of the notes' pictures, as far as the folders of notes are known. */
  of(notes: readonly RenderedNote[]): NotePage["images"] {
    return Object.fromEntries(notes.map((note) => [note.id, this.#addresses(note)]));
  }

  /** Asks for the folders of notes, if notes have pictures; true if there are new ones. */
  async prepare(notes: readonly RenderedNote[]): Promise<boolean> {
    if (this.#roots || notes.every((note) => picturesIn(note).length === 0)) return false;
    this.#roots = this.#readRoots();
    this.#known = await this.#roots;
    this.#panel.allowPictures(this.#known);
    return true;
  }

  async #readRoots(): Promise<readonly Uri[]> {
    const folders = (await this.#server.request("noteTree", {})) ?? [];
    return folders.flatMap(({ uri }) => (uri === undefined ? [] : [Uri.parse(uri, true)]));
  }

  #addresses(note: RenderedNote): Readonly<Record<string, string>> {
    const entries = picturesIn(note).flatMap((source) => {
      const file = this.#known.map((root) => pictureFile(Uri.parse(note.uri, true), root, source)).find((one) => one);
      const address = file && this.#panel.addressOf(file);
      return address === undefined ? [] : [[source, address]];
    });
    return Object.fromEntries(entries);
  }
}

function picturesIn({ html }: RenderedNote): readonly string[] {
  return [...html.matchAll(picture)].map(([, source = ""]) => source.replaceAll("&amp;", "&"));
}

/** The file that a note in a folder of notes means by a relative path; `undefined` for one outside of that folder. */
export function pictureFile(note: Uri, root: Uri, source: string): Uri | undefined {
  let path: string;
  try {
    path = decodeURIComponent(source);
  } catch {
    return undefined;
  }
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}|[\\\0]/i.test(path) || !isBelow(note, root)) return undefined;
  // From the folder's top, as Zenn has it.
  const file = path.startsWith("/") ? Uri.joinPath(root, path) : Uri.joinPath(note, "..", path);
  return isBelow(file, root) ? file : undefined;
}

function isBelow(file: Uri, root: Uri): boolean {
  const top = root.path.endsWith("/") ? root.path : `${root.path}/`;
  return file.scheme === root.scheme && file.authority === root.authority && file.path.startsWith(top);
}
