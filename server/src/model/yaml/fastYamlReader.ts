import { emptyAt, mapOrCall, takesConditions } from "../tree/compose.ts";
import { longName } from "../tree/functionNames.ts";
import type { Node, Pair, ScalarNode } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { FlowYamlReader } from "./flowYamlReader.ts";
import { MAX_DEPTH, type Maybe } from "./yamlCursor.ts";
import { blockScalar, plainScalar, quotedScalar } from "./yamlScalars.ts";
import {
  BACKSLASH,
  COLON,
  DASH,
  DOUBLE,
  EXCLAMATION,
  GREATER,
  HASH,
  INDICATORS,
  isTagCharacter,
  isWordCharacter,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  PIPE,
  QUESTION,
  SINGLE,
  SPACE,
  TAB,
} from "./yamlSigns.ts";

/** The result of reading one piece of plain YAML. */
export interface FastReading {
  readonly root: Node;
  /** Repeated keys, and lines of a map that have no colon yet; any other error makes the reader give up. */
  readonly errors: readonly SyntaxProblem[];
}

/**
 * Reads the YAML that templates are mostly written in: block maps and lists, scalars of all styles, flow collections,
 * tags of functions, comments. It gives `undefined` for everything else (anchors, merge keys, complex keys, directives,
 * tabs) and if anything is wrong: then the `yaml` package reads it, and names the error. Its nodes are the same as the
 * package's, and cost a tenth of the time.
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

class Reader extends FlowYamlReader {
  document(): Maybe<Node> {
    if (this.text.startsWith("---")) {
      this.at = 3;
      if (!this.restIsBlank()) return undefined;
    }
    if (!this.toNextToken() || this.at >= this.text.length) return undefined;
    const root = this.blockNode(-1, false);
    return root !== undefined && this.toNextToken() && this.at >= this.text.length ? root : undefined;
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

  /** A line of a map without a colon, which is being typed. It is reported itself and leaves the rest intact. */
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
      // A tag before a key on the same line belongs to the key, which no template means.
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
    if (code === DOUBLE || code === SINGLE) return this.ended(quotedScalar(this.text, this.at));
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
}
