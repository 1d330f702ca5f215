// The text of an editor with its caret, and what VS Code does to it by itself: closing brackets and quotes, and the
// indentation of a new line.

const CLOSING = new Map([
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
  ['"', '"'],
  ["'", "'"],
]);
/** Only in front of these something is closed by itself. */
const BEFORE = new Set([";", ":", ".", ",", "=", "}", "]", ")", ">", " ", "\t", "\n", ""]);

export class EditorText {
  /** @type {"yaml" | "json"} */
  language;
  text = "";
  caret = 0;
  /** Where closing characters stand that were not typed, as distances from the end. @type {number[]} */
  #closed = [];

  /** @param {"yaml" | "json"} language */
  constructor(language) {
    this.language = language;
  }

  /** @returns {import("./suggestions.mjs").Caret} */
  get at() {
    const start = this.text.lastIndexOf("\n", this.caret - 1) + 1;
    const end = this.text.indexOf("\n", this.caret);
    return {
      line: this.lineNumber,
      before: this.text.slice(start, this.caret),
      after: this.text.slice(this.caret, end < 0 ? undefined : end),
      language: this.language,
    };
  }

  get lineNumber() {
    return this.text.slice(0, this.caret).split("\n").length - 1;
  }

  /** One key. @param {string} key a character, or a line break for Enter */
  type(key) {
    if (key === "\n") return this.#enter();
    const next = this.text[this.caret] ?? "";
    const place = this.text.length - this.caret;
    if (next === key && this.#closed.includes(place)) {
      this.#closed = this.#closed.filter((one) => one !== place);
      this.caret++;
      return;
    }
    const closing = this.#closes(key, next) ? (CLOSING.get(key) ?? "") : "";
    this.insert(key);
    if (closing === "") return;
    this.#closed.push(this.text.length - this.caret + 1);
    this.text = this.text.slice(0, this.caret) + closing + this.text.slice(this.caret);
  }

  /** @param {string} text */
  insert(text) {
    this.text = this.text.slice(0, this.caret) + text + this.text.slice(this.caret);
    this.caret += text.length;
  }

  /** Backspace and Delete around the caret. @param {number} before @param {number} [behind] */
  remove(before, behind = 0) {
    this.text = this.text.slice(0, this.caret - before) + this.text.slice(this.caret + behind);
    this.caret -= before;
  }

  /** Moves the caret behind what is there already: arrow keys. @param {number} count */
  move(count) {
    this.caret += count;
    this.#closed = [];
  }

  /** @param {string} key @param {string} next */
  #closes(key, next) {
    if (!CLOSING.has(key) || !BEFORE.has(next)) return false;
    const inString = this.language === "json" && quotesIn(this.at.before) % 2 === 1;
    if (inString) return false;
    return (key !== '"' && key !== "'") || !/\w$/.test(this.at.before);
  }

  #enter() {
    const { before, after } = this.at;
    const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
    const opening = before.trimEnd().at(-1) ?? "";
    const opened = opening === "{" || opening === "[" || opening === "(";
    if (opened && after.startsWith(CLOSING.get(opening) ?? "")) {
      this.insert(`\n${indent}  `);
      this.text = `${this.text.slice(0, this.caret)}\n${indent}${this.text.slice(this.caret)}`;
    } else this.insert(`\n${indent}${opened ? "  " : ""}`);
  }
}

/** @param {string} text */
function quotesIn(text) {
  return text.replaceAll('\\"', "").split('"').length - 1;
}
