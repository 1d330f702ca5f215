import { noteDraftFor, writingPlace } from "../../views/writeViews.ts";
import type { RequestContext } from "../request.ts";
import type { Answers } from "../requestTable.ts";
import { writeRefusal } from "./writeRefusal.ts";

type WriteRequests = Pick<Answers, "writingPlace" | "draftNote">;

/** Answers which file a note on a place is written into, and what is inserted for it. */
export function writeRequests(context: RequestContext): WriteRequests {
  const { service, noteFiles } = context;
  const { notes } = service;
  return {
    writingPlace: (_, { at, language }) => {
      // The draft is made for the present text: a note whose insertion was just undone can't be continued.
      noteFiles.takeTyped();
      return at((open, offset) => writingPlace(open, offset, notes, language));
    },
    draftNote: (params, { at, language }) => {
      const refusal = writeRefusal([params.article.uri], context);
      if (refusal !== undefined) return { refusal: refusal[language] };
      return at((open, offset) => noteDraftFor(open, offset, params, notes, language));
    },
  };
}
