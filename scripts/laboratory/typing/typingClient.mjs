// Asks the built server for suggestions about a text that is being typed, as VS Code would.
import { LanguageClient } from "../../bench/languageClient.mjs";

/** What VS Code says that it can do with suggestions, and which commands our extension has there. */
const LIKE_VSCODE = {
  capabilities: {
    workspace: { configuration: true },
    textDocument: {
      completion: {
        contextSupport: true,
        completionItem: {
          snippetSupport: true,
          commitCharactersSupport: true,
          documentationFormat: ["markdown", "plaintext"],
          deprecatedSupport: true,
          preselectSupport: true,
          tagSupport: { valueSet: [1] },
          insertReplaceSupport: true,
          insertTextModeSupport: { valueSet: [1, 2] },
          labelDetailsSupport: true,
        },
      },
    },
  },
  initializationOptions: {
    commands: ["cfnNotes.openNote", "cfnNotes.showBootstrapSequence"],
    // Nobody looks at them here.
    diagnostics: { enabled: false },
  },
};

export class TypingClient {
  #client;
  /** What the server knows of the text. */
  #sent = "";

  /** @param {string} program the built command */
  constructor(program) {
    this.#client = new LanguageClient([process.execPath, program, "lsp", "--stdio"]);
  }

  async start() {
    await this.#client.initialize(LIKE_VSCODE);
  }

  get triggerCharacters() {
    return this.#client.capabilities.completionProvider?.triggerCharacters ?? [];
  }

  /** Opens an empty text. @param {"yaml" | "json"} language */
  async open(language) {
    this.#sent = "";
    await this.#client.open(language, "");
  }

  /**
   * @param {import("./editorText.mjs").EditorText} editor
   * @param {import("./suggestions.mjs").Trigger} context
   * @returns {Promise<import("./suggestions.mjs").Asked>}
   */
  async complete(editor, context) {
    await this.#send(editor.text);
    const { line, before } = editor.at;
    const answer = await this.#client.request("completion", { position: { line, character: before.length }, context });
    return /** @type {import("./suggestions.mjs").Asked} */ (answer ?? { items: [], isIncomplete: false });
  }

  async stop() {
    await this.#client.stop();
  }

  /** Only what changed, as an editor does. @param {string} text */
  async #send(text) {
    const before = this.#sent;
    if (text === before) return;
    this.#sent = text;
    let start = 0;
    const most = Math.min(before.length, text.length);
    while (start < most && before[start] === text[start]) start++;
    let tail = 0;
    while (tail < most - start && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    const range = { start: positionOf(before, start), end: positionOf(before, before.length - tail) };
    await this.#client.replace(range, text.slice(start, text.length - tail));
  }
}

/** @param {string} text @param {number} offset */
function positionOf(text, offset) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
