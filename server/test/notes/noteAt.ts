import { readFileSync } from "node:fs";
import { join } from "node:path";
import { noteCatalogue } from "../../src/hoverService.ts";
import { focusAt } from "../../src/model/focus/focusAt.ts";
import { parse } from "../../src/model/reading/parse.ts";
import type { BoundNote } from "../../src/notes/binding/boundNote.ts";
import { type NoteIndex, noteIndex } from "../../src/notes/noteIndex.ts";
import type { NoteSource } from "../../src/notes/reading/note.ts";
import { topics } from "../../src/notes/topics/all.ts";
import { loadCatalogue } from "../catalogue/loadCatalogue.ts";
import { withCaret } from "../marked.ts";

export function article(name: string): string {
  return readFileSync(join("server/test/notes/articles", name), "utf8");
}

export function source(text: string, from: Partial<NoteSource> = {}): NoteSource {
  return { uri: "file:///notes/article.md", text, builtIn: false, language: "ja", ...from };
}

const catalogue = noteCatalogue(loadCatalogue());

export function indexOf(sources: readonly NoteSource[], withTopics: boolean = true): NoteIndex {
  const index = noteIndex({ topics: withTopics ? topics : [], catalogue });
  for (const one of sources) index.set(one);
  return index;
}

/** The notes at the caret of a template. */
export function notesAt(index: NoteIndex, template: string): readonly BoundNote[] {
  const { text, offset } = withCaret(template);
  const focus = focusAt(parse(text), offset);
  return focus === undefined ? [] : index.at(focus);
}

/** A template with one resource; `body` stands below the logical id. */
export function resource(type: string, body: string = ""): string {
  return `Resources:\n  Thing:\n    Type: ${type}\n${body.replace(/^/gm, "    ")}\n`;
}

/** A template with one resource that has properties. */
export function properties(type: string, body: string): string {
  return resource(type, `Properties:\n${body.replace(/^/gm, "  ")}`);
}

/** A template with one instance that runs a script. */
export function script(text: string): string {
  return properties("AWS::EC2::Instance", `UserData:\n  Fn::Base64: |\n${text.replace(/^/gm, "    ")}`);
}
