import { memoBy } from "../../text/memoBy.ts";
import { isReadme } from "./guidesTemplates.ts";
import { isPlan } from "./isRecord.ts";
import type { Note, NoteFileContent } from "./note.ts";
import { lineOf } from "./passage.ts";

/**
 * Whether a note only lists what it names, without explaining anything of AWS's: in a plan, a schema, a table of
 * contents, a list of costs, or of somebody's own parameters.
 */
export function isListed(note: Note, file: NoteFileContent): boolean {
  const { kind, passage, context, title } = note;
  if (isPlan(note) || isFieldOfSchema(note, file)) return true;
  if (kind !== "item") return false;
  if (OF_RECORDS.test(title) && recordsIn(file).has(note.path.join("\n"))) return true;
  if (isTranscript(note, file)) return true;
  // AWS's own names begin with capitals.
  if (isParameterRow(note) && (file.guidesTemplates || /^[a-z]/.test(title))) return true;
  if (!isReadme(file.uri)) return false;
  if (OF_PARAMETER.test(title) || note.path.some((title) => CLEANS_UP.test(title))) return true;
  if (LEADS_ELSEWHERE.test(lineOf(note, file)) || isBesideFiles(note, file)) return true;
  return file.guidesTemplates && passage.length > 1 && COSTS.test(context.at(-1) ?? "");
}

/** Fields of tickets, decisions and the heads of documents: `**Status**: Accepted`, `**Depends on**: #981`. */
const OF_RECORDS =
  /^(?:status|date|owners?|authors?|deciders?|deadline|due|priority|severity|assignees?|reporter|estimates?|effort|risk|wave|sprint|milestone|labels?|reviewers?|tickets?|issues?|version|(?:last )?updated?|created|supersed(?:es|ed by)|depends on|dependencies|block(?:s|ed by)|acceptance(?: criteria)?|scope|type|description|ref(?:erences?)?|ステータス|日付|日時|作成[者日]|更新[者日]|担当者?|優先度|承認者|版数?|バージョン|期限|依存関係)$/iu;
/** More of them are the head of a document. */
const MAX_BY_CHANCE = 2;

/** The titles with so many fields of {@link OF_RECORDS} below them. */
const recordsIn = memoBy(({ notes }: NoteFileContent): ReadonlySet<string> => {
  const counted = new Map<string, number>();
  for (const { kind, title, path } of notes) {
    if (kind !== "item" || !OF_RECORDS.test(title)) continue;
    const above = path.join("\n");
    counted.set(above, (counted.get(above) ?? 0) + 1);
  }
  return new Set([...counted].flatMap(([above, count]) => (count > MAX_BY_CHANCE ? [above] : [])));
});

const FILE = /^[\w./-]*\.(?:ya?ml|json|py|[jt]s|sh|toml|txt|md)$|^[\w.-]+\/$/;

/**
 * Whether an item describes the contents of a folder: `events - what invokes the function`, beside `template.yaml - the
 * resources`.
 */
function isBesideFiles({ path, title }: Note, file: NoteFileContent): boolean {
  return FILE.test(title) || (/^[a-z][\w./-]*$/.test(title) && foldersIn(file).has(path.join("\n")));
}

/** The titles above items with file names. */
const foldersIn = memoBy(
  ({ notes }: NoteFileContent): ReadonlySet<string> =>
    new Set(notes.flatMap(({ kind, title, path }) => (kind === "item" && FILE.test(title) ? [path.join("\n")] : []))),
);

/** Fields of a parameter in a README: `- **Default:** none`. */
const OF_PARAMETER = /^(?:defaults?|required|type|allowed values?)$/i;

/** Titles of sections on cleaning up after an example. */
const CLEANS_UP = /\bclean(?:ing)?[- ]?up\b|後片付け|後片づけ|クリーンアップ/i;

const OF_PARAMETERS = /\b(?:default|required)\b|デフォルト|既定|初期値|必須/i;

/** Whether a note is a row of a table of parameters: `CustomAlarmName` there is no AlarmName. */
export function isParameterRow({ naming, passage, context }: Note): boolean {
  return naming === "separator" && passage.length > 1 && OF_PARAMETERS.test(context.at(-1) ?? "");
}

/** The file, a heading and two items: no glossary is nested deeper. */
const MIN_DEPTH = 4;
const MAX_FIRST_LINES = 8;
const CODE = /`[^`]*`/g;

/** Whether an item only repeats a template: `` `Effect`: `Allow` ``, below the bullets of a policy. */
function isTranscript({ passage, own, path }: Note, { lines }: NoteFileContent): boolean {
  if (passage.length > 1 || path.length < MIN_DEPTH) return false;
  const text = lines.slice(own.start, Math.min(own.end, own.start + MAX_FIRST_LINES)).join("\n");
  return (text.match(CODE)?.length ?? 0) > 1 && !/\p{L}/u.test(text.replace(CODE, ""));
}

const SCHEMA =
  /^[^\p{L}\p{N}]*(?:str(?:ing)?|int(?:eger)?|bool(?:ean)?|number|float|list|dict|object|array|map|any|optional|required)[^\p{L}\p{N}]*$/iu;
const MAX_LINES = 5;

/** Whether a name has only its type beside it, as in the schema of some file. */
function isFieldOfSchema({ kind, title, own, passage, children }: Note, { lines }: NoteFileContent): boolean {
  // A row of a table has its head.
  if (passage.length > 1 || children.length > 0 || own.end - own.start > MAX_LINES || own.end <= own.start)
    return false;
  const text = lines.slice(own.start, own.end).join(" ").slice(0, MAX_SCHEMA);
  return SCHEMA.test(
    kind === "heading" ? text : text.slice(text.indexOf(title) + title.length).replace(/<[^>]*>/g, ""),
  );
}

const MAX_SCHEMA = 400;

/** An item that leads to another file: `- [EKS](examples/eks) - an example`. */
const LEADS_ELSEWHERE = /^\s*(?:[-*+]|\d+[.)])\s+(?:\*\*)?\[[^\]]*\]\((?!#)/;
/** Heads of columns with costs. */
const COSTS = /\b(?:costs?|pric(?:es?|ing)|USD)\b|料金|費用|コスト|価格/i;
