import { entryOf, type Template } from "../../model/template.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import type { Localised } from "../../text/localised.ts";
import type { LineSpan } from "../graph/writtenIn.ts";
import type { NoteIndex } from "../noteIndex.ts";
import type { NoteFileContent } from "../reading/note.ts";
import { EMPHASISED } from "../reading/terms.ts";
import { contradictions, ownLines } from "./contradictions.ts";

/** A template with which notes are compared. */
export interface ComparedTemplate {
  /** As people know it. */
  readonly path: string;
  readonly uri: string;
  readonly template: Template;
}

/** A value in a note that a template has otherwise. */
export interface ContradictedValue {
  readonly code: "note-contradicts-template";
  readonly span: LineSpan;
  readonly text: Localised;
  /** Where the template has it. */
  readonly written: { readonly uri: string; readonly line: number; readonly start: number; readonly end: number };
}

/** The values that a template has otherwise, in the notes of a file on resources of it. */
export function contradictedIn(
  file: NoteFileContent,
  notes: NoteIndex,
  templates: readonly ComparedTemplate[],
): readonly ContradictedValue[] {
  const resources = new Set(templates.flatMap(({ template }) => [...template.declarations.resources.keys()]));
  const bindings = notes
    .ownBindingsIn(file.uri)
    .filter(({ place, strength }) => place.kind === "own" && strength > EMPHASISED && resources.has(place.name));
  const named = bindings.map(({ note }) => note);
  const found = bindings.flatMap((binding) => {
    const { place, note } = binding;
    const name = place.kind === "own" ? place.name : "";
    return templates
      .filter(({ uri }) => notes.isMeant(binding, uri))
      .flatMap(({ path, uri, template }) => {
        const entry = entryOf(template, "Resources", name);
        if (entry === undefined) return [];
        const lines = lineIndex(template.text);
        return contradictions(file, ownLines(note, named), entry, notes.vocabulary).map((one): ContradictedValue => {
          const { line, start, end, said, property, written, offset } = one;
          const at = lines.at(offset);
          return {
            code: "note-contradicts-template",
            span: { line, start, end },
            text: {
              en: `The note says ${said}; ${property} of ${name} is ${written} (${path}, line ${at.line}).`,
              ja: `ノートでは${said}ですが、${name}の${property}は${written}です（${path}の${at.line}行目）。`,
            },
            written: { uri, line: at.line - 1, start: at.column - 1, end: at.column - 1 + written.length },
          };
        });
      });
  });
  // A heading at the top of a file names the file, too.
  return [...new Map(found.map((one) => [`${one.span.line}:${one.span.start}:${one.text.en}`, one])).values()];
}
