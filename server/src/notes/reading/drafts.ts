import { lazy } from "../../text/lazy.ts";
import { type AboutTemplates, readAbout } from "./aboutTemplates.ts";
import { splitMarks } from "./frontMatter.ts";
import { type Lead, type LeadLine, MAX_LEAD } from "./lead.ts";
import { type LineRange, type Note, type NoteNaming, type NotePlace, type NoteProblem, parsePlace } from "./note.ts";
import { type Term, termsOf } from "./terms.ts";

/** A note while its file is being read. */
export interface Draft {
  readonly title: string;
  readonly parent: Draft | undefined;
  readonly kind: "heading" | "item";
  readonly naming: NoteNaming;
  readonly line: number;
  readonly terms: Term[];
  /** Gives the terms when they are first asked for, in place of `terms`. */
  readonly termsLater: (() => readonly Term[]) | undefined;
  readonly context: readonly string[];
  readonly indent: number;
  readonly quotes: number;
  readonly asked: string | undefined;
  readonly places: NotePlace[];
  readonly topicIds: string[];
  readonly templates: string[];
  readonly stacks: string[];
  passage: LineRange[];
  own: LineRange;
}

/** The surroundings of blocks: the note they belong to, the titles above them, and what they are nested in. */
export interface Scope {
  readonly note: Draft;
  /** Innermost first. */
  readonly context: readonly string[];
  readonly quotes: number;
  readonly inItem: boolean;
}

export interface DraftStart extends LineRange {
  readonly title: string;
  readonly naming: NoteNaming;
  readonly line: number;
  /** A function is called when they are first asked for; no others may be added then. */
  readonly terms: readonly Term[] | (() => readonly Term[]);
  readonly indent?: number;
  /** See `Note`. */
  readonly asked?: string;
  /** For the file's own note; others have that of their scope. */
  readonly context?: readonly string[];
}

/** Nobody writes more by hand; the rest of the file is then only text. */
const MAX_NOTES = 5000;
export const MAX_TITLE_ALONE = 60;

/** The notes of a file in its order, as far as they have been read. */
export class Drafts {
  private readonly drafts: Draft[] = [];
  private readonly problems: NoteProblem[];

  constructor(problems: NoteProblem[]) {
    this.problems = problems;
  }

  get isFull(): boolean {
    return this.drafts.length >= MAX_NOTES;
  }

  get last(): Draft | undefined {
    return this.drafts.at(-1);
  }

  add(from: DraftStart, scope: Scope | undefined): Draft {
    const { title, naming, line, start, end, terms, indent = 0, asked, context = scope?.context ?? [] } = from;
    const draft: Draft = {
      title: title.trim() === "" ? "…" : title.trim(),
      naming,
      line,
      parent: scope?.note,
      kind: naming === "heading" || naming === "file" ? "heading" : "item",
      terms: typeof terms === "function" ? [] : [...terms],
      termsLater: typeof terms === "function" ? terms : undefined,
      context,
      indent,
      quotes: scope?.quotes ?? 0,
      asked,
      places: [],
      topicIds: [],
      templates: [],
      stacks: [],
      passage: [{ start, end }],
      own: { start, end },
    };
    this.drafts.push(draft);
    return draft;
  }

  /** The note that a line begins, or is by what it mentions or by its marker; `undefined` if it is only text. */
  addLine(line: LeadLine, lead: Lead | undefined, range: LineRange, indent: number, scope: Scope): Draft | undefined {
    if (!lead && line.mentioned.length === 0 && line.marks.length === 0) return undefined;
    const title = lead?.text ?? line.plain.slice(0, MAX_TITLE_ALONE);
    const naming = lead?.naming ?? (line.marks.length > 0 ? "marker" : "sentence");
    // A long lead is a sentence that happens to be in bold, and no name.
    const named = lead && title.length <= MAX_LEAD ? weakened(termsOf(title), naming) : [];
    const terms = [...named, ...line.mentioned];
    const draft = this.add({ title, naming, line: range.start, ...range, terms, indent }, scope);
    this.mark(draft, line.marks, range.start);
    return draft;
  }

  /** Gives a note the places and topics of markers, and the templates that they say it is about. */
  mark(draft: Draft, marks: readonly string[], line: number): void {
    for (const text of marks) {
      // Further names behind `templates:` in a marker are templates, too.
      let names: string[] | undefined;
      for (const mark of splitMarks(text)) {
        const about = readAbout(mark);
        if (about !== undefined) {
          names = draft[about.kind];
          if (about.text !== "") names.push(about.text);
        } else if (names !== undefined) names.push(mark);
        else this.#markPlace(draft, mark, line);
      }
    }
  }

  #markPlace(draft: Draft, mark: string, line: number): void {
    const place = parsePlace(mark);
    if (mark.startsWith("@")) draft.topicIds.push(mark.slice(1));
    else if (place) draft.places.push(place);
    else this.problems.push({ code: "unknown-place", line, place: mark });
  }

  /**
   * The notes, each with its path and an id that no other note of the file has.
   *
   * @param sourceOf the lines of the file that lines which were read are from
   */
  finish(uri: string, sourceOf: (range: LineRange) => LineRange): Note[] {
    const notes = new Map<Draft, Note & { readonly children: Note[] }>();
    const slugs = new Map<Draft, string>();
    const taken = new Map<string, number>();
    for (const draft of this.drafts) {
      const { parent, title, kind, naming, terms, context, indent, quotes, places, topicIds } = draft;
      const line = sourceOf({ start: draft.line, end: draft.line }).start;
      const passage = draft.passage.map(sourceOf);
      const own = sourceOf(draft.own);
      const above = parent && notes.get(parent);
      // The heading that gives the file its title is not below itself.
      const isTitle = above?.naming === "file" && above.title === title;
      const path = above && !isTitle ? [...above.path, above.title] : [];
      const name = title.replaceAll("/", "∕");
      const slug = parent && slugs.has(parent) ? `${slugs.get(parent)}/${name}` : name;
      const count = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, count);
      if (parent) slugs.set(draft, slug);
      const id = parent ? `${uri}#${slug}${count > 1 ? `~${count}` : ""}` : uri;
      const about = aboutOf(draft) ?? above?.about;
      const told = { title, kind, naming, line, terms, context, indent, quotes, places, topicIds, about, passage, own };
      const note = Object.assign(
        told,
        { id, path, children: [] },
        draft.asked === undefined ? {} : { asked: draft.asked },
      );
      if (draft.termsLater) Object.defineProperty(note, "terms", { get: lazy(draft.termsLater), enumerable: true });
      notes.set(draft, note);
      above?.children.push(note);
    }
    return [...notes.values()];
  }
}

function aboutOf({ templates, stacks }: Draft): AboutTemplates | undefined {
  return templates.length + stacks.length === 0 ? undefined : { templates, stacks };
}

/** The terms of a sentence's subject, which is a weaker sign of the topic than a title. */
function weakened(terms: readonly Term[], naming: NoteNaming): readonly Term[] {
  if (naming !== "sentence") return terms;
  return terms.map((term) => ({ ...term, strength: Math.max(1, term.strength - 3) }));
}

/** Ends a section with all that is below its heading. */
export function endSection(draft: Draft | undefined, end: number): void {
  if (!draft) return;
  endOwn(draft, end);
  draft.passage = [{ start: draft.own.start, end: Math.max(draft.own.start, end) }];
}

/** Ends a section's own text, at the first heading below it. */
export function endOwn(draft: Draft, end: number): void {
  const { start } = draft.own;
  if (draft.own.end > end) draft.own = { start, end: Math.max(start, end) };
}
