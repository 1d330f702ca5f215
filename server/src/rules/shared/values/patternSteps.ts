/** Offsets in a text, each once, in their order. */
type Offsets = readonly number[];

/** What stands in a text for what only the deployment knows: any text, or none. */
export const HOLE = "\ufffc";

/** One match at work. */
interface Run {
  readonly text: string;
  /** If there are holes in the text: whether they hold what fits, or nothing that fits. */
  holes?: "fits" | "fits-not";
  /** How many offsets may still be visited; below 0 the result is void. */
  left: number;
}

/** A part of a pattern: gives the ends that a match may have for its possible beginnings. */
type Part = (from: Offsets, run: Run) => Offsets;

/** A pattern that is ready to be matched. Its work is counted, so that it ends whatever the pattern and the text are. */
export interface PatternSteps {
  /**
   * Whether the pattern occurs in the text, like `RegExp.test` without flags.
   *
   * With holes in it: whether it may, as far as that is written out.
   *
   * @param most how many offsets are visited; `undefined` if that was not enough
   */
  test(text: string, most: number): boolean | undefined;
}

/**
 * Reads a pattern that JavaScript accepts; `undefined` for what can't be matched in steps: references back to a group,
 * names of groups, and looking back.
 *
 * All ways to match are followed together, each offset once a part: a regular expression follows one way after the other,
 * and there may be more of them than anybody can wait for.
 */
export function patternSteps(pattern: string): PatternSteps | undefined {
  const reader = new Reader(pattern);
  const whole = reader.choice();
  if (whole === undefined || !reader.isAtEnd) return undefined;
  return {
    test(text, most) {
      const run: Run = { text, left: most, ...(text.includes(HOLE) && { holes: "fits" }) };
      const all: number[] = [];
      for (let offset = 0; offset <= text.length; offset++) all.push(offset);
      const ends = whole(all, run);
      return run.left < 0 ? undefined : ends.length > 0;
    },
  };
}

