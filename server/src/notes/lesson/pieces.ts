import type { Token } from "markdown-it";
import { memoBy } from "../../text/memoBy.ts";
import { plainText } from "../reading/lead.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { firstLine } from "../reading/passage.ts";
import { inlineMarkdown } from "../rendering/hoverInline.ts";
import { hoverMarkdown } from "../rendering/hoverMarkdown.ts";
import { noteMessages } from "../rendering/messages.ts";
import { passageTokens } from "../rendering/renderTokens.ts";
import type { Piece } from "./piece.ts";
import { preparedPieces } from "./preparedPieces.ts";
import { signsOf } from "./signs.ts";

/** The pieces of a note in their order; memoised, since the same notes are asked for again and again. */
export const piecesOf: (note: Note, file: NoteFileContent) => readonly Piece[] = memoBy(
  (note: Note, file: NoteFileContent) =>
    (file.prepared === undefined ? undefined : preparedPieces(file.prepared(), note.line, file.lines)) ??
    readPieces(note, file),
);

interface Block {
  readonly tokens: readonly Token[];
  readonly first: Token;
}

export function readPieces(note: Note, file: NoteFileContent): readonly Piece[] {
  const top = firstLine(note, file);
  const context = { uri: file.uri, alert: noteMessages(file.language).alert };
  const found: Piece[] = [];
  let section = "";
  let isCorrection = false;
  for (const [block, { tokens, first }] of blocksOf(passageTokens(note, file)).entries()) {
    if (first.type === "comment") {
      isCorrection ||= first.content.startsWith("outdated");
      continue;
    }
    if (first.type === "heading_open") section = plainText(tokens[1]?.children ?? []);
    else {
      const shared = { block, section, isCorrection, head: [] as readonly string[] };
      for (const part of parts(tokens, first, context))
        found.push({ ...shared, ...part, line: top + part.line, ...signsOf(part) });
    }
    isCorrection = false;
  }
  return found;
}

/** Blocks at the top level, each with all of its tokens. */
function blocksOf(tokens: readonly Token[]): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.level > 0 || token.nesting > 0) continue;
    const first = tokens[start];
    if (first !== undefined) blocks.push({ tokens: tokens.slice(start, index + 1), first });
    start = index + 1;
  }
  return blocks;
}

type Part = Pick<Piece, "kind" | "line" | "markdown" | "plain" | "isTrap"> & { readonly head?: readonly string[] };
type Context = Parameters<typeof hoverMarkdown>[1];

function parts(tokens: readonly Token[], first: Token, context: Context): readonly Part[] {
  const line = first.map?.[0] ?? 0;
  switch (first.type) {
    case "paragraph_open":
      return sentences(tokens[1], line, context.uri);
    case "bullet_list_open":
    case "ordered_list_open":
      return items(tokens, first, context);
    case "table_open":
      return rows(tokens, context);
    default: {
      const kind = /^(?:fence|code_block)$/.test(first.type) ? "code" : "block";
      return [
        { kind, line, markdown: hoverMarkdown(tokens, context), plain: plainOf(tokens), isTrap: hasTrap(tokens) },
      ];
    }
  }
}

/** The lines of a paragraph; a line holds a sentence, or a few that belong together. */
function sentences(inline: Token | undefined, start: number, uri: string): readonly Part[] {
  const lines: Token[][] = [[]];
  for (const token of inline?.children ?? []) {
    if (/^(?:soft|hard)break$/.test(token.type)) lines.push([]);
    else lines.at(-1)?.push(token);
  }
  return lines.map((tokens, index) => ({
    kind: "text",
    line: start + index,
    markdown: inlineMarkdown(tokens, uri),
    plain: plainText(tokens).trim(),
    isTrap: hasTrap(tokens),
  }));
}

function items(tokens: readonly Token[], list: Token, context: Context): readonly Part[] {
  const close = tokens.at(-1);
  return elementsNamed(tokens, "list_item", 1).map((item, index) => {
    const markdown = hoverMarkdown(close === undefined ? item : [list, ...item, close], context);
    const number = Number(list.attrGet("start") ?? 1) + index;
    return {
      kind: "item",
      line: item[0]?.map?.[0] ?? 0,
      markdown: list.type === "bullet_list_open" ? markdown : markdown.map((line) => line.replace(/^\d+/, `${number}`)),
      plain: plainOf(item),
      isTrap: hasTrap(item),
    };
  });
}

function rows(tokens: readonly Token[], context: Context): readonly Part[] {
  const [head = "", line = "", ...body] = hoverMarkdown(tokens, context);
  const [, ...below] = elementsNamed(tokens, "tr", 2);
  return below.map((row, index) => ({
    kind: "row",
    line: row[0]?.map?.[0] ?? 0,
    markdown: [body[index] ?? ""],
    head: [head, line],
    plain: plainOf(row),
    isTrap: hasTrap(row),
  }));
}

/** The tokens of each element of a name at a level. */
function elementsNamed(tokens: readonly Token[], name: string, level: number): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== `${name}_open` || token.level !== level) continue;
    const end = tokens.findIndex((other, at) => at > index && other.type === `${name}_close` && other.level === level);
    found.push(tokens.slice(index, end + 1));
  }
  return found;
}

function plainOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => (type === "inline" ? plainText(children ?? []) : content))
    .filter((text) => text !== "")
    .join(" ")
    .trim();
}

function hasTrap(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ type, content, children }) =>
      (type === "comment" && content === "trap") || (children !== null && children !== undefined && hasTrap(children)),
  );
}
