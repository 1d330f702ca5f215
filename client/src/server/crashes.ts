import { Uri, window } from "vscode";
import { inLanguage } from "../page/inLanguage.ts";

/** The server is not restarted by itself after so many crashes within so many milliseconds. */
const MAX_CRASHES = { crashes: 5, within: 180_000 };

export interface CrashesParts {
  /** The URI of the document that was sent to the server last. */
  readonly lastDocument: () => string | undefined;
  /** Keeps a document from the server until it is opened again. */
  readonly leaveOut: (uri: string) => void;
  /** Starts the server, with all documents. */
  readonly restart: () => Promise<void>;
}

/** Restarts a server that has crashed, but not endlessly, and without the document that makes it crash. */
export class Crashes {
  readonly #parts: CrashesParts;
  #crashes: readonly { readonly time: number; readonly uri: string | undefined }[] = [];

  constructor(parts: CrashesParts) {
    this.#parts = parts;
  }

  /** To be called when the server has ended; returns whether it is to be restarted. */
  happened(): boolean {
    const { lastDocument, leaveOut } = this.#parts;
    const time = Date.now();
    const uri = lastDocument();
    const before = this.#crashes.filter((crash) => time - crash.time <= MAX_CRASHES.within);
    this.#crashes = [...before, { time, uri }];
    if (this.#crashes.length >= MAX_CRASHES.crashes) {
      this.#crashes = [];
      void this.#offerRestart(uri);
      return false;
    }
    if (uri !== undefined && before.at(-1)?.uri === uri) {
      leaveOut(uri);
      void window.showWarningMessage(
        inLanguage({
          en: `The language server stopped twice while it worked on ${fileName(uri)}, so this file is left out until it is opened again.`,
          ja: `言語サーバーが${fileName(uri)}の処理中に2回終了したため、このファイルを対象から外しました。開き直すと、再び対象になります。`,
        }),
      );
    }
    return true;
  }

  /** To be called when the user restarts the server: it gets another chance. */
  forget(): void {
    this.#crashes = [];
  }

  async #offerRestart(uri: string | undefined): Promise<void> {
    const restart = inLanguage({ en: "Restart", ja: "再起動" });
    const message =
      uri === undefined
        ? inLanguage({
            en: "The language server stopped five times within three minutes and is not started again.",
            ja: "言語サーバーが3分間に5回終了したため、自動での再起動を中止しました。",
          })
        : inLanguage({
            en: `The language server stopped five times within three minutes and is not started again. The last file it worked on was ${fileName(uri)}.`,
            ja: `言語サーバーが3分間に5回終了したため、自動での再起動を中止しました。最後に処理していたファイルは${fileName(uri)}です。`,
          });
    if ((await window.showErrorMessage(message, restart)) === restart) await this.#parts.restart();
  }
}

function fileName(uri: string): string {
  return Uri.parse(uri).path.replace(/^.*\//, "");
}
