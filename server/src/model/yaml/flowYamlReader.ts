import { emptyAt, mapOrCall, takesConditions } from "../tree/compose.ts";
import { longName } from "../tree/functionNames.ts";
import type { Node, Pair, ScalarNode } from "../tree/node.ts";
import { MAX_DEPTH, type Maybe, YamlCursor } from "./yamlCursor.ts";
import { plainScalar, quotedScalar } from "./yamlScalars.ts";
import {
  CLOSE_LIST,
  CLOSE_MAP,
  COLON,
  COMMA,
  DASH,
  DOUBLE,
  EXCLAMATION,
  HASH,
  INDICATORS,
  isTagCharacter,
  NEWLINE,
  OPEN_LIST,
  OPEN_MAP,
  QUESTION,
  RETURN,
  SINGLE,
  SPACE,
  TAB,
} from "./yamlSigns.ts";

/** `,` and brackets */
const FLOW_ENDS: ReadonlySet<number> = new Set([..."[]{},"].map((one) => one.charCodeAt(0)));

/** Reads what stands in `[…]` and `{…}`. */
export class FlowYamlReader extends YamlCursor {
  protected flow(inCondition: boolean): Maybe<Node> {
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

  /** A scalar of one line in a flow collection; one that is followed by a colon when none is expected makes the caller give up. */
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
        // More lines may follow: the other reader handles them.
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
