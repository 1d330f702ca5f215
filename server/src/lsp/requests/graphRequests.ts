import { noteUses } from "../../notes/graph/noteUses.ts";
import { ownFiles } from "../notes/ownFiles.ts";
import { notesInTemplate } from "../views/graphViews.ts";
import { notesIn } from "../views/mendViews.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type GraphRequests = Pick<Answers, "notesInTemplate" | "noteUses" | "noteFolders">;

/** Which notes a template touches, and the way back. */
export function graphRequests({
  service,
  documents,
  store,
  uriOf,
  usedIn,
  resultInSteps,
  exportsFor,
}: RequestContext): GraphRequests {
  const { notes } = service;
  return {
    notesInTemplate: async (params) => {
      const open = documents.get(params.textDocument.uri);
      if (open === undefined) return null;
      const { template } = open;
      const { uri } = params.textDocument;
      const uses = await resultInSteps(noteUses(template, notes, uri, await exportsFor(uri, template.text)));
      const files = ownFiles(notes, store).filter(({ team }) => !team);
      const own = new Set(files);
      const shown = new Set(uses.filter(({ file }) => own.has(file)).map(({ note }) => note));
      const listed = params.countOnly === true ? { notes: [], owners: [] } : notesInTemplate(template, uses);
      return { own: notesIn(files), ownShown: shown.size, ...listed };
    },
    noteUses: async ({ id, everywhere }) => {
      return (await usedIn(id, everywhere)) ?? null;
    },
    noteFolders: () => store.folders.map(({ path }) => uriOf(path)),
  };
}
