import { contextRefs } from "../../model/references/contextRefs.ts";
import type { NoteLanguage, NoteSource } from "../../notes/reading/note.ts";
import type { OpenTemplate } from "../documents/documents.ts";
import type { Host } from "../host/host.ts";
import type { NoteStore } from "./noteStore.ts";

export interface TemplateRefsParts {
  readonly host: Pick<Host, "readBeside">;
  readonly store: NoteStore;
  /** The workspace's folders, as URIs. */
  readonly folders: () => Promise<readonly string[]>;
  readonly language: () => NoteLanguage;
}

/** The notes that open templates name themselves: Markdown files beside them, which show in those templates alone. */
export class TemplateRefs {
  readonly #parts: TemplateRefsParts;
  /** By template, what is read for it. */
  readonly #read = new Map<string, { readonly key: string; readonly done: Promise<void> }>();

  constructor(parts: TemplateRefsParts) {
    this.#parts = parts;
  }

  /** Reads the notes that a template names, if these are others than before; a closed one names none. */
  update(uri: string, open: OpenTemplate | undefined): Promise<void> {
    const paths = open === undefined ? [] : contextRefs(open.template);
    const key = paths.join("\n");
    const before = this.#read.get(uri);
    if ((before?.key ?? "") === key) return before?.done ?? Promise.resolve();
    if (key === "") this.#read.delete(uri);
    const done = this.#set(uri, paths, key);
    if (key !== "") this.#read.set(uri, { key, done });
    return done;
  }

  async #set(uri: string, paths: readonly string[], key: string): Promise<void> {
    const { host, store, folders, language } = this.#parts;
    const roots = await folders();
    const sources: NoteSource[] = [];
    for (const path of paths) {
      const file = await host.readBeside(uri, path, roots);
      if (file !== undefined) sources.push({ ...file, builtIn: false, team: true, language: language() });
    }
    // Another edit may have come meanwhile.
    if ((this.#read.get(uri)?.key ?? "") === key) store.setNamed(uri, sources);
  }

  /** Reads everything again with the next check of each template: the files may have changed. */
  forget(): void {
    for (const [uri, { done }] of this.#read) this.#read.set(uri, { key: "\0", done });
  }
}
