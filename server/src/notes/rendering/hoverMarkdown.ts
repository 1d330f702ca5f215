import type { Token } from "markdown-it";
import { inlineMarkdown } from "./hoverInline.ts";
import { passageMarkdown } from "./renderTokens.ts";

export interface HoverBlocks {
  readonly uri: string;
  /** In front of the text of `:::message alert`. */
  readonly alert: string;
}

/**
 * Tokens as CommonMark that VS Code's hover renders as Zenn would: containers become quotes and bold titles, and all
 * that the hover could run or load is removed. One string per line.
 */
export function hoverMarkdown(tokens: readonly Token[], context: HoverBlocks): string[] {
  // A rule at the end only separates the passage from the next one in its file.
  const end = tokens.findLastIndex(({ type }) => type !== "hr") + 1;
  return new Writer(context).blocks(treeOf(tokens.slice(0, end)));
}

interface Tree {
  readonly token: Token;
  readonly children: Tree[];
}

function treeOf(tokens: readonly Token[]): Tree[] {
  const root: Tree[] = [];
  const open: Tree[][] = [root];
  for (const token of tokens) {
    if (token.nesting < 0) {
      if (open.length > 1) open.pop();
      continue;
    }
    const tree: Tree = { token, children: [] };
    open.at(-1)?.push(tree);
    if (token.nesting > 0) open.push(tree.children);
  }
  return root;
}

class Writer {
  private readonly context: HoverBlocks;

  constructor(context: HoverBlocks) {
    this.context = context;
  }

  /** Blocks with an empty line between them, unless they are parts of a tight list. */
  blocks(trees: readonly Tree[]): string[] {
    const lines: string[] = [];
    let tight = true;
    for (const tree of withoutEmptySections(trees)) {
      const block = this.block(tree);
      if (block.every((line) => line.trim() === "")) continue;
      const isList = /_list_open$/.test(tree.token.type);
      if (lines.length > 0 && !(tight && (isList || tree.token.hidden))) lines.push("");
      lines.push(...block);
      tight = tree.token.hidden;
    }
    return lines;
  }

  private block({ token, children }: Tree): string[] {
    switch (token.type) {
      case "paragraph_open":
        return this.inline(children);
      case "heading_open":
        return this.inline(children).map((line) => `#### ${line}`);
      case "inline":
        return inlineMarkdown(token.children ?? [], this.context.uri);
      case "bullet_list_open":
        return this.list(children, () => "- ");
      case "ordered_list_open":
        return this.list(children, (index) => `${Number(token.attrGet("start") ?? 1) + index}. `);
      case "blockquote_open":
        return quotedLines(this.blocks(children));
      case "container_open":
        return this.container(token, children);
      case "fence":
        return fence(token.content, token.info);
      case "code_block":
        return fence(token.content, "");
      case "table_open":
        return this.table(children);
      case "hr":
        return ["---"];
      case "footnote_block_open":
        return children.flatMap(({ token: footnote, children: text }) => {
          const [first = "", ...rest] = this.blocks(text);
          return [`\\[${Number(footnote.meta?.["id"]) + 1}\\] ${first}  `, ...rest];
        });
      default:
        return [];
    }
  }

  private inline(children: readonly Tree[]): string[] {
    return children.flatMap(({ token }) =>
      token.type === "inline" ? inlineMarkdown(token.children ?? [], this.context.uri) : [],
    );
  }

  private list(items: readonly Tree[], marker: (index: number) => string): string[] {
    const isTight = items.every(({ children }) =>
      children.every(({ token }) => token.type !== "paragraph_open" || token.hidden),
    );
    return items.flatMap(({ children }, index) => {
      const sign = marker(index);
      const [first = "", ...rest] = this.blocks(children);
      const inner = rest.map((line) => (line === "" ? "" : " ".repeat(sign.length) + line));
      return [...(index > 0 && !isTight ? [""] : []), sign + first, ...inner];
    });
  }

  private container(token: Token, children: readonly Tree[]): string[] {
    const lines = this.blocks(children);
    if (token.info === "details") {
      const inline = passageMarkdown().parseInline(token.content, {})[0]?.children ?? [];
      const [title = ""] = inlineMarkdown(inline, this.context.uri);
      return title === "" ? lines : [`**${title}**`, "", ...lines];
    }
    return quotedLines(token.meta?.["alert"] === true ? [`**${this.context.alert}**`, "", ...lines] : lines);
  }

  private table(parts: readonly Tree[]): string[] {
    const rows = parts.flatMap(({ children }) => children);
    const [head, ...body] = rows.map(({ children }) => `| ${children.map((cell) => this.cell(cell)).join(" | ")} |`);
    const columns = rows[0]?.children ?? [];
    if (head === undefined) return [];
    return [head, `| ${columns.map(({ token }) => alignment(token)).join(" | ")} |`, ...body];
  }

  private cell({ children }: Tree): string {
    return this.inline(children)
      .map((line) => line.trim())
      .join(" ")
      .replace(/(?<!\\)\|/g, "\\|");
  }
}

/** Without headings that have nothing below them, if there is anything else. */
function withoutEmptySections(trees: readonly Tree[]): readonly Tree[] {
  const levelOf = ({ token }: Tree): number => (token.type === "heading_open" ? Number(token.tag.slice(1)) : Infinity);
  let following = 0;
  const kept = trees.toReversed().filter((tree) => {
    const isEmpty = levelOf(tree) < Infinity && following <= levelOf(tree);
    if (!isEmpty) following = levelOf(tree);
    return !isEmpty;
  });
  return kept.toReversed();
}

function alignment(cell: Token): string {
  const style = String(cell.attrGet("style") ?? "");
  if (style.includes("center")) return ":---:";
  return style.includes("right") ? "---:" : "---";
}

function quotedLines(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? ">" : `> ${line}`));
}

/** Zenn writes the file's name behind the language: ```` ```yaml:template.yaml ````. */
function fence(content: string, info: string): string[] {
  const [language = "", name = ""] = info.trim().split(/:(.*)/s, 2);
  const lines = content.replace(/\n$/, "").split("\n");
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const sign = "`".repeat(longest + 1);
  const word = /^(?:diff\s+)?([\w+#-]*)/.exec(language)?.[1] ?? "";
  const title = name.replace(/[`\n]/g, "").trim();
  return [...(title === "" ? [] : [`\`${title}\``, ""]), `${sign}${word}`, ...lines, sign];
}
