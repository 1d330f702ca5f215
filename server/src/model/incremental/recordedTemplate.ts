import type { Declarations, MemoHost, Section, Template } from "../template.ts";
import { type Reads, readsStillValid, recordResources } from "./reads.ts";

/** The result of a search. It holds no template. */
export interface Searched {
  /**
   * Whether a later template has the same results in the same entries.
   *
   * @param form names the form of the template, if several are asked about in turn: what each had last is kept
   */
  isSame(template: Template, form: string): boolean;
}

/** The reads of a computation that used only results of searches and declarations. */
export interface TemplateReads {
  /** Whether a later template, or another form of it, is the same there. */
  areRight(template: Template, form?: string): boolean;
}

/**
 * A template that records each read of it. A computation that reads more than can be recorded (the text, a section,
 * what is kept of the template) has read all of it, and its result is valid for no other.
 */
export class RecordedTemplate implements Template {
  readonly format: Template["format"];
  readonly declarations: Declarations;
  /** The template itself, for searches alone. */
  readonly searched: Template;
  private readonly reads: Reads;
  private readonly searches: Searched[] = [];
  private hasReadAll = false;

  constructor(template: Template) {
    const { declarations, reads } = recordResources(template.declarations);
    this.format = template.format;
    this.declarations = declarations;
    this.searched = template;
    this.reads = reads;
  }

  /** Records the result of a search. */
  note(search: Searched): void {
    this.searches.push(search);
  }

  /** The template itself, for callers that need more than can be recorded. */
  readAll(): Template {
    this.hasReadAll = true;
    return this.searched;
  }

  /** `undefined` if all was read. */
  recorded(): TemplateReads | undefined {
    return this.hasReadAll ? undefined : readsOf(this.format, this.reads, this.searches);
  }

  get text(): string {
    return this.readAll().text;
  }

  get sections(): readonly Section[] {
    return this.readAll().sections;
  }

  get errors(): Template["errors"] {
    return this.readAll().errors;
  }

  get units(): Template["units"] {
    return this.readAll().units;
  }

  get segmentations(): Template["segmentations"] {
    return this.readAll().segmentations;
  }

  get lineage(): MemoHost {
    return this.readAll().lineage;
  }

  get memos(): Template["memos"] {
    return this.readAll().memos;
  }
}

/** A function at the top of the file, so that its closure holds no template. */
function readsOf(format: Template["format"], reads: Reads, searches: readonly Searched[]): TemplateReads {
  return {
    areRight: (template, name = "") =>
      template.format === format &&
      searches.every((search) => search.isSame(template, name)) &&
      readsStillValid(template.declarations, reads),
  };
}
