// VS Code's list of suggestions while somebody types, under its default settings: when it opens, what it shows and in
// which order, which item has the focus, and when it closes. It follows the editor's own model of the list.
import { fuzzyScore, gracefulScore } from "./fuzzyScore.mjs";

/**
 * @typedef {import("vscode-languageserver-types").CompletionItem} Item
 * @typedef {object} Caret
 * @property {number} line
 * @property {string} before the line up to the caret
 * @property {string} after the rest of the line
 * @property {"yaml" | "json"} language
 *
 * @typedef {object} Asked
 * @property {readonly Item[]} items
 * @property {boolean} isIncomplete
 *
 * @typedef {{ triggerKind: 1 } | { triggerKind: 2, triggerCharacter: string } | { triggerKind: 3 }} Trigger
 * @typedef {(trigger: Trigger) => Promise<Asked>} Ask
 *
 * @typedef {object} Candidate
 * @property {Item} item
 * @property {number} start the column from which on it replaces
 * @property {string} newText
 *
 * @typedef {object} Open
 * @property {readonly Candidate[]} all in the order of their sort texts
 * @property {boolean} isIncomplete
 * @property {boolean} auto whether it opened by itself
 * @property {number} line
 * @property {number} column
 * @property {number} wordStart
 * @property {string} word
 * @property {string} indent
 */

/** VS Code forgives mistakes only where that is quick. */
const MAX_GRACEFUL = 2000;

export class Suggestions {
  #ask;
  #triggers;
  /** @type {Open | undefined} */
  #open;
  /** What the list shows, best first; empty where none is open. @type {readonly Candidate[]} */
  shown = [];

  /** @param {Ask} ask @param {readonly string[]} triggers characters that open the list */
  constructor(ask, triggers) {
    this.#ask = ask;
    this.#triggers = new Set(triggers);
  }

  /** What Enter and Tab would insert. @returns {Candidate | undefined} */
  get focused() {
    return this.#preselected() ?? this.shown[0];
  }

  /** VS Code gives the focus to the first of the best ones that the server wants selected. */
  #preselected() {
    const [first] = this.shown;
    if (first === undefined || !this.shown.some(({ item }) => item.preselect)) return undefined;
    const best = this.#scoreOf(first);
    return this.shown.find((one) => one.item.preselect === true && this.#scoreOf(one) === best);
  }

  /** Whether the list opened by itself. */
  get isAuto() {
    return this.#open?.auto === true;
  }

  close() {
    this.#open = undefined;
    this.shown = [];
  }

  /** As Ctrl+Space, or the command that an accepted item runs. @param {Caret} caret */
  async invoke(caret) {
    await this.#trigger(caret, { triggerKind: 1 }, false);
  }

  /** A character was typed; the caret is behind it. @param {string} character @param {Caret} caret */
  async typed(character, caret) {
    if (this.#open !== undefined) await this.#refilter(caret);
    if (this.#open !== undefined) return;
    if (opensAtWord(caret)) {
      if (!inComment(caret)) await this.#trigger(caret, { triggerKind: 1 }, true);
    } else if (this.#triggers.has(character)) {
      await this.#trigger(caret, { triggerKind: 2, triggerCharacter: character }, true);
    }
  }

  /** @param {Caret} caret @param {Trigger} trigger @param {boolean} auto */
  async #trigger(caret, trigger, auto) {
    const { items, isIncomplete } = await this.#ask(trigger);
    if (items.length === 0) return this.close();
    const word = wordBefore(caret);
    const all = items.map((item) => candidate(item, caret)).sort(bySortText);
    this.#open = {
      all,
      isIncomplete,
      auto,
      line: caret.line,
      column: caret.before.length,
      wordStart: word.start,
      word: word.text,
      indent: indentOf(caret.before),
    };
    this.#filter(caret);
  }

