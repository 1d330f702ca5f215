// What the server answers to a step of a scenario, as a few lines of text.
import { placeIn } from "./expected.mjs";

/**
 * @typedef {{
 *   connection: import("vscode-languageserver/node").MessageConnection,
 *   place: string,
 *   files: ReadonlyMap<string, string>,
 *   texts: Map<string, string>,
 *   versions: Map<string, number>,
 *   published: Map<string, readonly any[]>,
 *   wake?: () => void,
 * }} Conversation
 */

/** So long diagnostics may take, in milliseconds: against hanging only. */
const PATIENCE = 30_000;
/** So many completions are shown. */
const MAX_ITEMS = 6;
const SEVERITIES = ["", "error", "warning", "info", "hint"];

/** @param {Conversation} conversation @param {string} command @returns {Promise<string>} */
export async function answerTo(conversation, command) {
  const [verb = "", file = "", ...quoted] = words(command);
  const answer = ANSWERS[verb];
  if (answer === undefined) throw new Error(`There is no step “${verb}”.`);
  return (await answer(conversation, file, quoted)).trimEnd();
}

/** @type {Readonly<Record<string, (conversation: Conversation, file: string, quoted: readonly string[]) => Promise<string>>>} */
const ANSWERS = {
  async open(conversation, file) {
    const text = conversation.files.get(file);
    if (text === undefined) throw new Error(`There is no file ${file}.`);
    conversation.texts.set(file, text);
    conversation.versions.set(file, 1);
    const languageId = file.endsWith(".json") ? "json" : "yaml";
    await conversation.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uriOf(conversation, file), languageId, version: 1, text },
    });
    return "";
  },
  async close(conversation, file) {
    conversation.texts.delete(file);
    await conversation.connection.sendNotification("textDocument/didClose", document(conversation, file));
    return "";
  },
  async replace(conversation, file, [old = "", text = ""]) {
    const before = textOf(conversation, file);
    if (before.split(old).length !== 2) throw new Error(`“${old}” does not stand once in ${file}.`);
    const start = before.indexOf(old);
    const range = { start: positionIn(before, start), end: positionIn(before, start + old.length) };
    const version = (conversation.versions.get(file) ?? 0) + 1;
    conversation.versions.set(file, version);
    conversation.texts.set(file, before.slice(0, start) + text + before.slice(start + old.length));
    await conversation.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: uriOf(conversation, file), version },
      contentChanges: [{ range, text }],
    });
    // Who saves has finished the word: nothing is held back.
    await conversation.connection.sendNotification("textDocument/didSave", document(conversation, file));
    return "";
  },
  async diagnostics(conversation, file) {
    const version = conversation.versions.get(file);
    const key = `${uriOf(conversation, file)} ${version}`;
    const late = Date.now() + PATIENCE;
    while (!conversation.published.has(key)) {
      const known = [...conversation.published.keys()].join(", ");
      if (Date.now() > late) throw new Error(`No diagnostics came of version ${version} of ${file}, only of: ${known}`);
      await new Promise((resolve) => {
        conversation.wake = () => resolve(undefined);
        setTimeout(resolve, 100);
      });
    }
    return lines(
      conversation.published.get(key),
      ({ range, severity, code, message }) =>
        `${shownPosition(range.start)} ${SEVERITIES[severity]} ${code}: ${message}`,
    );
  },
  async hover(conversation, file, [on = ""]) {
    const hover = await ask(conversation, "hover", file, on);
    return hover === null ? "nothing" : hover.contents.value.split("\n").slice(0, 3).join("\n").trim();
  },
  async completion(conversation, file, [on = ""]) {
    const list = await ask(conversation, "completion", file, on);
    const items = [...(list?.items ?? [])].sort((a, b) =>
      a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0,
    );
    return items.length === 0 ? "nothing" : lines(items.slice(0, MAX_ITEMS), ({ label }) => label);
  },
  definition: async (conversation, file, [on = ""]) =>
    places(conversation, await ask(conversation, "definition", file, on)),
  references: async (conversation, file, [on = ""]) =>
    places(conversation, await ask(conversation, "references", file, on, { context: { includeDeclaration: true } })),
  highlights: async (conversation, file, [on = ""]) =>
    lines(
      await ask(conversation, "documentHighlight", file, on),
      ({ range, kind }) => `${shownPosition(range.start)} ${["", "text", "read", "write"][kind ?? 1]}`,
    ),
  async rename(conversation, file, [on = "", newName = ""]) {
    const edit = await ask(conversation, "rename", file, on, { newName }).catch(
      (/** @type {Error} */ { message }) => message,
    );
    if (typeof edit === "string") return `refused: ${edit}`;
    if (edit === null) return "nothing";
    const changes =
      edit.changes ??
      Object.fromEntries(
        edit.documentChanges.map((/** @type {any} */ { textDocument, edits }) => [textDocument.uri, edits]),
      );
    return Object.entries(changes)
      .map(([uri, edits]) =>
        lines(edits, ({ range, newText }) => `${nameOf(conversation, uri)}:${shownPosition(range.start)} ${newText}`),
      )
      .join("\n");
  },
  async symbols(conversation, file) {
    /** @param {readonly any[]} symbols @param {string} indent @returns {string} */
    const tree = (symbols, indent) =>
      symbols.map(({ name, children = [] }) => `${indent}${name}\n${tree(children, `${indent}  `)}`).join("");
    return tree(
      await conversation.connection.sendRequest("textDocument/documentSymbol", document(conversation, file)),
      "",
    );
  },
  async actions(conversation, file, [on = ""]) {
    const position = placeIn(textOf(conversation, file), on);
    const actions = await conversation.connection.sendRequest("textDocument/codeAction", {
      ...document(conversation, file),
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    return lines(actions, ({ title }) => title);
  },
};

/** @param {Conversation} conversation @param {string} method @param {string} file @param {string} on @param {object} [more] @returns {Promise<any>} */
function ask(conversation, method, file, on, more) {
  return conversation.connection.sendRequest(`textDocument/${method}`, {
    ...document(conversation, file),
    position: placeIn(textOf(conversation, file), on),
    ...more,
  });
}

/** @param {Conversation} conversation @param {any} locations */
function places(conversation, locations) {
  const all = locations === null ? [] : Array.isArray(locations) ? locations : [locations];
  return lines(all, (found) => {
    const { uri = found.targetUri, range = found.targetSelectionRange } = found;
    return `${nameOf(conversation, uri)}:${shownPosition(range.start)}`;
  });
}

/** @param {readonly any[] | null | undefined} items @param {(item: any) => string} shown */
function lines(items, shown) {
  return items === null || items === undefined || items.length === 0 ? "nothing" : items.map(shown).join("\n");
}

/** @param {{ line: number, character: number }} position counted from 1, as editors show it */
function shownPosition({ line, character }) {
  return `${line + 1}:${character + 1}`;
}

/** @param {string} text @param {number} offset */
function positionIn(text, offset) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** @param {Conversation} conversation @param {string} file */
function textOf({ texts }, file) {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`${file} is not open.`);
  return text;
}

/** @param {Conversation} conversation @param {string} file */
function uriOf({ place }, file) {
  return `${place}/${file}`;
}

/** @param {Conversation} conversation @param {string} uri */
function nameOf({ place }, uri) {
  return uri.replace(`${place}/`, "");
}

/** @param {Conversation} conversation @param {string} file */
function document(conversation, file) {
  return { textDocument: { uri: uriOf(conversation, file) } };
}

/** Words, and what is in double quotes. @param {string} command */
function words(command) {
  return [...command.matchAll(/"((?:[^"\\]|\\.)*)"|\S+/g)].map(([word, quoted]) =>
    quoted === undefined ? word : quoted.replaceAll("\\n", "\n").replaceAll('\\"', '"'),
  );
}
