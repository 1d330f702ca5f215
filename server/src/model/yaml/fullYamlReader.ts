import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument, Schema } from "yaml";
import { emptyAt, mapOrCall, takesConditions } from "../tree/compose.ts";
import { longName, SHORT_NAMES } from "../tree/functionNames.ts";
import type { CallNode, Node, Pair, ScalarNode, ScalarStyle } from "../tree/node.ts";
import type { SyntaxProblem } from "../tree/syntaxProblem.ts";
import { yamlProblem } from "./yamlProblem.ts";
import { plainScalar } from "./yamlScalars.ts";

/** The result of reading one piece of YAML, with offsets into that piece. */
export interface YamlResult {
  readonly root: Node | undefined;
  readonly errors: readonly SyntaxProblem[];
  /** Names of aliases (`*name`) whose anchor is not in this piece. */
  readonly unresolved: readonly string[];
  /** Names of anchors (`&name`). */
  readonly anchors: readonly string[];
}

/**
 * Aliases may make a small text stand for an endless tree ("billion laughs"): the most nodes that may come from them.
 */
const MAX_ALIASED_NODES = 20_000;

/** Deeper text is not parsed: recursion over it would run out of stack. */
const MAX_DEPTH = 300;

const schema = new Schema({
  schema: "core",
  customTags: (tags) => [
    ...tags,
    ...SHORT_NAMES.flatMap((name) => [
      { tag: `!${name}`, resolve: (text: string) => text },
      { tag: `!${name}`, collection: "map" as const },
      { tag: `!${name}`, collection: "seq" as const },
    ]),
  ],
});

/** Reads one piece of YAML with the `yaml` package. It never throws; broken text gives the part that could be read. */
export function readYamlFully(text: string): YamlResult {
  if (nesting(text) > MAX_DEPTH) {
    return {
      root: undefined,
      errors: [{ code: "too-deep", span: { start: 0, end: text.length } }],
      unresolved: [],
      anchors: [],
    };
  }
  const document = parseDocument(text, { schema, prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  return composed(text, document);
}

/** An upper bound of how deep collections nest: brackets, and dashes or questions marks that open lists on one line. */
function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let dashes = 0;
  let longestRun = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
    if (code === 0x2d || code === 0x3f) longestRun = Math.max(longestRun, ++dashes);
    else if (code !== 0x20) dashes = 0;
  }
  return Math.max(deepest, longestRun > MAX_DEPTH && /(?:[-?] ){300}/.test(text) ? longestRun : 0);
}

