import { emptyAt, mapOrCall, takesConditions } from "../tree/compose.ts";
import { longName } from "../tree/functionNames.ts";
import type { Node, Pair, ScalarNode } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { blockScalar, plainScalar, quotedScalar } from "./yamlScalars.ts";

/** What one piece of plain YAML says. */
export interface FastReading {
  readonly root: Node;
  /** Keys that repeat, and lines of a map that have no colon yet; anything else that is wrong makes the reader give up. */
  readonly errors: readonly SyntaxProblem[];
}

/** Deeper nesting is left to the other reader, which refuses it. */
const MAX_DEPTH = 100;

/**
 * Reads the YAML that templates are mostly written in: block maps and lists, scalars of all styles, flow collections, tags
 * of functions, comments. It gives `undefined` for everything else (anchors, merge keys, complex keys, directives, tabs)
 * and wherever something is wrong: the `yaml` package reads that, and says what the matter is. What it does read is the
 * same, node for node, as by the package, and costs a tenth of the time.
 *
 * Two things that the package refuses are read as YAML 1.1's parsers do, CloudFormation's among them: continuation
 * lines of quoted scalars and of flow collections may be indented less than the text around them.
 */
export function readYamlFast(text: string): FastReading | undefined {
  if (text.startsWith("...") || text.includes("\n---") || text.includes("\n...")) return undefined;
  if (text.includes("\r") && LONE_RETURN.test(text)) return undefined;
  const reader = new Reader(text);
  const root = reader.document();
  return root === undefined ? undefined : { root, errors: reader.errors };
}

/** Old line breaks: parsers differ on them. */
const LONE_RETURN = /\r(?!\n)/;

/** Thrown nowhere: `undefined` as a node means that the reader gives up. */
type Maybe<T> = T | undefined;

