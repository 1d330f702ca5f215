import type { Connection } from "vscode-languageserver";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { problemText } from "../../notes/rendering/messages.ts";
import { said } from "../../text/localised.ts";
import { visible } from "../../text/visible.ts";
import { MessageType, ShowMessageNotification } from "../host/protocolLibrary.ts";
import { readableUri } from "../host/readableUri.ts";
import type { FileProblem } from "./folderNews.ts";

/** More are not read at a time. */
const MAX_MESSAGES = 3;

/** Shows messages to the user, and writes them into the log. */
export class UserMessages {
  readonly #connection: Connection;
  readonly #language: () => NoteLanguage;

  constructor(connection: Connection, language: () => NoteLanguage) {
    this.#connection = connection;
    this.#language = language;
  }

  warn(message: string): void {
    this.#log(message);
    this.#show(message);
  }

  /** Shows information, not a failure. */
  tell(message: string): void {
    this.#show(message, MessageType.Info);
  }

  /** Shows problems with files of notes: one by one if they are few; else all in the log, and one message. */
  notesTroubled(problems: readonly FileProblem[]): void {
    const language = this.#language();
    const texts = problems.map(({ uri, problem }) => `${readableUri(uri)}: ${problemText(problem, language)}`);
    if (texts.length <= MAX_MESSAGES) {
      for (const text of texts) this.warn(text);
      return;
    }
    for (const text of texts) this.#log(text);
    const all = texts.length;
    const example = texts[0] ?? "";
    this.#show(
      said(
        language,
        `There are ${all} problems with files of notes; all are in the log. One of them: ${example}`,
        `ノートのファイルに問題が${all}件あります。すべての内容はログに記録しました。例: ${example}`,
      ),
    );
  }

  /** Logs that the workspace has more files than are read; that is no reason to interrupt anybody. */
  workspaceCut(read: number): void {
    const count = read.toLocaleString("en");
    this.#connection.console.warn(
      this.#language() === "ja"
        ? `ワークスペースのファイルが多すぎるため、ほかのテンプレートのエクスポートは最初の${count}ファイルからだけ読み取ります。`
        : `The workspace has many files: exports of other templates are looked for in the first ${count} only.`,
    );
  }

  #log(message: string): void {
    this.#connection.console.warn(visible(message));
  }

  #show(message: string, type: MessageType = MessageType.Warning): void {
    void this.#connection.sendNotification(ShowMessageNotification.type, {
      type,
      message: visible(message),
    });
  }
}
