import type { NotesAtParams } from "../../../protocol/notes.ts";
import type { DraftNoteAnswer, DraftNoteParams, WritingPlaceResult } from "../../../protocol/writing.ts";
import { noteDraftFor, writingPlace } from "../../views/writeViews.ts";
import { at, type RequestContext } from "../request.ts";
import type { Requests } from "../requestTable.ts";
import { writeRefusal } from "./writeRefusal.ts";

type WriteRequests = Pick<Requests, "writingPlace" | "draftNote">;

/** Where a note on a place is written, and what to insert for it. */
export function writeRequests(context: RequestContext): WriteRequests {
  const { service, guarded, language, noteFiles } = context;
  const { notes } = service;
  const asked: RequestContext["guarded"] = (name, otherwise, handle) => guarded(name, otherwise, handle, "notes");
  return {
    writingPlace: asked<NotesAtParams, WritingPlaceResult | null>("writingPlace", null, (params) => {
      // The draft is made for the text as it is: a note that was just undone cannot be gone on with.
      noteFiles.takeTyped();
      const found = at(context, params, (open, offset) => writingPlace(open, offset, notes, language()));
      return found ?? null;
    }),
    draftNote: asked<DraftNoteParams, DraftNoteAnswer | null>("draftNote", null, (params) => {
      const refusal = writeRefusal([params.article.uri], context);
      if (refusal !== undefined) return { refusal: refusal[language()] };
      const found = at(context, params, (open, offset) => noteDraftFor(open, offset, params, notes, language()));
      return found ?? null;
    }),
  };
}
