import type { Token } from "markdown-it";

/**
 * A passage of one list item without the bullet and the item's title, which stands above it already: text below a
 * heading. The same for a callout, whose first line is its title. Any other passage is left as it is.
 */
export function withoutTitle(tokens: Token[], title: string): Token[] {
  const [list, item, paragraph, inline] = tokens;
  if (list?.type === "paragraph_open" && item?.children?.[0]?.type === "strong_open") {
    const behind = childrenBehind(item.children, title);
    if (behind === undefined) return tokens;
    item.children = behind;
    return behind.length === 0 ? tokens.slice(3) : tokens;
  }
  const isItem = list?.type === "bullet_list_open" && item?.type === "list_item_open" && inline?.type === "inline";
  const end = tokens.findIndex(
    (token, index) => index > 0 && token.type === list?.type.replace("open", "close") && token.level === list.level,
  );
  const isAlone = isItem && !tokens.slice(2, end).some(({ type, level }) => type === item.type && level === item.level);
  const left = isAlone ? childrenBehind(inline.children ?? [], title) : undefined;
  if (!isAlone || left === undefined || paragraph === undefined) return tokens;
  inline.children = left;
  // In a list without empty lines, paragraphs have no tags of their own.
  for (const token of tokens.slice(2, end - 1)) if (token.level === paragraph.level) token.hidden = false;
  return [...tokens.slice(left.length === 0 ? 5 : 2, end - 1), ...tokens.slice(end + 1)];
}

/** The tokens of a line behind the title that it begins with; `undefined` if it begins otherwise. */
function childrenBehind(children: readonly Token[], title: string): Token[] | undefined {
  let text = "";
  let depth = 0;
  for (const [index, child] of children.entries()) {
    depth += child.nesting;
    if (child.nesting === 0) text += child.content;
    if (text === title && depth === 0) return withoutSeparator(children.slice(index + 1));
    if (!title.startsWith(text)) return undefined;
  }
  return undefined;
}

function withoutSeparator(children: readonly Token[]): Token[] | undefined {
  const [first, ...others] = children.filter(({ type, content }) => type !== "text" || content !== "");
  if (first === undefined) return [];
  if (first.type === "softbreak" || first.type === "hardbreak") return others;
  const separator = /^[\s　]*[:：–—-][\s　]*/u.exec(first.content)?.[0];
  if (first.type !== "text" || separator === undefined) return undefined;
  first.content = first.content.slice(separator.length);
  return first.content === "" ? withoutBreak(others) : [first, ...others];
}

function withoutBreak(children: readonly Token[]): Token[] {
  return children[0]?.type === "softbreak" ? children.slice(1) : [...children];
}