class Reader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#pattern.length;
  }

  choice(): Part | undefined {
    const branches: Part[] = [];
    do {
      const branch = this.#sequence();
      if (branch === undefined) return undefined;
      branches.push(branch);
    } while (this.#take(/\|/y) !== undefined);
    const [only] = branches;
    return branches.length === 1 ? only : anyOf(branches);
  }

  #sequence(): Part | undefined {
    const parts: Part[] = [];
    while (!this.isAtEnd && !/[|)]/.test(this.#pattern.charAt(this.#at))) {
      const part = this.#atom();
      if (part === undefined) return undefined;
      parts.push(this.#repeated(part));
    }
    return (from, run) => parts.reduce((at, part) => (at.length === 0 ? at : part(at, run)), from);
  }

  #atom(): Part | undefined {
    const group = this.#take(/\((?:\?[:=!])?/y);
    if (group !== undefined) return this.#group(group);
    const border = this.#take(/[\^$]|\\[bB]/y);
    if (border !== undefined) return BORDERS[border];
    // A reference to a group, a character by its octal number, or half a control character.
    if (this.#take(/\\(?:[1-9k]|0\d|c(?![a-z]))/iy) !== undefined) return undefined;
    const unit = this.#take(/\[(?:[^\]\\]|\\[\s\S])*\]|\\(?:x[\da-f]{2}|u[\da-f]{4}|c[a-z]|[\s\S])|[\s\S]/iy) ?? "";
    return /^[[\\.]/.test(unit) ? unitLike(new RegExp(`^${unit}$`)) : unitLike({ test: (other) => other === unit });
  }

  #group(opening: string): Part | undefined {
    // Anything else behind a question mark here is a name, or looks back.
    if (opening === "(" && this.#pattern[this.#at] === "?") return undefined;
    const inside = this.choice();
    if (inside === undefined || this.#take(/\)/y) === undefined) return undefined;
    return opening === "(?=" || opening === "(?!" ? ahead(inside, opening === "(?=") : inside;
  }

  #repeated(part: Part): Part {
    const quantifier = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (quantifier === undefined) return part;
    const [, least = "", comma, most = ""] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
    if (comma !== undefined) {
      const ends = most === "" ? Number.POSITIVE_INFINITY : Number(most);
      return repeated(part, Number(least), comma === "" ? Number(least) : ends);
    }
    return repeated(
      part,
      quantifier.startsWith("+") ? 1 : 0,
      quantifier.startsWith("?") ? 1 : Number.POSITIVE_INFINITY,
    );
  }

  /** The text at the present offset that matches an expression with the flag y. */
  #take(expression: RegExp): string | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

const NONE: Offsets = [];
const MAX_ASCII = 0x7f;

function areSameOffsets(some: Offsets, others: Offsets): boolean {
  return some.length === others.length && some.every((at, index) => others[index] === at);
}

/** Counts what a part is about to do; whether it may. */
function mayLookAt(from: Offsets, run: Run): boolean {
  run.left -= from.length + 1;
  return run.left >= 0;
}

function unitLike(unit: { test(unit: string): boolean }): Part {
  const ofAscii: boolean[] = [];
  const isUnit = (text: string, at: number): boolean => {
    const code = text.charCodeAt(at);
    if (code > MAX_ASCII) return unit.test(text.charAt(at));
    ofAscii[code] ??= unit.test(text.charAt(at));
    return ofAscii[code];
  };
  return (from, run) => {
    if (!mayLookAt(from, run)) return NONE;
    if (run.holes !== undefined) return endsAmongHoles(from, run, isUnit);
    const ends: number[] = [];
    // By index, as there are so many steps: see “Code that runs cold” in docs/performance.md.
    for (let index = 0; index < from.length; index++) {
      const at = from[index] ?? 0;
      if (at < run.text.length && isUnit(run.text, at)) ends.push(at + 1);
    }
    return ends;
  };
}

/** A hole may end, or go on behind the character that fits. */
function endsAmongHoles(from: Offsets, { text, holes }: Run, isUnit: (text: string, at: number) => boolean): Offsets {
  const ends = new Set<number>();
  for (const begin of from) {
    let at = begin;
    for (; holes === "fits" && text[at] === HOLE; at++) ends.add(at);
    if (at < text.length && text[at] !== HOLE && isUnit(text, at)) ends.add(at + 1);
  }
  return sortedOffsets(ends);
}

function where(holds: (at: number, run: Run) => boolean): Part {
  return (from, run) => (mayLookAt(from, run) ? from.filter((at) => run.left >= 0 && holds(at, run)) : NONE);
}

function ahead(inside: Part, wanted: boolean): Part {
  return where((at, run) => {
    const { holes } = run;
    // What must not be there is there for sure only if no hole takes part in it.
    if (holes !== undefined && !wanted) run.holes = holes === "fits" ? "fits-not" : "fits";
    const isThere = inside([at], run).length > 0;
    if (holes !== undefined) run.holes = holes;
    return isThere === wanted;
  });
}

const isWord = (text: string, at: number): boolean => /^\w$/.test(text.charAt(at));
const isWordEnd =
  (wanted: boolean) =>
  (at: number, { text, holes }: Run): boolean => {
    if (holes !== undefined && text.slice(Math.max(at - 1, 0), at + 1).includes(HOLE)) return holes === "fits";
    return (isWord(text, at - 1) !== isWord(text, at)) === wanted;
  };

/** Whether a text ends at an offset, or may end there. */
function isEnd(at: number, { text, holes }: Run): boolean {
  let end = text.length;
  while (holes === "fits" && text[end - 1] === HOLE) end--;
  return at >= end;
}

const BORDERS: Readonly<Record<string, Part>> = {
  "^": (from, run) => (mayLookAt(from, run) && from[0] === 0 ? [0] : NONE),
  $: (from, run) => (mayLookAt(from, run) && isEnd(from.at(-1) ?? -1, run) ? [run.text.length] : NONE),
  "\\b": where(isWordEnd(true)),
  "\\B": where(isWordEnd(false)),
};

function anyOf(branches: readonly Part[]): Part {
  return (from, run) => sortedOffsets(new Set(branches.flatMap((branch) => branch(from, run))));
}

function sortedOffsets(offsets: ReadonlySet<number>): Offsets {
  return [...offsets].sort((a, b) => a - b);
}

function repeated(part: Part, least: number, most: number): Part {
  return (from, run) => {
    let ends = from;
    for (let count = 0; count < least; count++) {
      const next = mayLookAt(ends, run) ? part(ends, run) : NONE;
      // From here on each further time would give the same.
      if (next.length === 0 || areSameOffsets(next, ends)) return finish(next);
      ends = next;
    }
    return finish(ends);

    function finish(begin: Offsets): Offsets {
      const all = [...begin];
      // Nearly always, what is added lies behind the rest.
      let seen: Set<number> | undefined;
      let added = begin;
      for (let count = least; count < most && added.length > 0 && mayLookAt(added, run); count++) {
        const next = part(added, run);
        if (next.length > 0 && (next[0] ?? 0) <= (all.at(-1) ?? -1)) seen ??= new Set(all);
        added = seen === undefined ? next : next.filter((at) => seen?.has(at) !== true);
        for (const at of added) {
          all.push(at);
          seen?.add(at);
        }
      }
      return seen === undefined ? all : sortedOffsets(seen);
    }
  };
}
