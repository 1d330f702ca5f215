import { namingDocuments } from "../../features/namingDocuments.ts";
import { isWithinFolder, uriSteps } from "../../notes/reading/markdown/uriPath.ts";
import { noteUses } from "../../notes/uses/noteUses.ts";
import { ownFiles } from "../notes/ownFiles.ts";
import { notesInTemplate } from "../views/noteUseViews.ts";
import { notesIn } from "../views/placeViews.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type NoteUseRequests = Pick<Answers, "notesInTemplate" | "noteUses" | "noteFolders" | "namingDocuments">;

/** Answers which notes show in a template, and in which templates a note shows. */
export function noteUseRequests(context: RequestContext): NoteUseRequests {
  const { client, store, host, resultInSteps, exports } = context;
  const { notes } = context.service;
  return {
    notesInTemplate: async ({ textDocument: { uri }, countOnly }, { open }) => {
      if (open === undefined) return undefined;
      const { template } = open;
      const uses = await resultInSteps(noteUses(template, notes, uri, await exports.importedBy(uri, template.text)));
      const files = ownFiles(notes, store).filter(({ team }) => !team);
      const own = new Set(files);
      const shown = new Set(uses.filter(({ file }) => own.has(file)).map(({ note }) => note));
      const listed = countOnly === true ? { notes: [], owners: [] } : notesInTemplate(template, uses);
      return { own: notesIn(files), ownShown: shown.size, ...listed };
    },
    noteUses: async ({ id, everywhere }) => {
      const { usedIn } = await import("../views/usedIn.ts");
      return usedIn(id, everywhere, context);
    },
    noteFolders: () => store.folders.map(({ path }) => host.uriOf(path)),
    namingDocuments: async (_, { open, language }) => {
      if (open === undefined) return undefined;
      const folders = host.resolveFolder(".", await client.folders());
      const steps = folders.map((folder) => uriSteps(host.uriOf(folder)));
      // Whoever has notes in the workspace, or around it, has chosen which.
      const isHere = (notes: readonly string[]): boolean =>
        steps.some((one) => isWithinFolder(one, notes) || isWithinFolder(notes, one));
      if (store.folders.some(({ path }) => isHere(uriSteps(host.uriOf(path))))) return undefined;
      const read = await Promise.all(folders.map((folder) => host.readNotes(folder, language)));
      const sources = read.flatMap((folder) => folder.sources);
      const found = await resultInSteps(namingDocuments(open.template, sources));
      return [...found].map(([uri, names]) => ({ uri, names }));
    },
  };
}
