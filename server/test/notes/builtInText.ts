import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import type { NoteLanguage } from "../../src/notes/reading/note.ts";
import { type NoteSources, sourcesIn } from "../../src/notes/showing/noteSources.ts";

/** A section of a built-in note's file, as it is written. */
export interface BuiltInSection {
  /** With the language: `en/iam.md`. */
  readonly file: string;
  readonly heading: string;
  readonly level: number;
  /** As the marker has them: `@iam-policy`. */
  readonly ids: readonly string[];
  readonly sources: NoteSources | undefined;
  /** The text up to the next heading, without the lines of its markers. */
  readonly body: string;
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
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    const [, hashes, heading] = (!fenced && /^(#+) (.*)$/.exec(line)) || [];
    const [, marker] = /^<!-- cfn: (.*) -->$/.exec(line) ?? [];
    const [, comment] = /^<!-- (sources\b.*) -->$/.exec(line) ?? [];
    const last = found.at(-1);
    if (hashes && heading) found.push({ heading, level: hashes.length, ids: [], sources: undefined, lines: [] });
    else if (marker) last?.ids.push(...marker.split(", "));
    else if (comment === undefined) last?.lines.push(line);
    else if (last) found[found.length - 1] = { ...last, sources: sourcesIn(comment) };
  }
  assert.equal(fenced, false, `${file}: a code fence is left open`);
  return found.map(({ lines, ...section }) => ({ ...section, file, body: lines.join("\n").trim() }));
}
