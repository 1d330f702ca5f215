import type { Declarations } from "../declarations.ts";
import type { MemoHost, Section, Template } from "../template.ts";
import { type Reads, readsStillValid, recordResources } from "./reads.ts";

/** What a search found. It holds no template. */
export interface Searched {
  /** Whether the same is found in the same entries of a later template. */
  isSame(template: Template): boolean;
}

/** What was read of a template by whoever looked at nothing but what searches found and what is declared. */
export interface TemplateReads {
  /** Whether a later template says the same there. */
  areRight(template: Template): boolean;
}

/**
 * A template that records what is read of it. Whoever asks for more than can be recorded (the text, a section, what is kept
 * of the template) has read all of it, and what follows from that is right for no other.
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

  /** A search notes what it found. */
  note(search: Searched): void {
    this.searches.push(search);
  }

  /** For whoever is given more than the template. */
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

/** It stands by itself, so that it holds no template. */
function readsOf(format: Template["format"], reads: Reads, searches: readonly Searched[]): TemplateReads {
  return {
    areRight: (template) =>
      template.format === format &&
      searches.every((search) => search.isSame(template)) &&
      readsStillValid(template.declarations, reads),
  };
}
