import { lineSaying } from "../../../notes/showing/noteText.ts";
import { renderNote } from "../../../notes/showing/renderHtml.ts";
import { NO_NOTES } from "../../../protocol/notes.ts";
import { notesAt, notesAtInserted, noteTree, searchHits } from "../../views/noteViews.ts";
import { at, type RequestContext, withElsewhere } from "../request.ts";
import type { Answers } from "../requestTable.ts";

type NoteRequests = Pick<Answers, "noteTree" | "notesAt" | "note" | "noteSource" | "searchNotes">;

/** What the views beside the editor show. */
export function noteRequests(context: RequestContext): NoteRequests {
  const { service, store, uriOf, language, inSteps } = context;
  const { notes } = service;
  return {
    noteTree: () => noteTree(notes, store, uriOf, language()),
    notesAt: (params) => {
      const { inserted } = params;
      if (inserted !== undefined)
        return (
          at(context, params, (open, offset) => notesAtInserted(open, offset, inserted, notes, language())) ?? NO_NOTES
        );
      return withElsewhere(
        context,
        params,
        () => new Map(),
        ({ exports }) =>
          at(context, params, ({ document, template }, offset) =>
            notesAt({ uri: document.uri, template, exports }, offset, notes, language()),
          ) ?? NO_NOTES,
      );
    },
    note: ({ id, at: asked }) => {
      const found = notes.note(id);
      if (found === undefined) return null;
      const line = typeof asked === "object" ? lineSaying(found, asked) : asked;
      return renderNote(found.note, found.file, line === undefined ? undefined : { line, as: "at" });
    },
    noteSource: ({ uri }) => {
      const file = notes.file(uri);
      return file?.builtIn === true ? file.lines.join("\n") : null;
    },
    searchNotes: async ({ query, limit = 50 }, token) => {
      await inSteps(notes.prepareSearch(), token);
      return token.isCancellationRequested ? [] : searchHits(notes, query, limit);
    },
  };
}
