import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Range,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { beginsTemplate, looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import type { Span } from "../../text/span.ts";
import type { Host } from "../host/host.ts";
import { countedIn, type PositionEncoding, utf16Range } from "../host/positions.ts";
import { readableUri } from "../host/readableUri.ts";
import { comparable } from "../host/sameFile.ts";
import { GivenUp, MAX_TURN_MS, type TooLong } from "../turns/givenUp.ts";
import { changeBetween, type TextChange } from "./heldBack.ts";

/** An open document that is a template. */
export interface OpenTemplate {
  readonly document: TextDocument;
  readonly template: Template;
}

interface Open {
  readonly text: TextDocument;
  /** The text, with positions as the client counts them. */
  document: TextDocument;
  /** The last state that was parsed, which the next one shares units with. */
  template: Template | undefined;
  /** Whether `template` is up to date. Versions do not tell: some clients count them wrong. */
  isParsed: boolean;
  /** Whether parsing has begun. If it was ended together with the request that needed it, it stays so. */
  isBegun: boolean;
}

interface DocumentsOptions {
  /** The unit in which the client counts characters of a line. */
  readonly encoding: PositionEncoding;
  /** Called after a document was opened, changed or closed. */
  readonly changed: (uri: string) => void;
  /** Called for each change in a document, before `changed`. */
  readonly edited?: (uri: string, change: TextChange) => void;
  /** Called when a document takes too long. */
  readonly gaveUp: (uri: string, what: TooLong) => void;
  readonly within: Host["within"];
}

/** The open documents, parsed only when something asks for them. */
export class Documents {
  readonly #open = new Map<string, Open>();
  readonly #options: DocumentsOptions;
  readonly #givenUp = new GivenUp();

  constructor(options: DocumentsOptions) {
    this.#options = options;
  }

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): void {
    mustBeText(text);
    const created = TextDocument.create(uri, languageId, version, text);
    const document = countedIn(this.#options.encoding, created);
    this.#open.set(uri, { text: created, document, template: undefined, isParsed: false, isBegun: false });
    this.#givenUp.delete(uri);
    this.#options.changed(uri);
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const open = this.#open.get(uri);
    if (open === undefined) return;
    for (const { text } of contentChanges) mustBeText(text);
    for (const change of contentChanges) {
      const range = "range" in change ? utf16Range(this.#options.encoding, open.text, change.range) : undefined;
      this.#options.edited?.(uri, textChange(open.text, range, change.text));
      TextDocument.update(open.text, [range === undefined ? change : { range, text: change.text }], version);
    }
    open.document = countedIn(this.#options.encoding, open.text);
    open.isParsed = false;
    open.isBegun = false;
    this.#givenUp.changed(uri, open.document.getText());
    this.#options.changed(uri);
  }

  close({ textDocument: { uri } }: DidCloseTextDocumentParams): void {
    this.#open.delete(uri);
    this.#givenUp.delete(uri);
    this.#options.changed(uri);
  }

  /** A document that is not open, with positions as the client counts them. */
  saved(uri: string, text: string): TextDocument {
    return countedIn(this.#options.encoding, TextDocument.create(uri, "yaml", 0, text));
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

  /** The template as it is now; `undefined` if the document is not open or is no template. */
  get(uri: string): OpenTemplate | undefined {
    const open = this.#open.get(uri);
    if (open === undefined) return undefined;
    const { document } = open;
    if (!open.isParsed) {
      if (open.isBegun) this.giveUp(uri, "reading");
      open.isBegun = true;
      open.template = this.#givenUp.of(uri) === "reading" ? undefined : this.#parsed(uri, document, open.template);
      open.isParsed = true;
    }
    return open.template === undefined ? undefined : { document, template: open.template };
  }

  /** The same, also for the beginning of a template: enough to complete words, not to check it. */
  begun(uri: string): OpenTemplate | undefined {
    const open = this.get(uri);
    const { document } = this.#open.get(uri) ?? {};
    if (open !== undefined || document === undefined) return open;
    const text = document.getText();
    return beginsTemplate(readableUri(uri), text) ? { document, template: parse(text) } : undefined;
  }

  /** What takes too long with a document. */
  givenUp(uri: string): TooLong | undefined {
    return this.#givenUp.of(uri);
  }

  /** To be called with what takes too long. */
  giveUp(uri: string, what: TooLong): void {
    const text = this.#open.get(uri)?.document.getText();
    if (text === undefined) return;
    this.#givenUp.add(uri, what, text);
    this.#options.gaveUp(uri, what);
  }

  #parsed(uri: string, document: TextDocument, before: Template | undefined): Template | undefined {
    const text = document.getText();
    const read = (): Template | undefined => (looksLikeTemplate(text) ? parse(text, before) : undefined);
    return this.#options.within(MAX_TURN_MS, read, () => {
      this.giveUp(uri, "reading");
      return undefined;
    });
  }
}

function textChange(document: TextDocument, range: Range | undefined, text: string): TextChange {
  if (range === undefined) return changeBetween(document.getText(), text);
  return { start: document.offsetAt(range.start), end: document.offsetAt(range.end), text };
}

/** A value that is no text would fail much later, in some place that reads the document. */
function mustBeText(text: unknown): void {
  if (typeof text !== "string") throw new TypeError(`The text of a document is no text but ${typeof text}.`);
}

/** The span of an LSP range. */
export function spanOf(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** The LSP range of a span. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}
