import { mayBeSameName } from "../../model/references/exports.ts";
import type { Template } from "../../model/template.ts";
import { memoBy } from "../../text/memoBy.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import type { AskedTemplate } from "./ownCandidates.ts";
import type { TemplateFolders } from "./templateFolders.ts";
import { namesOthersAlone } from "./templateSections.ts";

/** `` - **Name**: `orders-role` ``, `` テーブル名: `orders` `` */
const CALLED = /^\W*(?:[\w ]{0,20}\bname|\S{0,10}(?:名前|名称|名))\W*[:：]\W*`([\w.-]+)`/iu;
/** `` **Resource**: `OrdersTable` `` */
const DECLARED = /^\W*(?:resource|logical id|リソース|論理 ?ID)\W*[:：]\W*`([A-Za-z]\w+)`/iu;
/** A list on one thing says within so many lines what it is. */
const MAX_LINES = 40;

/**
 * Whether a note says what its things are called, and a template has nothing that may be called so, if the file names
 * others and not that one.
 */
export function isOnOthersByName(
  note: Note,
  file: NoteFileContent,
  { template, uri }: AskedTemplate,
  templates: TemplateFolders,
): boolean {
  const names = namesSaid(note, file);
  if (names.length === 0 || names.some((name) => mayHaveName(template, name))) return false;
  return namesOthersAlone(file, uri, templates);
}

const namesSaid = memoBy((note: Note, file: NoteFileContent): readonly string[] => found(CALLED, note, file));

/** The logical ids of what a note is on, if it says so. */
export const idsSaid: (note: Note, file: NoteFileContent) => readonly string[] = memoBy((note, file) =>
  found(DECLARED, note, file),
);

function found(pattern: RegExp, { passage }: Note, { lines }: NoteFileContent): readonly string[] {
  const said = passage.flatMap(({ start, end }) => lines.slice(start, end)).slice(0, MAX_LINES);
  return said.flatMap((line) => pattern.exec(line.slice(0, 200))?.[1] ?? []);
}

/** Whether something in a template has that name, or may have it once it is deployed. */
function mayHaveName(template: Template, name: string): boolean {
  return template.text.includes(name) || composedIn(template).some((composed) => mayBeSameName(composed, name));
}

const composedIn = memoBy(({ text }: Template): readonly string[] => text.match(COMPOSED) ?? []);

/** `${Shop}-orders-role` */
const COMPOSED = /[\w.-]{0,60}\$\{[\w.:]{1,60}\}[\w.${}:-]{0,60}/g;
