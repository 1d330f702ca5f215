// What retyping templates showed, in words and numbers.

/** @typedef {import("./words.mjs").WordKind} WordKind */

const KINDS = /** @type {const} */ (["key", "tag", "type", "reference", "value"]);

export class Report {
  files = 0;
  #keys = 0;
  /** @type {(import("./retype.mjs").Taken & { file: string })[]} */
  #taken = [];
  /** @type {(import("./retype.mjs").WordResult & { file: string })[]} */
  #words = [];

  /** @param {string} file @param {import("./retype.mjs").Retyped} retyped */
  add(file, { keys, taken, words }) {
    this.files++;
    this.#keys += keys;
    for (const one of taken) this.#taken.push({ file, ...one });
    for (const one of words) this.#words.push({ file, ...one });
  }

  /** Whether every key did what it was meant for. */
  get isClean() {
    return this.#taken.every(({ ahead }) => ahead);
  }

  summary() {
    const ahead = this.#taken.filter((one) => one.ahead).length;
    return [
      `${this.files} templates, ${this.#keys} keys, ${this.#words.length} words`,
      `keys that the list took: ${this.#taken.length - ahead}, and ${ahead} behind names that are declared further down`,
      "",
      "word       count   first five after a character   first five before its end   keys saved",
      ...KINDS.map((kind) =>
        line(
          kind,
          this.#words.filter((word) => word.kind === kind),
        ),
      ),
      line("all", this.#words),
    ].join("\n");
  }

  /** @param {number} most */
  taken(most) {
    const shown = this.#taken.toSorted((a, b) => Number(a.ahead) - Number(b.ahead)).slice(0, most);
    return shown
      .map(
        ({ file, line, key, typed, label, ahead }) =>
          `${file}:${line + 1}: ${JSON.stringify(key)} behind ${JSON.stringify(typed)} took ${JSON.stringify(label)}${ahead ? " (declared further down)" : ""}`,
      )
      .join("\n");
  }

  /** Words that were never among the first five, the most frequent first. @param {string} kind */
  missed(kind) {
    /** @type {Map<string, { count: number, where: string }>} */
    const counts = new Map();
    for (const { kind: own, text, best, file, line } of this.#words) {
      if (own !== kind || isShown(best)) continue;
      const known = counts.get(text);
      counts.set(text, { count: (known?.count ?? 0) + 1, where: known?.where ?? `${file}:${line + 1}` });
    }
    const sorted = [...counts].sort(([, a], [, b]) => b.count - a.count).slice(0, 60);
    return sorted.map(([text, { count, where }]) => `${count}  ${text}  ${where}`).join("\n");
  }
}

/** @param {string} name @param {readonly import("./retype.mjs").WordResult[]} words */
function line(name, words) {
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  const saved = words.reduce((sum, one) => sum + one.saved, 0);
  return [
    name.padEnd(9),
    String(words.length).padStart(7),
    share(words.filter(({ first }) => isShown(first)).length, words.length).padStart(19),
    share(words.filter(({ best }) => isShown(best)).length, words.length).padStart(29),
    share(saved, letters).padStart(23),
  ].join("");
}

/** @param {number} place */
function isShown(place) {
  return place >= 0 && place < 5;
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return whole === 0 ? "–" : `${((part / whole) * 100).toFixed(1)} %`;
}
