import type { Token } from "markdown-it";
import { imageText, passageMarkdown } from "./renderTokens.ts";

/** Markdown for clients that show plain text: without signs of formatting, links as text with their address. */
export function plainMarkdown(markdown: string): string {
  const lines: string[] = [];
  const around: { sign: string; index: number }[] = [];
  let cells: string[] = [];
  const put = (text: string): void => {
    for (const line of text.split("\n")) {
      const item = around.at(-1);
      const outer = around.slice(0, -1).map(({ sign }) => " ".repeat(sign.length));
      const own = item === undefined ? "" : item.index++ === 0 ? item.sign : " ".repeat(item.sign.length);
      lines.push((outer.join("") + own + line).trimEnd());
    }
  };
  const numbers: (number | undefined)[] = [];
  for (const token of passageMarkdown().parse(markdown, {})) {
    const { type, content, children } = token;
    if (/^(?:bullet|ordered)_list_open$/.test(type))
      numbers.push(type === "ordered_list_open" ? Number(token.attrGet("start") ?? 1) : undefined);
    else if (/^(?:bullet|ordered)_list_close$/.test(type)) numbers.pop();
    else if (type === "list_item_open") around.push({ sign: markerOf(numbers), index: 0 });
    else if (type === "list_item_close") around.pop();
    else if (type === "td_open" || type === "th_open") cells.push("");
    else if (type === "tr_close") {
      put(cells.join(" | "));
      cells = [];
    } else if (type === "inline") {
      if (cells.length > 0) cells[cells.length - 1] = inlineText(children ?? []);
      else put(inlineText(children ?? []));
    } else if (type === "fence" || type === "code_block") put(content.replace(/\n$/, ""));
    else if (type === "hr") put("---");
    if (endsBlock(token) && around.length === 0 && lines.at(-1) !== "") lines.push("");
  }
  return lines.join("\n").trim();
}

function markerOf(numbers: (number | undefined)[]): string {
  const number = numbers.at(-1);
  if (number === undefined) return "- ";
  numbers[numbers.length - 1] = number + 1;
  return `${number}. `;
}

function endsBlock({ type, nesting }: Token): boolean {
  return nesting < 0
    ? /^(?:paragraph|heading|bullet_list|ordered_list|table|blockquote)_close$/.test(type)
    : /^(?:fence|code_block|hr)$/.test(type);
}

/** Addresses that any client can open. */
const ADDRESS = /^(?:https?|file):/;

function inlineText(tokens: readonly Token[]): string {
  let text = "";
  const links: { readonly href: string; readonly from: number }[] = [];
  for (const token of tokens) {
    if (token.type === "link_open") links.push({ href: String(token.attrGet("href") ?? ""), from: text.length });
    else if (token.type === "link_close") {
      const { href, from } = links.pop() ?? { href: "", from: 0 };
      if (ADDRESS.test(href) && text.slice(from) !== href) text += ` (${href})`;
    } else if (token.type === "image") text += imageText(token);
    else if (/break$/.test(token.type)) text += "\n";
    else if (token.type === "text" || token.type === "code_inline" || token.type === "text_special")
      text += token.content;
  }
  // The character that keeps bold apart from Japanese signs.
  return text.replaceAll("\u200b", "");
}
