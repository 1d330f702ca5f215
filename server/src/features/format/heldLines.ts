import type { Template } from "../../model/template.ts";
import type { Node } from "../../model/tree/node.ts";
import { lineAt, type TextLine } from "./textLines.ts";

/** Lines whose white space at their ends, and blank lines whose being there, are part of a text of several lines. */
export function heldLines(template: Template, lines: readonly TextLine[]): ReadonlySet<number> {
  const held = new Set<number>();
  for (const { key, value, entries, offset } of template.sections) {
    hold(key, offset);
    if (value !== undefined) hold(value, offset);
    for (const entry of entries) {
      hold(entry.key, entry.offset);
      hold(entry.value, entry.offset);
    }
  }
  return held;

  function hold(node: Node, by: number): void {
    if (node.kind === "list") for (const item of node.items) hold(item, by);
    else if (node.kind === "call") hold(node.argument, by);
    else if (node.kind === "map") {
      for (const { key, value, merged } of node.pairs) {
        if (merged) continue;
        hold(key, by);
        hold(value, by);
      }
    } else {
      const first = lineAt(lines, node.start + by);
      const last = lastLine(node.start + by, node.end + by, node.style === "literal" || node.style === "folded");
      // The first line of a block scalar is its header; the last one of others is followed by something else.
      for (let line = node.style === "literal" || node.style === "folded" ? first + 1 : first; line < last; line++)
        held.add(line);
    }
  }

  /** Behind the last line of a text: for a block scalar the blank lines at its end are no part of it, unless it keeps them. */
  function lastLine(start: number, end: number, isBlock: boolean): number {
    const line = lineAt(lines, end);
    if (!isBlock) return line;
    const behind = lines[line]?.start === end ? line : line + 1;
    if (/^[|>]\d?\+/.test(template.text.slice(start, start + 4))) return behind;
    let last = behind;
    while (last > 0 && lines[last - 1]?.isBlank === true) last--;
    return last;
  }
}