  /** @param {Caret} caret */
  async #refilter(caret) {
    const open = this.#open;
    if (open === undefined) return;
    const word = wordBefore(caret);
    if (caret.line !== open.line || indentOf(caret.before) !== open.indent) return this.close();
    if (caret.before.length < open.column) {
      return word.text === "" ? this.close() : await this.#trigger(caret, { triggerKind: 1 }, open.auto);
    }
    if (word.text !== "" && word.start > open.wordStart) {
      if (opensAtWord(caret)) await this.#trigger(caret, { triggerKind: 1 }, open.auto);
      else this.#filter(caret);
    } else if (caret.before.length > open.column && open.isIncomplete && word.text !== "") {
      await this.#trigger(caret, { triggerKind: 3 }, open.auto);
    } else this.#filter(caret);
  }

  /** @param {Caret} caret */
  #filter({ before }) {
    const { all = [] } = this.#open ?? {};
    this.#before = before;
    const scored = [];
    for (const [order, one] of all.entries()) {
      const score = this.#scoreOf(one);
      if (score !== undefined) scored.push({ one, score, order });
    }
    scored.sort((a, b) => b.score - a.score || a.order - b.order);
    this.shown = scored.map(({ one }) => one);
    // What was asked for by hand stays open with nothing in it; Enter is Enter then.
    if (this.shown.length === 0) this.close();
  }

  #before = "";

  /** @param {Candidate} candidate */
  #scoreOf({ item, start }) {
    const typed = this.#before.slice(start).trimStart();
    if (typed === "") return -100;
    const score = (this.#open?.all.length ?? 0) > MAX_GRACEFUL ? fuzzyScore : gracefulScore;
    return score(typed, item.filterText ?? item.label);
  }
}

/** Whether the editor asks for suggestions because a word is typed. @param {Caret} caret */
export function opensAtWord({ before, after, language }) {
  const word = wordAt(before, after, language);
  if (word === undefined) return false;
  const atEnd = word.end === before.length;
  return (atEnd || word.start + 1 === before.length) && Number.isNaN(Number(word.text));
}

/** @param {string} before @param {string} after @param {"yaml" | "json"} language */
function wordAt(before, after, language) {
  const line = before + after;
  for (const match of line.matchAll(language === "json" ? JSON_WORD : WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start <= before.length && end >= before.length && match[0] !== "") return { start, end, text: match[0] };
  }
  return undefined;
}

const WORD = /-?\d*\.\d\w*|[^`~!@#$%^&*()\-=+[{\]}\\|;:'",.<>/?\s]+/g;
/** JSON's own definition of a word. */
const JSON_WORD = /"(?:[^\\"]*(?:\\.)?)*"?|[^\s{}[\],:]+/g;

/** @param {Caret} caret */
function wordBefore({ before, after, language }) {
  const word = wordAt(before, after, language);
  if (word === undefined || word.start >= before.length) return { start: before.length, text: "" };
  return { start: word.start, text: before.slice(word.start) };
}

/** YAML's comments; nothing is suggested there by itself. @param {Caret} caret */
function inComment({ before, language }) {
  return language === "yaml" && /^(?:[^"']*\s)?#/.test(before) && !/["'][^"']*#[^"']*$/.test(before);
}

/** @param {string} line */
function indentOf(line) {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}

/** @param {Item} item @param {Caret} caret @returns {Candidate} */
function candidate(item, { before, after, language }) {
  const { textEdit } = item;
  if (textEdit !== undefined && "range" in textEdit)
    return { item, start: textEdit.range.start.character, newText: textEdit.newText };
  const word = wordAt(before, after, language);
  const start = word !== undefined && word.start < before.length ? word.start : before.length;
  return { item, start, newText: item.insertText ?? item.label };
}

/** @param {Candidate} a @param {Candidate} b */
function bySortText({ item: a }, { item: b }) {
  const first = (a.sortText ?? a.label).toLowerCase();
  const second = (b.sortText ?? b.label).toLowerCase();
  if (first !== second) return first < second ? -1 : 1;
  if (a.label !== b.label) return a.label < b.label ? -1 : 1;
  return (a.kind ?? 0) - (b.kind ?? 0);
}
