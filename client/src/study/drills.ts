import {
  CodeLens,
  commands,
  Disposable,
  EventEmitter,
  languages,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Middleware } from "vscode-languageclient";
import {
  DRILL_STATE,
  type DrillState,
  type DrillStateParams,
  FAULT_DRILL,
  type FaultDrill,
  type FaultDrillParams,
} from "../../../server/src/protocol.ts";
import type { NoteView } from "../notes/noteView.ts";
import { debounce } from "../server/debounce.ts";
import type { LanguageServer } from "../server/languageServer.ts";
import type { TemplateDocuments } from "../server/templateDocuments.ts";
import { studyMessages } from "./studyMessages.ts";
import { templateUri } from "./studyView.ts";

const pause = 400;
const nextCommand = "cfnNotes.faultDrill";
const hintCommand = "cfnNotes.drillHint";
const answerCommand = "cfnNotes.drillAnswer";

interface RunningDrill {
  readonly drill: FaultDrill;
  /** The template that it was made of. */
  readonly source: string;
  readonly original: string;
  hints: number;
  state: "open" | "answered" | "solved";
  others: number;
}

type Diagnostics = Parameters<NonNullable<Middleware["handleDiagnostics"]>>;

/**
 * "Find what is wrong": an untitled copy of the template with one fault in it. What the rules find in it is kept back
 * until the fault is mended or the answer is shown; they decide whether it is.
 */
export class Drills implements Disposable {
  readonly #server: LanguageServer;
  readonly #templates: TemplateDocuments;
  readonly #view: NoteView;
  readonly #running = new Map<string, RunningDrill>();
  readonly #held = new Map<string, Diagnostics>();
  readonly #changed = new EventEmitter<void>();
  readonly #solved = new EventEmitter<string>();
  readonly #checkSoon = debounce(pause, () => void this.#check());
  readonly #subscriptions: Disposable;
  #seed = Math.floor(Math.random() * 1_000_000);

