import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import type { Children } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import type { ExportedName } from "../../notes/ownNames/ownCandidates.ts";

/** A name that another template of the workspace exports. */
export interface OtherExport extends ExportedName {
  /** The template that exports it, for display. */
  readonly from: string;
  readonly description: string | undefined;
}

/** A Markdown link to the user's or our note on a topic; `undefined` if there is none. */
export type NoteLink = (topic: string) => string | undefined;

/** The text of the reference: the facts, the first line of which is short, a text, and a link to AWS's page. */
export interface ReferenceText {
  readonly facts: string;
  readonly text?: string | undefined;
  readonly page?: string | undefined;
  /** Whether it says what exports a name that is imported there. */
  readonly isImport?: boolean;
}

/** What the reference is made from. */
export interface ReferenceContext {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly exports: readonly OtherExport[];
  /** The local templates that this one nests. */
  readonly children?: Children | undefined;
  readonly noteLink: NoteLink;
  /** Whose note on the place shows: beside a built-in one our own sentences would repeat it. */
  readonly noteAbove: "none" | "own" | "builtIn";
  /** Whether a built-in note says something of the very word: then AWS's text is not needed. */
  readonly isWordTold: boolean;
  /** Whether that built-in note is on the value itself, not on its key. */
  readonly isValueTold: boolean;
}

export type Language = "en" | "ja";
