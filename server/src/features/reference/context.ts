import type { Catalogue } from "../../catalogue/catalogue.ts";
import type { Template } from "../../model/template.ts";
import type { Language } from "./frame.ts";
import type { NoteLink } from "./propertyReference.ts";

/** A name that another template of the workspace exports. */
export interface OtherExport {
  /** With `${…}` where it is filled in at deployment. */
  readonly name: string;
  /** Which template exports it, for display. */
  readonly from: string;
  /** The output's name. */
  readonly output: string;
  readonly description: string | undefined;
}

/** What the reference works with. */
export interface ReferenceContext {
  readonly template: Template;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly exports: readonly OtherExport[];
  readonly noteLink: NoteLink;
}
