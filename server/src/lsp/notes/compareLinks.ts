import type { NoteLanguage } from "../../notes/reading/note.ts";
import { escapeMarkdown } from "../../notes/rendering/hoverInline.ts";
import { COMPARE_COMMAND } from "../../protocol/study.ts";
import { type ComparisonWith, comparisonsOn } from "../../study/comparisons/comparisonsOn.ts";
import { said } from "../../text/said.ts";

/** How much fits beside a note's title. */
const MAX_LINKS = 2;
const MAX_NAMES = 2;

/**
 * The Markdown of a hover with links to the comparisons of its topics. They stand in its first line, beside the note's
 * title: an editor's box shows a dozen lines, and few people scroll.
 */
export function withCompareLinks(markdown: string, topics: readonly string[], language: NoteLanguage): string {
  const links = comparisonsOn(topics, language)
    .slice(0, MAX_LINKS)
    .map((comparison) => compareLink(comparison, language));
  const [title = "", ...others] = markdown.split("\n");
  return [[title, ...links].join(" · "), ...others].join("\n");
}

function compareLink({ id, names, others }: ComparisonWith, language: NoteLanguage): string {
  const argument = encodeURIComponent(JSON.stringify([id]));
  return `[${others.length === 0 ? compared(names, language) : comparedWith(others, language)}](command:${COMPARE_COMMAND}?${argument})`;
}

/** If one note is on all of it. */
function compared(names: readonly string[], language: NoteLanguage): string {
  const all = names.map(escapeMarkdown).join(" × ");
  return said(language, `Compare ${all}`, `${all}を比較`);
}

function comparedWith(others: readonly string[], language: NoteLanguage): string {
  const shown = others.slice(0, MAX_NAMES).map(escapeMarkdown);
  const names = [...shown, ...(others.length > MAX_NAMES ? ["…"] : [])].join(said(language, ", ", "、"));
  return said(language, `Compare with ${names}`, `${names}と比較`);
}
