/** The last rule that fits a path, or one of the folders that it is in; neither if none fits. */
export interface IgnoreAnswer {
  readonly ignored: boolean;
  readonly unignored: boolean;
}

/** The lines of a `.gitignore`, as git reads them, without regard to case. */
export interface IgnoreRules {
  /** @param path relative, with `/`; that of a folder ends with one */
  test(path: string): IgnoreAnswer;
  /** The same for one answer; a path that is not below the rules' folder is never ignored. */
  ignores(path: string): boolean;
}

/** One sign of a pattern: a character in lower case, a set of them, one of any kind, or any number of any kind. */
type Sign = string | ((character: string) => boolean) | typeof ONE | typeof ANY;
const ONE = Symbol("?");
const ANY = Symbol("*");

/** Any number of folders. */
const FOLDERS = Symbol("**");
type Part = readonly Sign[] | typeof FOLDERS;

interface Rule {
  readonly isNegative: boolean;
  readonly isForFolders: boolean;
  readonly parts: readonly Part[];
}

/** Leads out of the folder that the rules are of, or to it. */
const ELSEWHERE = /^$|^\.{0,2}\/|^\.{1,2}$|^[a-z]:/i;

const NOTHING: IgnoreAnswer = { ignored: false, unignored: false };

/**
 * Reads rules. They are somebody else's text, so they are not run as regular expressions: a rule takes at most as many steps
 * as pattern and path are long, multiplied.
 */
export function ignoreRules(lines: string | readonly string[]): IgnoreRules {
  const rules = (typeof lines === "string" ? lines.split(/\r?\n/) : lines).flatMap((line) => ruleOf(line) ?? []);
  const known = new Map<string, IgnoreAnswer>();
  const ofFolder = (path: string): IgnoreAnswer => {
    let answer = known.get(path);
    if (answer === undefined) {
      answer = test(path);
      known.set(path, answer);
    }
    return answer;
  };
  const test = (path: string): IgnoreAnswer => {
    const isFolder = path.endsWith("/");
    const names = path.split("/").filter((name) => name !== "");
    if (names.length > 1) {
      const above = ofFolder(`${names.slice(0, -1).join("/")}/`);
      // Nothing comes back from a folder that is ignored.
      if (above.ignored) return above;
    }
    const lower = names.map((name) => [...name.toLowerCase()]);
    const last = rules.findLast((rule) => (isFolder || !rule.isForFolders) && pathMatches(lower, rule.parts));
    return last === undefined ? NOTHING : { ignored: !last.isNegative, unignored: last.isNegative };
  };
  return { test, ignores: (path) => !ELSEWHERE.test(path) && test(path).ignored };
}

function ruleOf(line: string): Rule | undefined {
  const [, sign = "", pattern = ""] = /^(!?)(.*?)(?:(?<!\\) )*$/s.exec(line) ?? [];
  if (pattern === "" || pattern === "/" || (sign === "" && pattern.startsWith("#"))) return undefined;
  const isForFolders = pattern.endsWith("/");
  const path = pattern.slice(0, isForFolders ? -1 : undefined);
  const isAnchored = path.includes("/");
  const names = path.replace(/^\//, "").split("/");
  const parts: Part[] = isAnchored ? [] : [FOLDERS];
  for (const [index, name] of names.entries()) {
    if (name !== "**") parts.push(signsOf(name));
    else {
      if (parts.at(-1) !== FOLDERS) parts.push(FOLDERS);
      // At the end it means all that is in the folder, not the folder itself.
      if (index === names.length - 1) parts.push([ANY]);
    }
  }
  return { isNegative: sign === "!", isForFolders, parts };
}

function signsOf(name: string): readonly Sign[] {
  const signs: Sign[] = [];
  const characters = [...name.toLowerCase()];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? "";
    const set = character === "[" ? setAt(characters, at) : undefined;
    if (set !== undefined) {
      signs.push(set.has);
      at = set.end;
    } else if (character === "\\" && at + 1 < characters.length) signs.push(characters[++at] ?? "");
    else if (character === "?") signs.push(ONE);
    else if (character !== "*") signs.push(character);
    else if (signs.at(-1) !== ANY) signs.push(ANY);
  }
  return signs;
}

/** The set that begins at `[`, and its end; `undefined` if nothing ends it: then the sign means itself. */
function setAt(
  characters: readonly string[],
  begin: number,
): { readonly has: (character: string) => boolean; readonly end: number } | undefined {
  const isNegative = characters[begin + 1] === "!" || characters[begin + 1] === "^";
  const first = begin + (isNegative ? 2 : 1);
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = first; at < characters.length; at++) {
    if (characters[at] === "]" && at > first)
      return { end: at, has: (one) => ranges.some(([from, to]) => from <= one && one <= to) !== isNegative };
    if (characters[at] === "\\") at++;
    const from = characters[at] ?? "";
    const to = characters[at + 2];
    if (characters[at + 1] === "-" && to !== undefined && to !== "]") {
      ranges.push([from, to]);
      at += 2;
    } else ranges.push([from, from]);
  }
  return undefined;
}

/** Whether names are what parts say; a name may stand for any number of folders. */
function pathMatches(names: readonly (readonly string[])[], parts: readonly Part[]): boolean {
  return fitsInSteps(names, parts, FOLDERS, (name, part) => part !== FOLDERS && fitsName(name, part));
}

function fitsName(name: readonly string[], signs: readonly Sign[]): boolean {
  return fitsInSteps(name, signs, ANY, (character, sign) =>
    typeof sign === "function" ? sign(character) : sign === ONE || sign === character,
  );
}

/** Compares two lists, in the second of which `any` matches any number of elements: it goes back to the last one only. */
function fitsInSteps<Element, Wanted>(
  elements: readonly Element[],
  wanted: readonly Wanted[],
  any: Wanted,
  isFit: (element: Element, one: Wanted) => boolean,
): boolean {
  let at = 0;
  let next = 0;
  /** Behind the last `any`, and how far it reached. */
  let behind = -1;
  let reached = 0;
  while (at < elements.length) {
    const one = wanted[next];
    if (one === any && next < wanted.length) {
      behind = ++next;
      reached = at;
    } else if (next < wanted.length && isFit(elements[at] as Element, one as Wanted)) {
      at++;
      next++;
    } else if (behind >= 0) {
      at = ++reached;
      next = behind;
    } else return false;
  }
  while (next < wanted.length && wanted[next] === any) next++;
  return next === wanted.length;
}
