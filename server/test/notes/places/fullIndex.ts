import { createCatalogue } from "../../../src/catalogue/createCatalogue.ts";
import { noteCatalogue } from "../../../src/hoverService.ts";
import type { Focus } from "../../../src/model/focus/focus.ts";
import { focusAt } from "../../../src/model/focus/focusAt.ts";
import { parse } from "../../../src/model/reading/parse.ts";
import { type NoteIndex, noteIndex } from "../../../src/notes/noteIndex.ts";
import type { AskedTemplate } from "../../../src/notes/ownNames/ownCandidates.ts";
import type { NoteSource } from "../../../src/notes/reading/note.ts";
import { topics } from "../../../src/notes/topics/all.ts";
import { catalogueData } from "../../catalogue/loadCatalogue.ts";
import { withCaret } from "../../marked.ts";
import { source } from "../noteAt.ts";

const catalogue = noteCatalogue(createCatalogue(catalogueData()));

/** An index of files with all that is known of CloudFormation. */
export function fullIndex(...files: readonly (string | NoteSource)[]): NoteIndex {
  const index = noteIndex({ topics, catalogue });
  for (const [at, file] of files.entries())
    index.set(typeof file === "string" ? source(file, { uri: `file:///notes/${at}.md` }) : file);
  return index;
}

/** A template as it is asked about, beside the files of {@link fullIndex}. */
export function askedAt(template: string): AskedTemplate {
  return { uri: "file:///notes/template.yaml", template: parse(withCaret(template).text) };
}

export function focusIn(template: string): Focus {
  const { text, offset } = withCaret(template);
  const focus = focusAt(parse(text), offset);
  if (focus === undefined) throw new Error(`Nothing is under the caret of ${template}`);
  return focus;
}
