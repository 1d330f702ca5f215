import { memoBy } from "../../text/memoBy.ts";
import { folderSteps } from "../reading/markdown/uriPath.ts";
import type { Note, NoteFileContent, NotePlace } from "../reading/note.ts";

/** Titles of lists of what something else works with: 他サービスとの関係, `Related services`. */
const RELATED =
  /関連(?:する)?(?:aws)?\s*サービス|(?:他|ほか)の?(?:aws)?サービスとの|依存サービス|連携(?:する)?サービス|サービス連携|\b(?:related (?:aws )?services|integrat(?:es|ed|ions?) with|(?:aws )?service integrations?|works? with other)\b/iu;

/** Names of other tools than templates. */
const TOOL = /\b(?:terraform|opentofu|pulumi|ansible)\b/i;

/** A template's scripts run commands; its types and properties are no commands. */
const COMMANDS = /\baws[-_ ]?cli\b/i;

/**
 * Whether a note is on the relation of something else to a place, or on what another tool makes of it: one on the thing
 * itself comes first.
 */
export function isBesideSubject(note: Note, file: NoteFileContent, { kind }: NotePlace): boolean {
  const isThing = kind === "type" || kind === "property";
  return isOnRelated(note) || isOnTool(note, file) || (isThing && isOnCommands(note, file));
}

const isOnRelated = memoBy(({ path }: Note) => path.some((title) => RELATED.test(title)));
const isOnTool = memoBy((note: Note, file: NoteFileContent) => names(TOOL, note, file));
const isOnCommands = memoBy((note: Note, file: NoteFileContent) => names(COMMANDS, note, file));

/** Of the folders around a file, so many say what it is on. */
const MAX_FOLDERS = 4;

function names(tool: RegExp, { title, path }: Note, file: NoteFileContent): boolean {
  return [title, ...path, file.title, ...folderSteps(file.uri).slice(-MAX_FOLDERS)].some((name) => tool.test(name));
}
