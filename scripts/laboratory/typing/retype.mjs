// A person who types a template that they have in mind, key by key, and looks at the list of suggestions meanwhile.
import { EditorText } from "./editorText.mjs";
import { Suggestions } from "./suggestions.mjs";
import { wordsOf } from "./words.mjs";

/**
 * @typedef {object} Taken a key that the list took although it was meant for the text
 * @property {number} line
 * @property {string} key
 * @property {string} typed the line up to the caret
 * @property {string} inserted
 * @property {string} label
 * @property {boolean} ahead whether what was typed is a name that the template declares only further down
 *
 * @typedef {object} WordResult
 * @property {import("./words.mjs").WordKind} kind
 * @property {string} text
 * @property {number} line
 * @property {number} first the place in the list once one character is typed; -1 where it is not there
 * @property {number} best the best place in the list at any time before the word was complete
 * @property {number} length characters of the word, and of what stands behind it where an item writes that too
 * @property {number} saved keys saved by accepting it as soon as it was first
 *
 * @typedef {object} Retyped
 * @property {number} keys
 * @property {readonly Taken[]} taken
 * @property {readonly WordResult[]} words
 */

/**
 * @param {{ text: string, language: "yaml" | "json", client: import("./typingClient.mjs").TypingClient }} plan
 * @returns {Promise<Retyped>}
 */
export async function retype({ text: source, language, client }) {
  const wanted = source.replaceAll("\r\n", "\n").trimEnd();
  const editor = new EditorText(language);
  const words = wordsOf(wanted, language);
  await client.open(language);
  const list = new Suggestions((trigger) => client.complete(editor, trigger), client.triggerCharacters);
  /** @type {Taken[]} */
  const taken = [];
  /** @type {WordResult[]} */
  const results = [];
  let keys = 0;
  let at = 0;
  let next = 0;
  /** @type {{ word: import("./words.mjs").Word, result: WordResult, done: boolean } | undefined} */
  let current;

  while (at < wanted.length) {
    const key = wanted[at] ?? "";
    if (key === "\n") {
      await enter();
      continue;
    }
    if (language === "json" && skipsClosing(key)) continue;
    while (next < words.length && (words[next]?.start ?? 0) < at) next++;
    const word = words[next];
    if (word?.start === at) {
      const result = {
        kind: word.kind,
        text: word.text,
        line: word.line,
        length: word.text.length,
        first: -1,
        best: -1,
        saved: 0,
      };
      results.push(result);
      current = { word, result, done: false };
      look();
    }
    await press(key);
    at++;
    if (current !== undefined && at >= current.word.end) current = undefined;
    look();
  }
  return { keys, taken, words: results };

  /** @param {string} key */
  async function press(key) {
    takes(key);
    editor.type(key);
    keys++;
    await list.typed(key, editor.at);
  }

  async function enter() {
    current = undefined;
    takes("\n");
    list.close();
    editor.type("\n");
    keys++;
    at++;
    const end = /^[ \t]*/.exec(wanted.slice(at))?.[0].length ?? 0;
    const indent = wanted.slice(at, at + end);
    if (language === "json") {
      // The editor's indentation serves as well as the one in mind.
      at += end;
      return;
    }
    const own = editor.at.before;
    const kept = indent.startsWith(own) ? own : own.startsWith(indent) ? indent : "";
    editor.remove(own.length - kept.length);
    at += kept.length;
  }

  /** Whether the list would take the key. @param {string} key */
  function takes(key) {
    const { focused } = list;
    if (focused === undefined) return;
    const commits = focused.item.commitCharacters?.includes(key) === true;
    if (key !== "\n" && !commits) return;
    const { before } = editor.at;
    // Enter takes no item that would change nothing, as our defaults for the editor say.
    if (list.isAuto && before.slice(focused.start) === focused.newText && focused.item.insertTextFormat !== 2) return;
    const typed = before.slice(focused.start).replace(/^["']/, "");
    taken.push({
      line: editor.lineNumber,
      key,
      typed: before,
      inserted: focused.newText,
      label: focused.item.label,
      ahead: new RegExp(`^ *"?${typed.replace(/[^\w]/g, "\\$&")}"? *:`, "m").test(wanted.slice(at)),
    });
  }

  /** Notes where the word in mind is in the list. */
  function look() {
    if (current === undefined) return;
    const { word, result, done } = current;
    const place = list.shown.findIndex((one) => written(one, word, wanted) > 0);
    const typed = at - word.start;
    if (typed === 1) result.first = place;
    if (place >= 0 && (result.best < 0 || place < result.best)) result.best = place;
    const { focused } = list;
    if (done || focused === undefined) return;
    const length = written(focused, word, wanted);
    if (length === 0) return;
    current.done = true;
    result.length = Math.max(result.length, length);
    result.saved = Math.max(0, length - typed - 1);
  }

  /** A person goes behind the bracket that the editor closed instead of typing it again. @param {string} key */
  function skipsClosing(key) {
    if (key !== "}" && key !== "]") return false;
    const behind = /^\s*([}\]])/.exec(editor.text.slice(editor.caret));
    if (behind?.[1] !== key) return false;
    if (behind[0].length > 1 && editor.at.before.trim() === "") editor.remove(editor.at.before.length + 1);
    const gap = /^\s*[}\]]/.exec(editor.text.slice(editor.caret))?.[0].length ?? 1;
    editor.move(gap);
    list.close();
    at++;
    return true;
  }
}

/**
 * How many characters of the template an item writes, where it writes the word and nothing that the template has not;
 * else 0.
 * @param {import("./suggestions.mjs").Candidate} candidate
 * @param {import("./words.mjs").Word} word
 * @param {string} wanted
 */
function written({ newText, item }, word, wanted) {
  const text = newText.replace(/^- /, "").replace(/\\(.)/g, "$1").trim();
  if (word.kind === "key") {
    const key = /^["']?([\w:.-]+)["']?\s*:/.exec(text)?.[1];
    return key === word.text ? key.length + word.behind : 0;
  }
  if (word.kind === "tag") {
    const plain = text.split(/ ?['"[]?\$/)[0]?.trim() ?? "";
    const isIt = plain.startsWith(word.text) && wanted.startsWith(plain, word.start) && item.kind !== 15;
    return isIt ? plain.length + (plain === word.text ? word.behind : 0) : 0;
  }
  const value = text.replace(/[.,]$/, "").replace(/^["']|["']$/g, "");
  return value === word.text || text === word.text ? word.text.length + word.behind : 0;
}
