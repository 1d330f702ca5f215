import { lineSaying } from "../../../notes/showing/noteText.ts";
import { renderNote } from "../../../notes/showing/renderHtml.ts";
import type {
  NoteFolder,
  NoteParams,
  NotesAtRequest,
  RenderedNote,
  SearchHit,
  SearchParams,
} from "../../../protocol/notes.ts";
import { NO_NOTES, notesAt, notesAtInserted, noteTree, searchHits } from "../../views/noteViews.ts";
import { at, type RequestContext, withElsewhere } from "../request.ts";
import type { Requests } from "../requestTable.ts";

type NoteRequests = Pick<Requests, "noteTree" | "notesAt" | "note" | "noteSource" | "searchNotes">;

/** What the views beside the editor show. */
export function noteRequests(context: RequestContext): NoteRequests {
  const { service, guarded, store, uriOf, language, inSteps } = context;
  const { notes } = service;
  const asked: RequestContext["guarded"] = (name, otherwise, handle) => guarded(name, otherwise, handle, "notes");
  return {
    noteTree: guarded<unknown, readonly NoteFolder[]>(
      "noteTree",
      [],
      () => noteTree(notes, store, uriOf, language()),
      "all notes",
    ),
    notesAt: asked("notesAt", NO_NOTES, (params: NotesAtRequest) => {
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
    }),
    note: asked<NoteParams, RenderedNote | null>("note", null, ({ id, at: asked }) => {
      const found = notes.note(id);
      if (found === undefined) return null;
      const line = typeof asked === "object" ? lineSaying(found, asked) : asked;
      return renderNote(found.note, found.file, line === undefined ? undefined : { line, as: "at" });
    }),
    noteSource: asked<{ readonly uri: string }, string | null>("noteSource", null, ({ uri }) => {
      const file = notes.file(uri);
      return file?.builtIn === true ? file.lines.join("\n") : null;
    }),
    searchNotes: asked<SearchParams, readonly SearchHit[]>("searchNotes", [], async ({ query, limit = 50 }, token) => {
      await inSteps(notes.prepareSearch(), token);
      return token.isCancellationRequested ? [] : searchHits(notes, query, limit);
    }),
  };
}