function composed(text: string, document: Document.Parsed): YamlResult {
  const errors: SyntaxProblem[] = document.errors.flatMap((error) => yamlProblem(error, text) ?? []);
  const unresolved: string[] = [];
  const anchored = new Map<string, { readonly node: Node; readonly size: number }>();
  const anchorNames: string[] = [];
  let size = 0;

  const root = document.contents === null ? undefined : node(document.contents, 0, 0, false);
  return { root, errors, unresolved, anchors: anchorNames };

  /** @param floor the first offset that may belong to this node, for finding its tag */
  function node(yaml: ParsedNode | null, floor: number, fallback: number, inCondition: boolean): Node {
    size++;
    if (yaml === null) return emptyAt(fallback);
    if (isAlias(yaml)) return alias(yaml.source, yaml.range[0], yaml.range[1]);
    const sizeBefore = size;
    const tag = yaml.tag;
    const name = tag?.startsWith("!") === true && tag.length > 1 ? longName(tag) : undefined;
    const inner = name === undefined ? inCondition : takesConditions(name);
    const bare = isMap(yaml)
      ? map(yaml, inner)
      : isSeq(yaml)
        ? list(yaml, inner)
        : isScalar(yaml)
          ? written(scalar(yaml as never))
          : emptyAt(fallback);
    const result = name === undefined ? bare : short(name, tag as string, bare, floor);
    if (yaml.anchor !== undefined) {
      anchorNames.push(yaml.anchor);
      anchored.set(yaml.anchor, { node: result, size: size - sizeBefore + 1 });
    }
    return result;
  }

  function short(name: string, tag: string, argument: Node, floor: number): CallNode {
    const found = text.lastIndexOf(tag, argument.start);
    const start = found >= floor ? found : argument.start;
    const nameSpan = { start, end: Math.min(start + tag.length, text.length) };
    return { kind: "call", name, nameSpan, form: "short", argument, start, end: Math.max(argument.end, nameSpan.end) };
  }

  function alias(name: string, start: number, end: number): Node {
    const target = anchored.get(name);
    if (target === undefined) {
      if (name !== "") unresolved.push(name);
      return emptyAt(end);
    }
    size += target.size;
    if (size > MAX_ALIASED_NODES && target.size > 100) {
      errors.push({ code: "aliases-too-large", span: { start, end } });
      return emptyAt(end);
    }
    return target.node;
  }

  function map(yaml: ParsedNode & { items: unknown[] }, inCondition: boolean): Node {
    const pairs: Pair[] = [];
    const flow = (yaml as { flow?: boolean }).flow === true;
    let at = yaml.range[0];
    for (const item of yaml.items as { key: ParsedNode | null; value: ParsedNode | null }[]) {
      const key = keyOf(item.key, at);
      const value = node(item.value, key.end, behindColon(key.end), takesConditions(key.text));
      at = Math.max(key.end, value.end);
      if (key.text === "<<" && key.style === "plain") merge(pairs, value);
      else pairs.push({ key, value });
    }
    const start = yaml.range[0];
    const end = flow ? yaml.range[1] : pairs.length === 0 ? start : at;
    return mapOrCall(pairs, flow, start, end, inCondition, errors);
  }

  function merge(pairs: Pair[], value: Node): void {
    const maps = value.kind === "list" ? value.items : [value];
    for (const source of maps) {
      if (source.kind !== "map") continue;
      for (const pair of source.pairs) {
        if (!pairs.some(({ key }) => key.text === pair.key.text)) pairs.push({ ...pair, merged: true });
      }
    }
  }

  function list(yaml: ParsedNode & { items: unknown[] }, inCondition: boolean): Node {
    const flow = (yaml as { flow?: boolean }).flow === true;
    let at = yaml.range[0];
    const items: Node[] = [];
    for (const item of yaml.items as (ParsedNode | null)[]) {
      const next = node(item, at, at, inCondition);
      items.push(next);
      if (next.end > at) at = next.end;
    }
    return { kind: "list", flow, items, start: yaml.range[0], end: flow ? yaml.range[1] : at };
  }

  function keyOf(yaml: ParsedNode | null, at: number): ScalarNode {
    if (yaml === null) return emptyAt(at);
    if (isScalar(yaml)) return scalar(yaml as never);
    const [start, end] = yaml.range;
    // `{{ name }}` is a map whose key is a map; with something behind it, it may be a key itself.
    const isDouble = text[start] === "{" && (text[start - 1] === "{" || text[start + 1] === "{");
    const isDynamic = isDouble && /^\{?resolve:/.test(text.slice(start + 1, start + 10));
    const code = isDynamic ? "unquoted-dynamic-reference" : isDouble ? "other-language" : "key-not-text";
    errors.push({ code, span: { start, end } });
    return { kind: "scalar", value: text.slice(start, end), text: text.slice(start, end), style: "plain", start, end };
  }

  /** An absent value stands right behind its colon, dash or tag, whatever white space follows. */
  function written(found: ScalarNode): ScalarNode {
    let offset = found.start;
    if (found.style !== "plain" || found.end > offset) return found;
    while (text[offset - 1] === " ") offset--;
    return offset === found.start ? found : emptyAt(offset);
  }

  /** The offset that an absent value would have: behind the colon that follows a key. */
  function behindColon(end: number): number {
    let offset = end;
    while (text[offset] === " ") offset++;
    return text[offset] === ":" ? offset + 1 : end;
  }
}

interface YamlScalar {
  readonly value: unknown;
  readonly source?: string;
  readonly type?: string;
  readonly tag?: string;
  readonly range: readonly [number, number, number];
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function scalar({ value, source, type, tag, range }: YamlScalar): ScalarNode {
  const [start, end] = range;
  const style = STYLES[type ?? ""] ?? "plain";
  // A function's tag says nothing of the type of what follows; a tag of YAML's own (`!!str`) does.
  const own = tag?.startsWith("tag:") === true;
  if (style === "plain" && !own) return plainScalar(source ?? String(value ?? ""), start, end);
  const simple = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  return { kind: "scalar", value: simple, text: typeof value === "string" ? value : (source ?? ""), style, start, end };
}
