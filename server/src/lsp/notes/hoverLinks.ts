import type { InitializeParams } from "vscode-languageserver";
import type { Hover } from "../../features/hover.ts";
import type { NoteLanguage } from "../../notes/reading/note.ts";
import { escapeMarkdown } from "../../notes/rendering/hoverInline.ts";
import type { NotesAtParams } from "../../protocol/notes.ts";
import { COMPARE_COMMAND } from "../../protocol/study.ts";
import { OWN_WORDS_COMMAND, WRITE_NOTE_COMMAND } from "../../protocol/writing.ts";
import { type ComparisonWith, comparisonsOn } from "../../study/comparisons/comparisonsOn.ts";
import { said } from "../../text/localised.ts";
import { hasCommand } from "../host/clientFeatures.ts";

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

/** The last line of a hover without a note of the user's: an offer to write one, if the client can; else nothing. */
export function writeLink(
  voice: Hover["voice"],
  at: NotesAtParams,
  client: InitializeParams,
  language: NoteLanguage,
): string | undefined {
  if (voice === "own" || !hasCommand(client, WRITE_NOTE_COMMAND)) return undefined;
  const [command, en, ja] =
    voice === "builtIn"
      ? [OWN_WORDS_COMMAND, "In my own words", "自分の言葉で書く"]
      : [WRITE_NOTE_COMMAND, "Write a note here", "ここにノートを書く"];
  const argument = encodeURIComponent(JSON.stringify([at])).replace(/[()]/g, (sign) => (sign === "(" ? "%28" : "%29"));
  return `[${language === "ja" ? ja : en}](command:${command}?${argument})`;
}
