import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { headingShown } from "../../notes/rendering/shownPassage.ts";
import { mayImport, mayShow } from "../../notes/uses/mayShow.ts";
import { noteUses, usesOfNotes } from "../../notes/uses/noteUses.ts";
import type { NoteUses, UsedPlace } from "../../protocol/notes.ts";
import { type Span, startOfLine } from "../../text/span.ts";
import type { Documents } from "../documents/documents.ts";
import type { Host } from "../host/host.ts";
import { comparable } from "../host/sameFile.ts";
import type { WorkspaceExports } from "../workspace/workspaceExports.ts";
import type { WorkspaceFiles } from "../workspace/workspaceFiles.ts";
import { usedPlaces } from "./noteUseViews.ts";

export interface UsedInParts {
  readonly service: { readonly notes: NoteIndex };
  readonly documents: Documents;
  readonly files: WorkspaceFiles;
  readonly host: Pick<Host, "now">;
  readonly exports: WorkspaceExports;
  /** Runs steps of work, and lets others have their turn in between. */
  readonly resultInSteps: <Result>(steps: Generator<void, Result>) => Promise<Result>;
}

/** The longest wait for the workspace's files, in milliseconds. */
const PATIENCE_MS = 4000;
/** More places would not be read. */
const MAX_PLACES = 1000;

/** The places that a note shows at, and a heading's sentences under its name: in open templates and, if asked for, in other templates of the workspace. */
export async function usedIn(id: string, everywhere: boolean, parts: UsedInParts): Promise<NoteUses | undefined> {
  const { documents, files, host, resultInSteps, exports: all } = parts;
  const { notes } = parts.service;
  const found = notes.note(id);
  if (found === undefined) return undefined;
  const { note, file } = found;
  const below = file.notes.filter((one) => headingShown(one, file) === note);
  const shown = new Set([id, ...below.map((one) => one.id)]);
  const places: UsedPlace[] = [];
  const open = new Set<string>();
  for (const uri of documents.uris) {
    open.add(comparable(uri));
    const template = documents.get(uri);
    if (template === undefined) continue;
    const { text } = template.template;
    const uses = await resultInSteps(noteUses(template.template, notes, uri, await all.importedBy(uri, text)));
    const lines = new Map<number, Span>();
    for (const { note: one, span } of uses) {
      const line = startOfLine(text, span.start);
      if (shown.has(one.id) && !lines.has(line)) lines.set(line, span);
    }
    places.push(...usedPlaces(uri, text, [...lines.values()]));
  }
  let isComplete = true;
  if (everywhere) {
    const bound = [...notes.bindingsIn(file.uri), ...notes.ownBindingsIn(file.uri)];
    const bindings = bound.filter((binding) => shown.has(binding.note.id));
    const listed = await files.list();
    ({ isComplete } = listed);
    const since = host.now();
    for (const other of listed.files) {
      if (open.has(comparable(other.uri))) continue;
      if (places.length > MAX_PLACES || host.now() - since > PATIENCE_MS) {
        isComplete = false;
        break;
      }
      const text = (await other.text()) ?? "";
      const exports = await all.importedBy(other.uri, text);
      if (!(mayShow(bindings, text) || mayImport(bindings, exports)) || !looksLikeTemplate(text)) continue;
      const spans = await resultInSteps(usesOfNotes(shown, bindings, parse(text), notes, other.uri, exports));
      places.push(...usedPlaces(other.uri, text, spans));
    }
  }
  return { title: note.title, uri: file.uri, line: note.line, places: places.slice(0, MAX_PLACES), isComplete };
}
