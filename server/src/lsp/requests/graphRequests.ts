import { noteUses } from "../../notes/graph/noteUses.ts";
import type { NotesInTemplate, NotesInTemplateParams, NoteUses, NoteUsesParams } from "../../protocol/notes.ts";
import { ownFiles } from "../notes/ownFiles.ts";
import { notesInTemplate } from "../views/graphViews.ts";
import { notesIn } from "../views/mendViews.ts";
import type { RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type GraphRequests = Pick<Requests, "notesInTemplate" | "noteUses" | "noteFolders">;

/** Which notes a template touches, and the way back. */
export function graphRequests({
  service,
  documents,
  store,
  uriOf,
  usedIn,
  resultInSteps,
  exportsFor,
  guarded,
}: RequestContext): GraphRequests {
  const { notes } = service;
  const asked: RequestContext["guarded"] = (name, otherwise, handle) => guarded(name, otherwise, handle, "notes");
  return {
    notesInTemplate: asked<NotesInTemplateParams, NotesInTemplate | null>("notesInTemplate", null, async (params) => {
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
    }),
    noteUses: asked<NoteUsesParams, NoteUses | null>("noteUses", null, async ({ id, everywhere }) => {
      return (await usedIn(id, everywhere)) ?? null;
    }),
    noteFolders: asked<unknown, readonly string[]>("noteFolders", [], () =>
      store.folders.map(({ path }) => uriOf(path)),
    ),
  };
}
