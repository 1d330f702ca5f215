import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import { textDelta } from "../../model/split/textDelta.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { readableUri } from "../host/readableUri.ts";
import { tooLong } from "./givenUp.json";

/** What takes too long with a document: then it counts as no template, or only its diagnostics are left out. */
export type TooLong = "reading" | "checking";

/** In milliseconds; what takes longer in one go is ended, since everything else waits behind it. */
export const MAX_TURN_MS = 10_000;

/** In milliseconds; the limit of the rules over one document, for all of their slices together. */
export const MAX_CHECK_MS = 20_000;

/** Reading is tried again after so many changed characters. */
const MIN_CHANGED_UNITS = 200;

/**
 * Documents that take too long. Who edits one must not wait again at each letter, so they are left alone until they are
 * opened anew or much of them has changed.
 */
export class GivenUp {
  readonly #known = new Map<string, { readonly what: TooLong; readonly text: string }>();

  /** What took too long with a document; `undefined` if nothing did. */
  of(uri: string): TooLong | undefined {
    return this.#known.get(uri)?.what;
  }

  add(uri: string, what: TooLong, text: string): void {
    this.#known.set(uri, { what, text });
  }

  /** To be called when a document has another text. */
  changed(uri: string, text: string): void {
    const known = this.#known.get(uri);
    if (known === undefined) return;
    const { start, end } = textDelta(known.text, text);
    if (Math.max(known.text.length, text.length) - start - end >= MIN_CHANGED_UNITS) this.#known.delete(uri);
  }

  delete(uri: string): void {
    this.#known.delete(uri);
  }
}

/** The diagnostic at the first line of such a document. */
export function givenUpDiagnostic(what: TooLong, language: NoteLanguage): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
    severity: DiagnosticSeverity.Warning,
    source: "cfn-notes",
    code: "took-too-long",
    message: tooLong[what][language],
  };
}

/** The same for the log, with the document's name. */
export function givenUpText(uri: string, what: TooLong, language: NoteLanguage): string {
  return `${readableUri(uri)}: ${tooLong[what][language]}`;
}
