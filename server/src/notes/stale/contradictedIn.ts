import { type Entry, entryOf, type Template } from "../../model/template.ts";
import { contentSpan, valueAt } from "../../model/tree/node.ts";
import { lineIndex } from "../../text/lineIndex.ts";
import type { Localised } from "../../text/localised.ts";
import type { NoteIndex } from "../noteIndex.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { EMPHASISED } from "../reading/terms.ts";
import type { LineSpan } from "../uses/writtenIn.ts";
import { type Contradiction, contradictions, ownLines } from "./contradictions.ts";
import { isSameDefault, statedDefault } from "./statedDefaults.ts";

/** A template with which notes are compared. */
export interface ComparedTemplate {
  /** As people know it. */
  readonly path: string;
  readonly uri: string;
  readonly template: Template;
}

/** A value in a note that differs from the template's. */
export interface ContradictedValue {
  readonly code: "note-contradicts-template";
  readonly span: LineSpan;
  readonly text: Localised;
  /** The line of the template that has it. */
  readonly written: { readonly uri: string; readonly line: number; readonly start: number; readonly end: number };
}

/**
 * The values in the notes of a file on resources that differ from the template's; in tables of parameters the defaults,
 * if one template alone has the parameter, and one row of the file.
 *
 * @param areAll whether these are all templates that there are: else a table may be on another one
 */
export function contradictedIn(
  file: NoteFileContent,
  notes: NoteIndex,
  templates: readonly ComparedTemplate[],
  areAll: boolean,
): readonly ContradictedValue[] {
  const declared = new Set(
    templates.flatMap(({ template: { declarations } }) => [
      ...declarations.resources.keys(),
      ...declarations.parameters.keys(),
    ]),
  );
  const bindings = notes
    .ownBindingsIn(file.uri)
    .filter(({ place, strength }) => place.kind === "own" && strength > EMPHASISED && declared.has(place.name));
  const named = bindings.map(({ note }) => note);
  const isShared = (name: string): boolean =>
    !areAll ||
    templates.filter(({ template }) => template.declarations.parameters.has(name)).length > 1 ||
    bindings.filter(({ place, note }) => place.kind === "own" && place.name === name && isRow(file, note)).length > 1;
  const found = bindings.flatMap((binding) => {
    const { place, note } = binding;
    const name = place.kind === "own" ? place.name : "";
    return templates
      .filter(({ uri }) => notes.isMeant(binding, uri))
      .flatMap(({ path, uri, template }) => {
        const resource = entryOf(template, "Resources", name);
        const parameter = isShared(name) ? undefined : entryOf(template, "Parameters", name);
        const found =
          resource === undefined
            ? defaultIn(file, note, parameter)
            : contradictions(file, ownLines(note, named), resource, notes.vocabulary);
        if (found.length === 0) return [];
        const lines = lineIndex(template.text);
        return found.map((one): ContradictedValue => {
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

function isRow({ lines }: NoteFileContent, { line }: Note): boolean {
  return statedDefault(lines, line) !== undefined;
}

/** The default of a parameter that differs from its row in a table. */
function defaultIn({ lines }: NoteFileContent, { line }: Note, parameter: Entry | undefined): readonly Contradiction[] {
  const stated = parameter && statedDefault(lines, line);
  const written = valueAt(parameter?.value, "Default");
  if (parameter === undefined || stated === undefined || written?.kind !== "scalar") return [];
  if (isSameDefault(stated.said, written.text)) return [];
  const offset = parameter.offset + contentSpan(written).start;
  return [{ ...stated, property: "Default", written: written.text, offset }];
}
