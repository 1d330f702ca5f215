import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { type Entry, type EntryContent, SECTION_NAMES, type Section, type Template } from "../../model/template.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { indentUnit } from "../../model/yaml/indentUnit.ts";
import { shifted, startOfLine } from "../../text/span.ts";
import { INDENT_BLOCK } from "../engine/syntax.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import type { SectionRule } from "../shared/rule.ts";
import { looseProperties, type MisplacedLines, nestedResources } from "./looseProperties.ts";
import { marginProperties } from "./marginProperties.ts";

/**
 * A block with the wrong indentation, as happens with pasted text: a resource that is not indented below its name or
 * below `Resources`, or is below another one, or properties that are not below `Properties`. CloudFormation takes its
 * keys for separate resources, sections or attributes.
 */
export const misplacedBlock: SectionRule = {
  scope: "sections",
  check(template, { catalogue, report }) {
    if (template.format === "json") return;
    const blocks = [
      ...misplacedBlocks(template),
      ...looseProperties(template, catalogue),
      ...marginProperties(template, catalogue),
      ...nestedResources(template, catalogue),
    ];
    for (const { name, key, lines, by, covers = { start: key.start, end: lines.end } } of blocks) {
      const text = template.text.slice(lines.start, lines.end);
      const message = by > 0 ? { message: "not-far-enough", with: { name } } : { message: "too-far", with: { name } };
      const data = replacement(lines, moved(text, by), INDENT_BLOCK);
      const colon = { start: key.end, end: key.end, newText: ":" };
      const edits = /\s/.test(template.text.charAt(key.end)) ? [colon, ...data.edits] : data.edits;
      report(undefined, key, { ...message, covers, data: { ...data, edits } });
    }
  },
};

/** The lines with their indentation changed by the same amount. */
function moved(text: string, by: number): string {
  return by > 0
    ? text.replace(/^(?=.*\S)/gm, " ".repeat(by))
    : text.replace(/^ +/gm, (blanks) => blanks.slice(0, Math.max(0, blanks.length + by)));
}

function misplacedBlocks(template: Template): readonly MisplacedLines[] {
  const { sections, text } = template;
  const blocks: MisplacedLines[] = [];
  const hasTypes = types(template, "Resources").length > 0;
  for (const [index, section] of sections.entries()) {
    if (section.name !== "Resources") continue;
    let behind = index + 1;
    let end = startOf(sections[behind], text);
    for (let next = sections[behind]; next !== undefined && isResource(next); next = sections[++behind]) {
      const other = next.entries.find(({ name }) => !ATTRIBUTES.has(name));
      end = other === undefined ? startOf(sections[behind + 1], text) : lineStart(other, text);
      if (other !== undefined) break;
    }
    const flat = hasTypes ? flatResources(section.entries, text, end) : [];
    for (const block of flat) blocks.push({ ...block, by: indentUnit(template).length });
    const first = sections[index + 1];
    if (first !== undefined && isResource(first) && flat.at(-1)?.lines.end !== end)
      blocks.push({
        name: first.name,
        key: shifted(contentSpan(first.key), first.offset),
        lines: { start: startOf(first, text), end },
        by: indentUnit(template).length,
      });
  }
  return blocks;
}

/** Resources whose attributes are in the column of their names. @param end of the section with what belongs to it */
function flatResources(entries: readonly Entry[], text: string, end: number): readonly Omit<MisplacedLines, "by">[] {
  return entries.flatMap((type, index) => {
    if (!isType(type)) return [];
    let first = index;
    while (first > 0 && ATTRIBUTES.has(entries[first - 1]?.name ?? "")) first--;
    let last = index;
    while (ATTRIBUTES.has(entries[last + 1]?.name ?? "") && entries[last + 1]?.name !== "Type") last++;
    const [owner, begin, behind] = [entries[first - 1], entries[first], entries[last + 1]];
    if (owner?.value.kind !== "scalar" || owner.value.value !== null || begin === undefined) return [];
    const lines = { start: lineStart(begin, text), end: behind === undefined ? end : lineStart(behind, text) };
    return [{ name: owner.name, key: shifted(contentSpan(owner.key), owner.offset), lines }];
  });
}

function isResource({ name, entries }: Section): boolean {
  return !SECTIONS.has(name) && entries.some(isType);
}

/** Entries of Resources that are the `Type` of a resource. */
const types = searchEntries((entry) => (isType(entry) ? true : undefined));

function isType({ name, value }: EntryContent): boolean {
  return name === "Type" && value.kind === "scalar" && /^\w+::\w/.test(value.text);
}

function startOf(section: Section | undefined, text: string): number {
  return section === undefined ? text.length : section.key.start + section.offset;
}

function lineStart({ key, offset }: Entry, text: string): number {
  return startOfLine(text, key.start + offset);
}

const SECTIONS: ReadonlySet<string> = new Set(SECTION_NAMES);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  "Type Properties DependsOn Condition Metadata DeletionPolicy UpdateReplacePolicy CreationPolicy UpdatePolicy".split(
    " ",
  ),
);
