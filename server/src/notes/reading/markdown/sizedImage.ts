import type { MarkdownIt, StateInline } from "markdown-it";

const SIZED = /^!\[([^\]\n]{0,500})\]\(\s*([^\s()<>]{1,2000})\s+=(\d{0,4})x(\d{0,4})\s*\)/;

/** Zenn's `![text](file.png =250x)`: a picture with a width, a height or both, in pixels. */
export function sizedImages(md: MarkdownIt): void {
  md.inline.ruler.before("image", "sized_image", sizedImage);
}

function sizedImage(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("![", state.pos)) return false;
  const [whole, label = "", href = "", width = "", height = ""] =
    SIZED.exec(state.src.slice(state.pos, Math.min(state.posMax, state.pos + 2600))) ?? [];
  if (whole === undefined) return false;
  if (!silent) {
    const token = state.push("image", "img", 0);
    token.attrs = [
      ["src", state.md.normalizeLink(href)],
      ["alt", ""],
    ];
    token.children = state.md.parseInline(label, state.env)[0]?.children ?? [];
    token.content = label;
    token.meta = { width, height };
  }
  state.pos += whole.length;
  return true;
}
