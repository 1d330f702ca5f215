import type { Token } from "markdown-it";

/** What is marked in the view: if somebody opened a note, and what a hover shows of it at a place. */
export type PassageMark = "at" | "lesson";

/** Marks what stands on a line of a passage, counted from its first one: a line of a paragraph, else the innermost block. */
export function markPassage(tokens: readonly Token[], line: number, mark: PassageMark): void {
  const [block] = tokens
    .filter(({ map, nesting }) => map !== null && nesting >= 0 && line >= map[0] && line < map[1])
    .slice(-1);
  if (block === undefined) return;
  if (block.type === "inline") markLine(block, line - (block.map?.[0] ?? 0), mark);
  else block.attrJoin("class", mark);
}

function markLine(inline: Token, wanted: number, mark: PassageMark): void {
  const marked: Token[] = [];
  let line = 0;
  const edge = (nesting: 1 | -1): Token => {
    const token = Object.assign(Object.create(Object.getPrototypeOf(inline)) as Token, inline, {
      type: nesting === 1 ? "mark_open" : "mark_close",
      tag: "mark",
      nesting,
      attrs: nesting === 1 ? [["class", mark]] : null,
      children: null,
      content: "",
      block: false,
    });
    return token;
  };
  if (wanted === 0) marked.push(edge(1));
  for (const token of inline.children ?? []) {
    if (!/^(?:soft|hard)break$/.test(token.type)) {
      marked.push(token);
      continue;
    }
    if (line === wanted) marked.push(edge(-1));
    marked.push(token);
    line++;
    if (line === wanted) marked.push(edge(1));
  }
  if (line === wanted) marked.push(edge(-1));
  if (line >= wanted) inline.children = marked;
}
