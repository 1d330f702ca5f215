import { emptyAt, mapOrCall, takesConditions } from "../tree/compose.ts";
import { addProblemsOfKeys } from "../tree/duplicateKeys.ts";
import type { Node, Pair, ScalarNode } from "../tree/node.ts";
import type { SyntaxCode, SyntaxProblem } from "../tree/syntaxProblem.ts";
import { behindBlanks, stringEnd } from "./jsonText.ts";

export interface JsonResult {
  readonly root: Node | undefined;
  readonly errors: readonly SyntaxProblem[];
  /** Whether there was something that only YAML's flow style allows (bare words, single quotes): then it is no JSON. */
  readonly foreign: boolean;
}

const MAX_DEPTH = 300;

/**
 * Reads JSON with exact offsets and recovers from errors: a missing comma, colon or value is reported and reading goes
 * on. Comments are skipped. It never throws and is linear in the text.
 *
 * @param members whether `text` holds the members of an object without its braces
 */
export function readJson(text: string, members = false): JsonResult {
  const errors: SyntaxProblem[] = [];
  let foreign = false;
  let at = 0;
  let depth = 0;

  skip();
  const root = members ? objectBody(0) : at < text.length ? value(false) : undefined;
  skip();
  if (at < text.length) fail("text-behind-end", at, text.length);
  return { root, errors, foreign };

  function fail(code: SyntaxCode, start: number, end: number, argument?: string): void {
    errors.push({ code, span: { start, end: Math.max(start, end) }, ...(argument !== undefined && { argument }) });
  }

  function skip(): void {
    for (; at < text.length; at++) {
      at = behindBlanks(text, at);
      if (text.charCodeAt(at) !== 0x2f) return;
      const next = text.charCodeAt(at + 1);
      if (next === 0x2f) {
        const end = text.indexOf("\n", at);
        at = end < 0 ? text.length - 1 : end;
      } else if (next === 0x2a) {
        const end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length - 1 : end + 1;
      } else return;
    }
  }

  function value(inCondition: boolean): Node {
    const code = text.charCodeAt(at);
    if (code === 0x22) return string();
    if (code === 0x7b || code === 0x5b) {
      if (depth >= MAX_DEPTH) return tooDeep();
      depth++;
      const result = code === 0x7b ? object(inCondition) : array(inCondition);
      depth--;
      return result;
    }
    return bare();
  }

  function tooDeep(): Node {
    fail("too-deep", at, text.length);
    const result = emptyAt(at);
    at = text.length;
    return result;
  }

  function object(inCondition: boolean): Node {
    const start = at++;
    const result = objectBody(start, inCondition);
    if (text.charCodeAt(at) === 0x7d) at++;
    else fail("unclosed-bracket", start, start + 1, "}");
    return { ...result, end: at };
  }

  function objectBody(start: number, inCondition = false): Node {
    const pairs: Pair[] = [];
    for (;;) {
      skip();
      const code = text.charCodeAt(at);
      if (at >= text.length || code === 0x7d || code === 0x5d) break;
      if (code === 0x2c) {
        fail("comma-without-value", at, at + 1);
        at++;
        continue;
      }
      pairs.push(pair());
      separator(0x7d);
    }
    // The members of the text itself are entries, whatever their names.
    if (!members || depth > 0) return mapOrCall(pairs, true, start, at, inCondition, errors);
    addProblemsOfKeys(pairs, errors);
    return { kind: "map", flow: true, pairs, start, end: at };
  }

  function pair(): Pair {
    const key = text.charCodeAt(at) === 0x22 ? string() : bare();
    const behindKey = at;
    skip();
    if (text.charCodeAt(at) !== 0x3a && text.charCodeAt(key.start) === 0x22 && isValueBeside(behindKey)) {
      fail("colon-forgotten", key.start, key.end, key.text);
      return { key, value: value(takesConditions(key.text)) };
    }
    if (text.charCodeAt(at) !== 0x3a) {
      fail("colon-missing", key.start, key.end);
      at = behindKey;
      return { key, value: emptyAt(behindKey) };
    }
    at++;
    const behindColon = at;
    skip();
    const code = text.charCodeAt(at);
    if (at >= text.length || code === 0x2c || code === 0x7d || code === 0x5d || isNextKey(behindColon)) {
      fail("value-missing", key.start, behindColon);
      at = behindColon;
      return { key, value: emptyAt(behindColon) };
    }
    return { key, value: value(takesConditions(key.text)) };
  }

  /** Whether a value begins at `at`, in the line of the key before it, so that only the colon is missing. */
  function isValueBeside(behindKey: number): boolean {
    return /^[[{"\d-]|^(?:true|false)\b/.test(text.slice(at, at + 6)) && !text.slice(behindKey, at).includes("\n");
  }

  /** Whether the string at `at` is the next line's key, so that the value before it is what is missing. */
  function isNextKey(behindColon: number): boolean {
    if (text.charCodeAt(at) !== 0x22 || !text.slice(behindColon, at).includes("\n")) return false;
    let end = at + 1;
    while (end < text.length && text.charCodeAt(end) !== 0x22 && text.charCodeAt(end) !== 0x0a) {
      end += text.charCodeAt(end) === 0x5c ? 2 : 1;
    }
    return /^"[ \t]*:/.test(text.slice(end, end + 20));
  }

  function array(inCondition: boolean): Node {
    const start = at++;
    const items: Node[] = [];
    for (;;) {
      skip();
      const code = text.charCodeAt(at);
      if (at >= text.length || code === 0x5d || code === 0x7d) break;
      if (code === 0x2c) {
        fail("comma-without-value", at, at + 1);
        at++;
        continue;
      }
      items.push(value(inCondition));
      separator(0x5d);
    }
    if (text.charCodeAt(at) === 0x5d) at++;
    else fail("unclosed-bracket", start, start + 1, "]");
    return { kind: "list", flow: true, items, start, end: at };
  }

  /** The comma between two members; not one before the end. */
  function separator(closing: number): void {
    const end = at;
    skip();
    const code = text.charCodeAt(at);
    if (code === 0x2c) {
      const comma = at++;
      skip();
      if (text.charCodeAt(at) === closing) fail("trailing-comma", comma, comma + 1);
    } else if (at < text.length && code !== 0x7d && code !== 0x5d) fail("comma-missing", Math.max(0, end - 1), end);
  }

  function string(): ScalarNode {
    const start = at;
    at = stringEnd(text, start);
    const closed = text.charCodeAt(at) === 0x22;
    const raw = text.slice(start + 1, closed || text.charCodeAt(at - 1) !== 0x0d ? at : at - 1);
    if (closed) at++;
    else fail("unclosed-quote", start, at);
    const content = raw.includes("\\") ? unescaped(raw) : raw;
    const end = closed ? at : start + 1 + raw.length;
    return { kind: "scalar", value: content, text: content, style: "double", start, end };
  }

  function unescaped(raw: string): string {
    return raw.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])?/g, (_, escaped: string | undefined) => {
      if (escaped === undefined) return "";
      if (escaped.length === 5) return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return ESCAPES[escaped] ?? escaped;
    });
  }

  function bare(): ScalarNode {
    const start = at;
    while (at < text.length && !/[\s,:{}[\]"]/.test(text.charAt(at))) at++;
    if (at === start) at++;
    const word = text.slice(start, at);
    const constant = CONSTANTS.get(word);
    if (constant !== undefined) return { kind: "scalar", value: constant, text: word, style: "plain", start, end: at };
    if (/^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(word)) {
      return { kind: "scalar", value: Number(word), text: word, style: "plain", start, end: at };
    }
    foreign = true;
    fail("json-value", start, at);
    return { kind: "scalar", value: word, text: word, style: "plain", start, end: at };
  }
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
