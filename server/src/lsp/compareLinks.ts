import { focusAt } from "../model/focusAt.ts";
import type { Template } from "../model/template.ts";
import type { NoteLanguage } from "../notes/note.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import { COMPARE_COMMAND } from "../protocol.ts";
import { comparisonsOn } from "../study/compare.ts";

/** So many links are shown below a hover. */
const MOST = 2;

/** Links to the comparisons that what is under the caret is part of, as Markdown; empty where there is none. */
export function compareLinks(template: Template, offset: number, notes: NoteIndex, language: NoteLanguage): string {
  const focus = focusAt(template, offset);
  if (focus === undefined) return "";
  const best = notes.at(focus).filter(({ file, tier }) => file.builtIn && tier === "thing")[0];
  const links = comparisonsOn(best?.note.topicIds ?? [])
    .slice(0, MOST)
    .map(({ id, title }) => {
      const argument = encodeURIComponent(JSON.stringify([id]));
      return `[${language === "ja" ? "比較" : "Compare"}: ${title.replaceAll("_", "\\_")}](command:${COMPARE_COMMAND}?${argument})`;
    });
  return links.join(" · ");
}
