import type { UnplacedFile } from "../../../protocol/notes.ts";
import { declaredNames } from "../../notes/placedNotes.ts";
import { folderReport, markerEditFor, notesToBind, placeExplanation, unplacedIn } from "../../views/placeViews.ts";
import { atWithExports, type RequestContext } from "../request.ts";
import type { Answers } from "../requestTable.ts";
import { writeRefusal } from "./writeRefusal.ts";

type PlaceRequests = Pick<Answers, "explainPlace" | "bindableNotes" | "markerEdit" | "notesNotPlaced" | "folderReport">;

/** Answers why notes show at a place, and how to bind them to another one. */
export function placeRequests(context: RequestContext): PlaceRequests {
  const { service, store, documents, host, symbols } = context;
  const { notes } = service;
  return {
    explainPlace: (_, asked) =>
      atWithExports(context, asked, (template, offset) => placeExplanation(template, offset, notes, asked.language)),
    bindableNotes: ({ query = "" }, { at, language }) =>
      at(({ template }, offset) => notesToBind(template, offset, query, notes, language)),
    markerEdit: (params, { language }) => {
      const refusal = writeRefusal([params.uri], context);
      return refusal === undefined ? markerEditFor(params, language) : { kind: "refused", reason: refusal[language] };
    },
    notesNotPlaced: async (_, { token, language }) => {
      const found: UnplacedFile[] = [];
      const names = declaredNames(await symbols.names());
      for (const uri of new Set(store.folders.flatMap(({ uris }) => uris))) {
        // Other requests need not wait for all of the files.
        await host.yieldToEventLoop();
        if (token.isCancellationRequested) break;
        const file = unplacedIn(uri, notes, names, language);
        if (file !== undefined) found.push(file);
      }
      return found;
    },
    folderReport: ({ folder, template }, { language }) => {
      const found = store.folders.find(({ path }) => sameFolder(host.uriOf(path), folder));
      const open = template === undefined ? undefined : documents.get(template);
      return found && folderReport(found, open, notes, language);
    },
  };
}

/** Compared by paths alone: an editor that runs far away has another scheme for the same folder. */
function sameFolder(left: string, right: string): boolean {
  return comparablePath(left) === comparablePath(right);
}

/**
 * Clients write some characters of a URI as they are or with `%`, drive letters large or small, with or without a slash
 * at the end.
 */
function comparablePath(uri: string): string {
  const plain = uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
  try {
    return decodeURIComponent(plain).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return plain;
  }
}
