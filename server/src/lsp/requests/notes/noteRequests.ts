import type { NoteIndex } from "../../../notes/noteIndex.ts";
import { lineSaying } from "../../../notes/showing/noteText.ts";
import { renderNote } from "../../../notes/showing/renderHtml.ts";
import { beginningOf, type WasNote } from "../../../protocol/notes.ts";
import { notesAt, notesAtInserted, noteTree, searchHits } from "../../views/noteViews.ts";
import { atWithExports, type RequestContext } from "../request.ts";
import type { Answers } from "../requestTable.ts";

type NoteRequests = Pick<Answers, "noteTree" | "notesAt" | "note" | "noteSource" | "searchNotes">;

/** Answers the views beside the editor. */
export function noteRequests(context: RequestContext): NoteRequests {
  const { service, store, host, inSteps } = context;
  const { notes } = service;
  return {
    noteTree: (_, { language }) => noteTree(notes, store, host.uriOf, language),
    notesAt: ({ inserted }, asked) => {
      const { at, language } = asked;
      if (inserted !== undefined) return at((open, offset) => notesAtInserted(open, offset, inserted, notes, language));
      return atWithExports(context, asked, (template, offset) => notesAt(template, offset, notes, language));
    },
    note: ({ id, at: asked, was }) => {
      const found = notes.note(id) ?? notes.moved(id, was && toFind(was));
      if (found === undefined) return undefined;
      const line = typeof asked === "object" ? lineSaying(found, asked) : asked;
      return renderNote(found.note, found.file, line === undefined ? undefined : { line, as: "at" });
    },
    noteSource: ({ uri }) => {
      const file = notes.file(uri);
      return file?.builtIn === true ? file.lines.join("\n") : undefined;
    },
    searchNotes: async ({ query, limit = 50 }, { token }) => {
      await inSteps(notes.prepareSearch(), token);
      return token.isCancellationRequested ? [] : searchHits(notes, query, limit);
    },
  };
}

function toFind({ line, beginning }: WasNote): Parameters<NoteIndex["moved"]>[1] {
  return {
    line,
    hasText: ({ note, file }) => beginning !== "" && beginningOf(renderNote(note, file)) === beginning,
  };
}
