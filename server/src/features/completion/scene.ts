import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import type { CompletionPlace } from "../../model/focus/completionPlace.ts";
import type { Children } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import type { Snippet } from "../../snippets/snippet.ts";
import type { Subject } from "./subject.ts";

/** What completion works with. */
export interface CompletionContext {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly snippets: readonly Snippet[];
  /** Names that other templates of the workspace export. */
  readonly exports: readonly ExportedName[];
  /** The local templates that this one nests. */
  readonly children?: Children | undefined;
  readonly language: "en" | "ja";
  /** Whether the file is to be JSON, which an empty one does not show. */
  readonly isJson?: boolean;
  /** Whether the editor understands snippet syntax. */
  readonly snippetSupport: boolean;
  /** The character that made the editor ask by itself; `undefined` if a word is typed or the user asks. */
  readonly typed?: string | undefined;
  /** Today (ISO date), to leave out runtimes that have ended; without it none is left out. */
  readonly today?: string;
}

export interface ExportedName {
  readonly name: string;
  /** The template that exports it, for display. */
  readonly from: string;
}

/** One place of the caret with what it means; each source of completions takes it. */
export interface Scene extends CompletionContext {
  readonly offset: number;
  readonly place: CompletionPlace;
  readonly subject: Subject;
  /** One level of indentation as this template has it. */
  readonly unit: string;
}

/** The characters before the caret that belong to the token, without its quote. */
export function typedText({ template, place, offset }: Scene): string {
  return template.text.slice(place.content.start, Math.max(place.content.start, offset));
}

/** The value of a key of the map that the caret is in, or (`../Namespace`) of the nearest map around it that has the key. */
export function valueBeside({ place: { levels } }: Scene): (key: string) => string | undefined {
  return (key) =>
    key.startsWith("../")
      ? levels.findLast((level) => level.valueOf(key.slice(3)) !== undefined)?.valueOf(key.slice(3))
      : levels.at(-1)?.valueOf(key);
}
