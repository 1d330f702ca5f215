import type { LineRange, Note, NoteNaming } from "./note.ts";
import type { NotePlace } from "./place.ts";
import type { Term } from "./terms.ts";

/** A note while its file is being read. */
export interface Draft {
  readonly title: string;
  readonly parent: Draft | undefined;
  readonly kind: "heading" | "item";
  readonly naming: NoteNaming;
  readonly line: number;
  readonly terms: Term[];
  readonly context: readonly string[];
  readonly indent: number;
  readonly quotes: number;
  readonly places: NotePlace[];
  readonly topicIds: string[];
  readonly children: Draft[];
  passage: LineRange[];
  own: LineRange;
}

/** Turns drafts into notes, in their order, giving each its path and an id that no other note of the file has. */
export function finished(drafts: readonly Draft[], uri: string): Note[] {
  const notes = new Map<Draft, Note & { children: Note[] }>();
  const taken = new Map<string, number>();
  for (const draft of drafts) {
    const parent = draft.parent && notes.get(draft.parent);
    const path = parent ? [...parent.path, parent.title] : [];
    const slug = [...path.slice(1), draft.title].map((title) => title.replaceAll("/", "∕")).join("/");
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    const { title, kind, naming, line, terms, context, indent, quotes, places, topicIds, passage, own } = draft;
    const id = parent ? `${uri}#${slug}${count > 0 ? `~${count + 1}` : ""}` : uri;
    const children: Note[] = [];
    const note = {
      id,
      title,
      path,
      kind,
      naming,
      line,
      passage,
      own,
      terms,
      places,
      topicIds,
      context,
      indent,
      quotes,
    };
    notes.set(draft, { ...note, children });
    parent?.children.push(notes.get(draft)!);
  }
  return [...notes.values()];
}
