import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { NoteLanguage } from "../../../src/notes/reading/note.ts";
import { type NoteSources, sourcesIn } from "../../../src/notes/showing/noteSources.ts";

/** A section of a built-in note's file, as it is written. */
export interface BuiltInSection {
  /** With the language: `en/iam.md`. */
  readonly file: string;
  readonly heading: string;
  /** That of the heading; the first is 1. */
  readonly line: number;
  readonly level: number;
  /** As the marker has them: `@iam-policy`. */
  readonly ids: readonly string[];
  readonly sources: NoteSources | undefined;
  /** The text up to the next heading, without the lines of its markers. */
  readonly body: string;
}

/** A section in both languages. */
interface BuiltInPair {
  readonly en: BuiltInSection;
  readonly ja: BuiltInSection;
}

/** All sections in both languages. Throws at the first that one of them lacks: each comparison of the two would fail on it. */
export function builtInPairs(): readonly BuiltInPair[] {
  const [english, japanese] = [builtInSections("en"), builtInSections("ja")];
  return Array.from({ length: Math.max(english.length, japanese.length) }, (_, index) => {
    const [en, ja] = [english[index], japanese[index]];
    if (en && ja && formOf(en) === formOf(ja)) return { en, ja };
    throw new Error(
      `${placeOf(ja)} where ${placeOf(en)}: a note stands in both languages, with the same marker and in the same order.`,
    );
  });
}

function formOf({ file, level, ids }: BuiltInSection): string {
  return `${file.slice(3)} ${level} ${ids.join(", ")}`;
}

function placeOf(section: BuiltInSection | undefined): string {
  if (section === undefined) return "the end of the notes";
  return `notes/${section.file}:${section.line} has “${section.heading}” (${section.ids.join(", ") || "no marker"})`;
}

/** All sections of the built-in notes of a language. */
export function builtInSections(language: NoteLanguage): readonly BuiltInSection[] {
  return readdirSync(`notes/${language}`)
    .sort()
    .flatMap((file) => sections(`${language}/${file}`, readFileSync(`notes/${language}/${file}`, "utf8")));
}

/** The sections of a file; headings inside code fences are none. */
function sections(file: string, text: string): readonly BuiltInSection[] {
  const found: (Omit<BuiltInSection, "file" | "body" | "ids"> & { ids: string[]; lines: string[] })[] = [];
  let fenced = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.startsWith("```")) fenced = !fenced;
    const [, hashes, heading] = (!fenced && /^(#+) (.*)$/.exec(line)) || [];
    const [, marker] = /^<!-- cfn: (.*) -->$/.exec(line) ?? [];
    const [, comment] = /^<!-- (sources\b.*) -->$/.exec(line) ?? [];
    const last = found.at(-1);
    if (hashes && heading)
      found.push({ heading, line: index + 1, level: hashes.length, ids: [], sources: undefined, lines: [] });
    else if (marker) last?.ids.push(...marker.split(", "));
    else if (comment === undefined) last?.lines.push(line);
    else if (last) found[found.length - 1] = { ...last, sources: sourcesIn(comment) };
  }
  assert.equal(fenced, false, `${file}: a code fence is left open`);
  return found.map(({ lines, ...section }) => ({ ...section, file, body: lines.join("\n").trim() }));
}
