import type { Block } from "./blocks.ts";

/**
 * The headings of a file that we bring, and the comments outside of its lists: what its notes are made from. A hover reads
 * such a file while somebody waits, and a parser of Markdown would go through all of it.
 */
export function builtInBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  let containers = 0;
  for (const [start, line] of lines.entries()) {
    const [sign = ""] = /^(?:`{3,}|~{3,}|:{3,})/.exec(line) ?? [];
    if (fence !== undefined) {
      if (sign.startsWith(fence) && line.trim() === sign) fence = undefined;
    } else if (sign.startsWith(":")) containers += line === sign ? -1 : 1;
    else if (sign !== "") fence = sign;
    else if (containers === 0) {
      const [, level = "", title = ""] = /^(#{1,6}) +(.*)$/.exec(line) ?? [];
      const comment = /^<!--(.*)-->$/.exec(line)?.[1];
      const end = start + 1;
      if (level !== "")
        blocks.push({ type: "heading", start, end, level: level.length, content: title.trim(), children: [] });
      else if (comment !== undefined)
        blocks.push({ type: "comment", start, end, level: 0, content: comment.trim(), children: [] });
    }
  }
  return blocks;
}