class Reader {
  readonly errors: SyntaxProblem[] = [];
  private readonly text: string;
  private at = 0;
  private lineStart = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): Maybe<Node> {
    if (this.text.startsWith("---")) {
      this.at = 3;
      if (!this.restIsBlank()) return undefined;
    }
    if (!this.toNextToken() || this.at >= this.text.length) return undefined;
    const root = this.blockNode(-1, false);
    return root !== undefined && this.toNextToken() && this.at >= this.text.length ? root : undefined;
  }

  private get column(): number {
    return this.at - this.lineStart;
  }

  private code(offset: number = this.at): number {
    return this.text.charCodeAt(offset);
  }

  /** Goes over white space, line breaks and comments; `false` if a tab would have to be understood. */
  private toNextToken(): boolean {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === SPACE || code === RETURN) this.at++;
      else if (code === NEWLINE) this.lineStart = ++this.at;
      else if (code === HASH && this.isCommentStart()) this.at = this.lineEnd();
      else return code !== TAB;
    }
  }

  private isCommentStart(): boolean {
    const before = this.code(this.at - 1);
    return this.at === this.lineStart || this.at === 0 || before === SPACE || before === NEWLINE;
  }

  private lineEnd(): number {
    const newline = this.text.indexOf("\n", this.at);
    return newline < 0 ? this.text.length : newline;
  }

  /** Goes to the end of the line if only white space and a comment stand there. */
  private restIsBlank(): boolean {
    let at = this.at;
    while (this.code(at) === SPACE) at++;
    const code = this.code(at);
    if (code === HASH && at > this.at) at = this.lineEnd();
    else if (code === RETURN && this.code(at + 1) === NEWLINE) at++;
    else if (at < this.text.length && code !== NEWLINE) return false;
    this.at = at;
    return true;
  }

  private skipSpaces(): void {
    while (this.code() === SPACE) this.at++;
  }

  private isBlankAt(offset: number): boolean {
    const code = this.code(offset);
    return Number.isNaN(code) || code === SPACE || code === NEWLINE || code === RETURN;
  }

  /** A node that begins at the current place, the first on its line. @param parent column of the collection around it */
  private blockNode(parent: number, inCondition: boolean): Maybe<Node> {
    if (++this.depth > MAX_DEPTH) return undefined;
    const node = this.blockNodeHere(parent, inCondition);
    this.depth--;
    return node;
  }

  private blockNodeHere(parent: number, inCondition: boolean): Maybe<Node> {
    if (this.code() === DASH && this.isBlankAt(this.at + 1)) return this.blockList(inCondition);
    if (this.keyEnd() >= 0 || this.isUnfinishedKey()) return this.blockMap(inCondition);
    return this.inlineValue(parent, inCondition);
  }

  /** The offset of the colon behind the key that begins here, or -1. */
  private keyEnd(): number {
    const { text } = this;
    const first = this.code();
    if (first === DOUBLE || first === SINGLE) {
      let at = this.at + 1;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === NEWLINE) return -1;
        if (code === BACKSLASH && first === DOUBLE) at++;
        else if (code === first) {
          if (first === SINGLE && text.charCodeAt(at + 1) === SINGLE) at++;
          else break;
        }
      }
      at++;
      while (text.charCodeAt(at) === SPACE) at++;
      return text.charCodeAt(at) === COLON && this.isBlankAt(at + 1) ? at : -1;
    }
    const dashed = first === DASH || first === QUESTION;
    if (INDICATORS.has(first) || (dashed && this.isBlankAt(this.at + 1))) return -1;
    for (let at = this.at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) return -1;
      if (code === COLON && this.isBlankAt(at + 1)) return at;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) return -1;
      if (code === TAB) return -1;
    }
    return -1;
  }

  private blockMap(inCondition: boolean): Maybe<Node> {
    const { column, at: start } = this;
    const pairs: Pair[] = [];
    let end = start;
    for (;;) {
      const pair = this.pair(column);
      if (pair === undefined) return undefined;
      pairs.push(pair);
      end = Math.max(pair.key.end, pair.value.end);
      if (!this.toNextToken()) return undefined;
      if (this.at >= this.text.length || this.column < column) break;
      if (this.column > column) return undefined;
    }
    return mapOrCall(pairs, false, start, end, inCondition, this.errors);
  }

  private pair(column: number): Maybe<Pair> {
    const colon = this.keyEnd();
    if (colon < 0) return this.unfinishedPair();
    const key = this.key(colon);
    if (key === undefined || key.text === "<<") return undefined;
    this.at = colon + 1;
    const value = this.valueBehind(colon + 1, column, true, takesConditions(key.text));
    return value === undefined ? undefined : { key, value };
  }

  /** A line of a map without a colon: what somebody is typing. It faults itself and leaves the rest alone. */
  private unfinishedPair(): Maybe<Pair> {
    const start = this.at;
    if (!isWordCharacter(this.code())) return undefined;
    const end = this.plainLineEnd();
    if (end < 0) return undefined;
    this.errors.push({ code: "colon-missing", span: { start, end } });
    this.at = end;
    return { key: plainScalar(this.text.slice(start, end), start, end), value: emptyAt(end) };
  }

  /** Whether this line has no colon, and the next one is a key of the same map. */
  private isUnfinishedKey(): boolean {
    const { at, lineStart, column } = this;
    if (!isWordCharacter(this.code()) || this.plainLineEnd() < 0) return false;
    this.at = this.lineEnd();
    const found = this.toNextToken() && this.column === column && this.keyEnd() >= 0;
    this.at = at;
    this.lineStart = lineStart;
    return found;
  }

  private key(colon: number): Maybe<ScalarNode> {
    const first = this.code();
    if (first === DOUBLE || first === SINGLE) return quotedScalar(this.text, this.at);
    let end = colon;
    while (this.code(end - 1) === SPACE) end--;
    return end > this.at ? plainScalar(this.text.slice(this.at, end), this.at, end) : undefined;
  }

  /**
   * The value behind a colon or dash: on the same line, on the following ones, or absent.
   * @param sameColumnList whether a list may begin at `column` itself, as below a key
   */
  private valueBehind(behind: number, column: number, sameColumnList: boolean, inCondition: boolean): Maybe<Node> {
    if (!this.restIsBlank()) {
      this.skipSpaces();
      if (this.code() === TAB) return undefined;
      if (this.code() === EXCLAMATION) return this.tagged(column, sameColumnList);
      return this.inlineValue(column, inCondition);
    }
    return this.nested(behind, column, sameColumnList, inCondition);
  }

  /** A value on the lines below, or nothing. */
  private nested(behind: number, column: number, sameColumnList: boolean, inCondition: boolean): Maybe<Node> {
    if (!this.toNextToken()) return undefined;
    if (this.at < this.text.length) {
      if (this.column > column) {
        return this.code() === EXCLAMATION ? this.tagged(column, false) : this.blockNode(column, inCondition);
      }
      const listHere = sameColumnList && this.column === column && this.code() === DASH && this.isBlankAt(this.at + 1);
      if (listHere) return this.blockList(inCondition);
    }
    return emptyAt(behind);
  }

  private tagged(column: number, sameColumnList: boolean): Maybe<Node> {
    const start = this.at;
    let end = start + 1;
    while (isTagCharacter(this.code(end))) end++;
    if (end === start + 1 || !this.isBlankAt(end)) return undefined;
    const name = longName(this.text.slice(start, end));
    const inner = takesConditions(name);
    this.at = end;
    let argument: Maybe<Node>;
    if (this.restIsBlank()) argument = this.nested(end, column, sameColumnList, inner);
    else {
      this.skipSpaces();
      // A tag before a key on the same line belongs to the key: nothing that a template would mean.
      if (this.code() === TAB || this.code() === EXCLAMATION || this.keyEnd() >= 0) return undefined;
      argument = this.inlineValue(column, inner);
    }
    if (argument === undefined) return undefined;
    const nameSpan = { start, end };
    return { kind: "call", name, nameSpan, form: "short", argument, start, end: Math.max(argument.end, end) };
  }

  private blockList(inCondition: boolean): Maybe<Node> {
    if (++this.depth > MAX_DEPTH) return undefined;
    const { column, at: start } = this;
    const items: Node[] = [];
    let end = start;
    for (;;) {
      const item = this.item(column, inCondition);
      if (item === undefined) return undefined;
      items.push(item);
      if (item.end > end) end = item.end;
      if (!this.toNextToken()) return undefined;
      if (this.at >= this.text.length || this.column < column) break;
      const isItem = this.code() === DASH && this.isBlankAt(this.at + 1);
      if (this.column > column) return undefined;
      if (!isItem) break;
    }
    this.depth--;
    return { kind: "list", flow: false, items, start, end };
  }

  private item(column: number, inCondition: boolean): Maybe<Node> {
    const behind = ++this.at;
    if (this.restIsBlank()) return this.nested(behind, column, false, inCondition);
    this.skipSpaces();
    const code = this.code();
    if (code === TAB) return undefined;
    if (code === EXCLAMATION) return this.tagged(column, false);
    return this.blockNode(column, inCondition);
  }

  /** A scalar or flow collection that begins here. @param parent column of the collection around it */
  private inlineValue(parent: number, inCondition: boolean): Maybe<Node> {
    const code = this.code();
    if (code === DOUBLE || code === SINGLE) {
      const scalar = quotedScalar(this.text, this.at);
      return this.ended(scalar);
    }
    if (code === OPEN_LIST || code === OPEN_MAP) return this.ended(this.flow(inCondition));
    if (code === PIPE || code === GREATER) return this.taken(blockScalar(this.text, this.at, parent));
    if (
      INDICATORS.has(code) ||
      ((code === DASH || code === QUESTION || code === COLON) && this.isBlankAt(this.at + 1))
    ) {
      return undefined;
    }
    return this.plain(parent);
  }

  private ended(node: Maybe<Node>): Maybe<Node> {
    if (node === undefined) return undefined;
    this.at = node.end;
    this.lineStart = this.text.lastIndexOf("\n", this.at - 1) + 1;
    return this.restIsBlank() ? node : undefined;
  }

  private taken(found: Maybe<{ readonly node: ScalarNode; readonly next: number }>): Maybe<Node> {
    if (found === undefined) return undefined;
    this.at = found.next;
    this.lineStart = found.next;
    return found.node;
  }

  /** A plain scalar, over as many lines as are indented more than `parent`. */
  private plain(parent: number): Maybe<ScalarNode> {
    const start = this.at;
    let end = this.plainLineEnd();
    if (end < 0) return undefined;
    let text = this.text.slice(start, end);
    for (;;) {
      this.at = end;
      if (this.endsInComment()) break;
      const { at, lineStart } = this;
      const breaks = this.toContentLine();
      if (this.at >= this.text.length || this.column <= parent || this.code() === HASH) {
        this.at = at;
        this.lineStart = lineStart;
        break;
      }
      if (breaks === 0 || this.code() === TAB) return undefined;
      const from = this.at;
      const lineEnd = this.plainLineEnd();
      if (lineEnd < 0) return undefined;
      text += (breaks > 1 ? "\n".repeat(breaks - 1) : " ") + this.text.slice(from, lineEnd);
      end = lineEnd;
    }
    return plainScalar(text, start, end);
  }

  private endsInComment(): boolean {
    let at = this.at;
    while (this.code(at) === SPACE) at++;
    if (this.code(at) !== HASH) return false;
    this.at = this.lineEnd();
    return true;
  }

  /** Goes over line breaks and indentation to the next line with text; gives the number of line breaks. */
  private toContentLine(): number {
    let breaks = 0;
    for (;;) {
      const code = this.code();
      if (code === SPACE || code === RETURN) this.at++;
      else if (code === NEWLINE) {
        this.lineStart = ++this.at;
        breaks++;
      } else return breaks;
    }
  }

  /** Where the text of a plain scalar ends on this line; -1 if it holds `: ` (a map where none may be) or a tab. */
  private plainLineEnd(): number {
    const { text } = this;
    let end = this.at;
    for (let at = this.at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEWLINE) break;
      if (code === SPACE) continue;
      if (code === RETURN && text.charCodeAt(at + 1) === NEWLINE) break;
      if (code === TAB || (code === COLON && this.isBlankAt(at + 1))) return -1;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      end = at + 1;
    }
    return end;
  }

  private flow(inCondition: boolean): Maybe<Node> {
    if (++this.depth > MAX_DEPTH) return undefined;
    const node = this.code() === OPEN_LIST ? this.flowList(inCondition) : this.flowMap(inCondition);
    this.depth--;
    return node;
  }

  private flowList(inCondition: boolean): Maybe<Node> {
    const start = this.at++;
    const items: Node[] = [];
    for (;;) {
      if (!this.toNextToken()) return undefined;
      if (this.code() === CLOSE_LIST) break;
      const item = this.flowItem(inCondition);
      if (item === undefined || !this.toNextToken()) return undefined;
      items.push(item);
      if (this.code() === COMMA) this.at++;
      else if (this.code() !== CLOSE_LIST) return undefined;
    }
    return { kind: "list", flow: true, items, start, end: ++this.at };
  }

  /** An item of a flow list; `[key: value]` is a list with a map of one pair. */
  private flowItem(inCondition: boolean): Maybe<Node> {
    const item = this.flowValue(inCondition);
    if (item?.kind !== "scalar" || this.code() !== COLON) return item;
    const behind = ++this.at;
    if (!this.isBlankAt(behind) || !this.toNextToken()) return undefined;
    const value = this.flowValue(takesConditions(item.text));
    return value && mapOrCall([{ key: item, value }], true, item.start, value.end, inCondition, this.errors);
  }

  private flowMap(inCondition: boolean): Maybe<Node> {
    const start = this.at++;
    const pairs: Pair[] = [];
    for (;;) {
      if (!this.toNextToken()) return undefined;
      if (this.code() === CLOSE_MAP) break;
      const key = this.flowScalar();
      if (key === undefined || key.text === "<<" || !this.toNextToken() || this.code() !== COLON) return undefined;
      const behind = ++this.at;
      if (key.style === "plain" && !this.isBlankAt(behind)) return undefined;
      if (!this.toNextToken()) return undefined;
      const absent = this.code() === COMMA || this.code() === CLOSE_MAP;
      const value = absent ? emptyAt(behind) : this.flowValue(takesConditions(key.text));
      if (value === undefined || !this.toNextToken()) return undefined;
      pairs.push({ key, value });
      if (this.code() === COMMA) this.at++;
      else if (this.code() !== CLOSE_MAP) return undefined;
    }
    return mapOrCall(pairs, true, start, ++this.at, inCondition, this.errors);
  }

  private flowValue(inCondition: boolean): Maybe<Node> {
    const code = this.code();
    if (code === OPEN_LIST || code === OPEN_MAP) return this.flow(inCondition);
    if (code !== EXCLAMATION) return this.flowScalar();
    const start = this.at++;
    while (isTagCharacter(this.code())) this.at++;
    const nameSpan = { start, end: this.at };
    if (this.at === start + 1 || this.code() !== SPACE) return undefined;
    const name = longName(this.text.slice(start, this.at));
    if (!this.toNextToken() || this.code() === EXCLAMATION || this.code() === COMMA) return undefined;
    const argument = this.flowValue(takesConditions(name));
    return argument && { kind: "call", name, nameSpan, form: "short", argument, start, end: argument.end };
  }

  /** A scalar of one line in a flow collection; one that is followed by a colon where none is expected makes the caller give up. */
  private flowScalar(): Maybe<ScalarNode> {
    const { text } = this;
    const first = this.code();
    if (first === DOUBLE || first === SINGLE) {
      const scalar = quotedScalar(text, this.at);
      if (scalar === undefined) return undefined;
      this.at = scalar.end;
      this.lineStart = text.lastIndexOf("\n", this.at - 1) + 1;
      return scalar;
    }
    const dashed = first === DASH || first === QUESTION || first === COLON;
    if (INDICATORS.has(first) || (dashed && (this.isBlankAt(this.at + 1) || FLOW_ENDS.has(this.code(this.at + 1))))) {
      return undefined;
    }
    const start = this.at;
    let end = start;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (FLOW_ENDS.has(code)) break;
      if (code === COLON && (this.isBlankAt(at + 1) || FLOW_ENDS.has(this.code(at + 1)))) break;
      if (code === NEWLINE || code === RETURN || code === TAB) {
        // More lines may follow: the other reader knows how.
        let next = at;
        while (this.isBlankAt(next) && next < text.length) next++;
        if (!FLOW_ENDS.has(this.code(next))) return undefined;
        break;
      }
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
      if (code !== SPACE) end = at + 1;
    }
    if (end === start) return undefined;
    this.at = end;
    return plainScalar(text.slice(start, end), start, end);
  }
}

function isWordCharacter(code: number): boolean {
  return isTagCharacter(code) && code !== COLON;
}

/** Letters, digits and colons, as in `!Rain::Embed`. */
function isTagCharacter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x3a);
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const HASH = 0x23;
const EXCLAMATION = 0x21;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const COLON = 0x3a;
const GREATER = 0x3e;
const QUESTION = 0x3f;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_MAP = 0x7b;
const PIPE = 0x7c;
const CLOSE_MAP = 0x7d;

/** What no plain scalar begins with. */
const INDICATORS: ReadonlySet<number> = new Set([..."!&*|>%@`[]{},#\"'\ufeff"].map((one) => one.charCodeAt(0)));
/** `,` and brackets */
const FLOW_ENDS: ReadonlySet<number> = new Set([..."[]{},"].map((one) => one.charCodeAt(0)));
