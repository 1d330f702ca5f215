import { Disposable, type Event, EventEmitter, type TextDocument, type TextEditor, window, workspace } from "vscode";
import { beginsTemplate, looksLikeTemplate } from "../../../server/src/detect.ts";
import { debounce } from "./debounce.ts";

/** Languages in which a template may be written; the content decides whether a document is one. */
export const templateLanguages: readonly string[] = ["yaml", "json", "jsonc", "cloudformation", "dockercompose"];

/** Copies of templates with a fault; diagnostics would show it. */
export const DRILL_SCHEME = "cfn-notes-drill";

/** Schemes of old versions of files and of others' views of them, which nobody edits. */
const ignoredSchemes = new Set([
  DRILL_SCHEME,
  "git",
  "gitlens",
  "gitfs",
  "pr",
  "review",
  "output",
  "vscode-chat-code-block",
]);

/** CloudFormation takes templates up to 1 MB; a text far above that is not searched. */
const MAX_TEMPLATE_LENGTH = 8_000_000;
const TYPING_PAUSE_MS = 250;
/** These lines are searched with each key. */
const MAX_LINES_OF_BEGINNING = 100;

/** Which open documents are templates, by their content when they are opened and while they are edited. */
export class TemplateDocuments implements Disposable {
  readonly #templates = new Set<TextDocument>();
  readonly #changed = new EventEmitter<TextDocument>();
  /** Fires with a document that became a template or is none any more. */
  readonly onDidChange: Event<TextDocument> = this.#changed.event;
  readonly #edited = new Set<TextDocument>();
  readonly #checkEdited = debounce(TYPING_PAUSE_MS, () => this.#checkAllEdited());
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.#check(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && mayBeTemplate(document)) {
          // Whoever begins a template wants help at once, and may not pause for a while.
          if (document.lineCount <= MAX_LINES_OF_BEGINNING && !this.has(document)) this.#check(document);
          this.#edited.add(document);
          this.#checkEdited.call();
        }
      }),
      workspace.onDidCloseTextDocument((document) => {
        this.#edited.delete(document);
        this.#set(document, false);
      }),
      new Disposable(() => this.#checkEdited.cancel()),
      this.#changed,
    );
    for (const document of workspace.textDocuments) {
      this.#check(document);
    }
  }

  /** All open templates. */
  get all(): ReadonlySet<TextDocument> {
    return this.#templates;
  }

  has(document: TextDocument): boolean {
    return this.#templates.has(document);
  }

  /** The editor of the active template, or else of a visible one. */
  get editor(): TextEditor | undefined {
    const { activeTextEditor: active, visibleTextEditors: visible } = window;
    return [...(active ? [active] : []), ...visible].find(({ document }) => this.has(document));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #checkAllEdited(): void {
    const edited = [...this.#edited];
    this.#edited.clear();
    for (const document of edited) {
      this.#check(document);
    }
  }

  #check(document: TextDocument): void {
    const isTemplate = mayBeTemplate(document) && (hasTemplateText(document) || isBegun(document));
    this.#set(document, isTemplate);
  }

  #set(document: TextDocument, isTemplate: boolean): void {
    if (isTemplate === this.#templates.has(document)) return;
    if (isTemplate) {
      this.#templates.add(document);
    } else {
      this.#templates.delete(document);
    }
    this.#changed.fire(document);
  }
}

/** Whether somebody may be beginning a template in `document`. */
export function isBegun(document: TextDocument): boolean {
  return beginsTemplate(document.uri.path, document.getText());
}

/** Whether the text of `document` looks like a template. */
export function hasTemplateText(document: TextDocument): boolean {
  const text = document.getText();
  return text.length <= MAX_TEMPLATE_LENGTH && looksLikeTemplate(text);
}

function mayBeTemplate(document: TextDocument): boolean {
  return !document.isClosed && templateLanguages.includes(document.languageId) && !isIgnored(document);
}

/** Whether `document` is a view that nobody edits, such as the old side of a diff. */
export function isIgnored(document: TextDocument): boolean {
  return ignoredSchemes.has(document.uri.scheme);
}
