import { commands, Disposable, type Event, EventEmitter, Uri, window, workspace } from "vscode";
import { columnBesideTemplate } from "../page/noteLinks.ts";

const scheme = "cfn-notes-report";

/** A report as rendered Markdown that never has to be saved. */
export class ReportPreview implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #shown = new EventEmitter<string>();
  readonly #subscriptions: Disposable;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#shown,
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: (uri) => this.#texts.get(uri.path),
      }),
    );
  }

  /** Fires with what is shown. */
  readonly onDidShow: Event<string> = this.#shown.event;

  /** Shows Markdown beside the template; `name` is what the editor calls it. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${name}` });
    this.#texts.set(uri.path, markdown);
    this.#changed.fire(uri);
    // A locked preview, or it would show the next Markdown that is opened; locked ones exist only in a column of their
    // own.
    const command = window.activeTextEditor ? "markdown.showLockedPreviewToSide" : "markdown.showPreview";
    try {
      await commands.executeCommand(command, uri);
    } catch {
      // The editor's own preview can be switched off.
      await window.showTextDocument(await workspace.openTextDocument(uri), columnBesideTemplate(uri));
    }
    this.#shown.fire(markdown);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
