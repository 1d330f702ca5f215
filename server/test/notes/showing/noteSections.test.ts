import { deepEqual } from "node:assert/strict";
import { readNotes } from "../../../src/notes/reading/readNotes.ts";
import { noteSections } from "../../../src/notes/showing/noteSections.ts";
import type { NoteSection } from "../../../src/protocol/notes.ts";
import { source } from "../noteAt.ts";

function check(name: string, markdown: string, expected: readonly string[]): void {
  const draw = (sections: readonly NoteSection[], indent: string): string[] =>
    sections.flatMap((section) => [
      `${indent}${section.kind} ${section.line} ${section.title}`,
      ...draw(section.children, `${indent}  `),
    ]);
  it(name, () => deepEqual(draw(noteSections(readNotes(source(markdown))), ""), expected));
}

describe("noteSections", () => {
  check("headings and items", "# A\n\n- **B**：x\n  - C: y\n\n## D\n", [
    "heading 0 A",
    "  item 2 B",
    "    item 3 C",
    "  heading 5 D",
  ]);
  check("no sentences", "# A\n\n- Bは便利\n- **C**でつなぐ\n- cfn-initで入れる\n", ["heading 0 A"]);
  check("what stands below a sentence moves up", "# A\n\n- Bは便利\n  - **C**：x\n", ["heading 0 A", "  item 3 C"]);
  check("an empty file", "", []);
});
