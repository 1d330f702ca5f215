import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Range,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beginsTemplate, looksLikeTemplate } from "../detect.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";
import { comparable } from "./sameFile.ts";

/** An open document that is a template. */
export interface OpenTemplate {
  readonly document: TextDocument;
  readonly template: Template;
}

interface Open {
  document: TextDocument;
  /** The last state that was parsed, which the next one shares units with. */
  template: Template | undefined;
  /** Whether that is the state of now. Versions do not tell: there are clients that count wrong. */
  isParsed: boolean;
}

/** The open documents, parsed when something asks for them and not before. */
export class Documents {
  readonly #open = new Map<string, Open>();
  readonly #changed: (uri: string) => void;

  /** @param changed called after a document was opened, changed or closed */
  constructor(changed: (uri: string) => void) {
    this.#changed = changed;
  }

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    mustBeText(text);
    const document = TextDocument.create(uri, languageId, version, text);
    this.#open.set(uri, { document, template: undefined, isParsed: false });
    this.#changed(uri);
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const open = this.#open.get(uri);
    if (open === undefined) return;
    for (const { text } of contentChanges) mustBeText(text);
    open.document = TextDocument.update(open.document, contentChanges, version);
    open.isParsed = false;
    this.#changed(uri);
  }

  close({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    this.#open.delete(uri);
    this.#changed(uri);
  }

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The URI under which a file is open, however its URI is written. */
  openUri(uri: string): string | undefined {
    if (this.#open.has(uri)) return uri;
    const wanted = comparable(uri);
    return this.uris.find((one) => comparable(one) === wanted);
  }

  version(uri: string): number | undefined {
    return this.#open.get(uri)?.document.version;
  }

  /** The template as it is now; `undefined` where the document is not open or is no template. */
  get(uri: string): OpenTemplate | undefined {
    const open = this.#open.get(uri);
    if (open === undefined) return undefined;
    const { document } = open;
    if (!open.isParsed) {
      const text = document.getText();
      open.template = looksLikeTemplate(text) ? parse(text, open.template) : undefined;
      open.isParsed = true;
    }
    return open.template === undefined ? undefined : { document, template: open.template };
  }

  /** The same, also where somebody is only beginning a template: enough to complete words, not to judge them. */
  begun(uri: string): OpenTemplate | undefined {
    const open = this.get(uri);
    const { document } = this.#open.get(uri) ?? {};
    if (open !== undefined || document === undefined) return open;
    const text = document.getText();
    return beginsTemplate(decodeURIComponent(uri), text) ? { document, template: parse(text) } : undefined;
  }
}

/** What is no text would fail much later, wherever the document is looked at. */
function mustBeText(text: unknown): void {
  if (typeof text !== "string") throw new TypeError(`The text of a document is no text but ${typeof text}.`);
}

/** The LSP range of a span. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