  constructor(server: LanguageServer, templates: TemplateDocuments, view: NoteView) {
    this.#server = server;
    this.#templates = templates;
    this.#view = view;
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#solved,
      new Disposable(this.#checkSoon.cancel),
      languages.registerCodeLensProvider(
        { scheme: "untitled" },
        { onDidChangeCodeLenses: this.#changed.event, provideCodeLenses: (document) => this.#lenses(document) },
      ),
      workspace.onDidChangeTextDocument(({ document }) => (this.#of(document) ? this.#checkSoon.call() : undefined)),
      workspace.onDidCloseTextDocument((document) => {
        this.#running.delete(document.uri.toString());
        this.#held.delete(document.uri.toString());
      }),
      window.onDidChangeActiveTextEditor(() => this.#tellContext()),
    );
  }

  /** Fires with the rule's code when a fault is mended. */
  get onDidSolve(): EventEmitter<string>["event"] {
    return this.#solved.event;
  }

  /** Keeps back what the rules say of a copy. */
  readonly handleDiagnostics: NonNullable<Middleware["handleDiagnostics"]> = (uri, diagnostics, next) => {
    const held: Diagnostics = [uri, diagnostics, next];
    this.#held.set(uri.toString(), held);
    next(uri, this.#running.get(uri.toString())?.state === "open" ? [] : diagnostics);
    // A copy's own may come before anybody knows its address.
    if (uri.scheme !== "untitled") {
      this.#held.delete(uri.toString());
    }
  };

  /** Makes a copy with a fault and opens it; from a copy, the next one of the same template. */
  async start(): Promise<FaultDrill | undefined> {
    const before = this.#active();
    const uri = before?.source ?? templateUri(this.#templates);
    const messages = studyMessages();
    if (uri === undefined) {
      void window.showInformationMessage(messages.noTemplate);
      return undefined;
    }
    const source = await workspace.openTextDocument(Uri.parse(uri, true));
    const params: FaultDrillParams = { textDocument: { uri }, seed: this.#seed++ };
    const drill = await this.#server.request<FaultDrill | null>(FAULT_DRILL, params);
    if (!drill) {
      void window.showInformationMessage(messages.noDrill);
      return undefined;
    }
    if (before) {
      await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
    const copy = await workspace.openTextDocument({ language: source.languageId, content: drill.text });
    const original = source.getText();
    this.#running.set(copy.uri.toString(), { drill, source: uri, original, hints: 0, state: "open", others: 0 });
    this.#holdBack(copy.uri);
    await window.showTextDocument(copy, { preview: false });
    this.#tell();
    return drill;
  }

  hint(): void {
    const running = this.#active();
    if (running && running.hints < running.drill.hints.length) {
      running.hints += 1;
      void window.showInformationMessage(running.drill.hints[running.hints - 1] ?? "");
      this.#tell();
    }
  }

  /** Shows what the rules find in the copy, and the note on it. */
  async answer(): Promise<void> {
    const running = this.#active();
    if (!running) {
      return;
    }
    if (running.state === "open") {
      running.state = "answered";
    }
    this.#letGo();
    this.#tell();
    if (running.drill.noteId !== undefined) {
      await this.#view.openNote(running.drill.noteId);
    }
    this.#showPlace(running.drill.message);
    void window.showInformationMessage(running.drill.message);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Goes to what the rules say that. */
  #showPlace(message: string): void {
    const editor = window.activeTextEditor;
    const found = editor && this.#held.get(editor.document.uri.toString())?.[1].find((one) => one.message === message);
    if (editor && found) {
      editor.selection = new Selection(found.range.start, found.range.start);
      editor.revealRange(found.range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  #of(document: TextDocument): RunningDrill | undefined {
    return this.#running.get(document.uri.toString());
  }

  #active(editor: TextEditor | undefined = window.activeTextEditor): RunningDrill | undefined {
    return editor && this.#of(editor.document);
  }

  #holdBack(uri: Uri): void {
    const held = this.#held.get(uri.toString());
    held?.[2](uri, []);
  }

  #letGo(): void {
    for (const [uri, [address, diagnostics, next]] of this.#held) {
      if (this.#running.get(uri)?.state !== "open") {
        next(address, diagnostics);
      }
    }
  }

  /** Asks the rules whether the fault is gone, and nothing else has come. */
  async #check(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const running = document && this.#of(document);
    if (!document || running?.state !== "open") {
      return;
    }
    const uri = document.uri.toString();
    const params: DrillStateParams = { textDocument: { uri }, original: running.original };
    const state = await this.#server.request<DrillState | null>(DRILL_STATE, params);
    if (!state) {
      return;
    }
    running.others = state.messages.length;
    if (state.solved) {
      running.state = "solved";
      this.#letGo();
      this.#solved.fire(running.drill.code);
      this.#tell();
      const { drillSolved, drillNext, drillNote } = studyMessages();
      const chosen = await window.showInformationMessage(drillSolved(running.drill.message), drillNext, drillNote);
      if (chosen === drillNext) {
        await this.start();
      } else if (chosen === drillNote && running.drill.noteId !== undefined) {
        await this.#view.openNote(running.drill.noteId);
      }
    }
    this.#tell();
  }

  #tell(): void {
    this.#changed.fire();
    this.#tellContext();
  }

  #tellContext(): void {
    void commands.executeCommand("setContext", "cfnNotes.inDrill", this.#active() !== undefined);
  }

  #lenses(document: TextDocument): CodeLens[] {
    const running = this.#of(document);
    if (!running) {
      return [];
    }
    const messages = studyMessages();
    const { drill, hints, state, others } = running;
    const lens = (title: string, command = ""): CodeLens => new CodeLens(new Range(0, 0, 0, 0), { title, command });
    if (state !== "open") {
      return [
        lens(state === "solved" ? messages.drillSolved(drill.message) : drill.message, answerCommand),
        lens(messages.drillNext, nextCommand),
      ];
    }
    const isOff = others > 1;
    const left = hints < drill.hints.length;
    return [
      lens(messages.drillTask),
      ...(isOff ? [lens(messages.drillOther(others))] : []),
      ...(left ? [lens(messages.drillHint(hints + 1, drill.hints.length), hintCommand)] : []),
      lens(messages.drillAnswer, answerCommand),
      // Last: they are long, and must not push anything out of view.
      ...drill.hints.slice(0, hints).map((hint) => lens(hint)),
    ];
  }
}
