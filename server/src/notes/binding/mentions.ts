import type { Focus } from "../../model/focus/focus.ts";
import { FileContext } from "../reading/context.ts";
import { isPlan } from "../reading/isRecord.ts";
import { type Note, type NoteFileContent, namespaceOf } from "../reading/note.ts";
import { isDistinctive } from "../words/names.ts";
import type { Services } from "../words/services.ts";
import type { BoundNote } from "./boundNote.ts";

/** A name under the caret that a text may mention without being on it. */
export interface MentionedName {
  readonly name: string;
  /** The namespace of the resource type that has the property; `undefined` if several services have it. */
  readonly namespace: string | undefined;
  /** Whether it is a name that an author gave. */
  readonly isOwn: boolean;
}

/** Two words together, as keys in JSON are: `maxReceiveCount`. */
const LOWER_CAMEL = /^[a-z]+[A-Z][a-z]/;

/** The name under the caret, unless it is one that texts have in every sense: `VisibilityTimeout`, not `Type`. */
export function mentionedName(focus: Focus): MentionedName | undefined {
  const name = nameAt(focus);
  if (name === undefined || !(isDistinctive(name) || LOWER_CAMEL.test(name))) return undefined;
  const { place, kind } = focus;
  const type = kind === "key" && place.in === "resource" ? place.type : undefined;
  return { name, namespace: type === undefined ? undefined : namespaceOf(type), isOwn: kind !== "key" };
}

function nameAt(focus: Focus): string | undefined {
  // Keys of mappings are mostly regions.
  if (focus.kind === "key")
    return focus.place.in === "entry" && focus.place.section === "Mappings" ? undefined : focus.name;
  if (focus.kind === "name") return focus.entry.name;
  return focus.kind === "reference" && !focus.reference.name.startsWith("AWS::") ? focus.reference.name : undefined;
}

/** The same names are asked for again and again while somebody reads a template. */
const MAX_NAMES = 500;

/** The notes that mention a name, by the present files. */
export class Mentions {
  readonly #known = new Map<string, readonly BoundNote[]>();

  /** To be called when a file has changed. */
  clear(): void {
    this.#known.clear();
  }

  /** @param files whose text has the name */
  of(
    { name, namespace }: MentionedName,
    files: () => readonly NoteFileContent[],
    services: Services,
  ): readonly BoundNote[] {
    const key = `${name} ${namespace ?? ""}`;
    let found = this.#known.get(key);
    if (found === undefined) {
      if (this.#known.size >= MAX_NAMES) this.#known.clear();
      found = files().flatMap((file) => {
        if (file.isRecord) return [];
        const context = new FileContext(file, services);
        return notesWith(name, file)
          .filter((note) => speaksOf(namespace, note, context) && !isPlan(note))
          .map((note): BoundNote => ({ note, file, specificity: 0, tier: "mention" }));
      });
      this.#known.set(key, found);
    }
    return found;
  }
}

/** Mentions in notes that do not show already, by themselves or in another note. */
export function unshown(mentions: readonly BoundNote[], shown: readonly BoundNote[]): readonly BoundNote[] {
  if (mentions.length === 0) return [];
  const known = new Set<Note>();
  for (const { note } of shown) addWithin(note, known);
  return mentions.filter(({ note }) => !known.has(note));
}

/** Adds a note and all that is in it, unless it was added before. */
function addWithin(note: Note, known: Set<Note>): void {
  if (known.has(note)) return;
  known.add(note);
  for (const child of note.children) addWithin(child, known);
}

/** Whether no title above a note names another service. */
function speaksOf(namespace: string | undefined, note: Note, context: FileContext): boolean {
  if (namespace === undefined) return true;
  const services = context.servicesAt(note);
  return services.size === 0 || services.has(namespace) || services.has("CloudFormation");
}

const FENCE = /^[\s>]*(?:`{3,}|~{3,})/;

/** The innermost notes whose text has a name, examples left out. */
function notesWith(name: string, file: NoteFileContent): readonly Note[] {
  const lines = linesWith(name, file);
  const fences = lines.length === 0 ? [] : file.lines.flatMap((line, index) => (FENCE.test(line) ? [index] : []));
  const isInText = (line: number): boolean =>
    fences.filter((fence) => fence < line).length % 2 === 0 && !isIndentedCode(line, file.lines);
  return notesAtLines(lines.filter(isInText), file);
}

/** How many lines above a line are read. */
const MAX_CODE = 200;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const LIST_ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/** Whether a line is code because it is indented, and neither part of an item nor of the paragraph above. */
function isIndentedCode(line: number, lines: readonly string[]): boolean {
  if (!INDENTED.test(lines[line] ?? "")) return false;
  const isOutside = (text: string): boolean => text.trim() !== "" && !INDENTED.test(text);
  const first = Math.max(0, line - MAX_CODE);
  const above = lines.slice(first, line).findLastIndex(isOutside);
  if (above < 0) return true;
  const next = lines[first + above + 1] ?? "";
  return next.trim() === "" && !LIST_ITEM.test(lines[first + above] ?? "");
}

/** The innermost notes that have a word anywhere. */
export function notesWithWord(word: string, file: NoteFileContent): readonly Note[] {
  return notesAtLines(linesWith(word, file), file);
}

/** The lines that have a name as a word of its own, except in addresses. */
function linesWith(name: string, { lines, firstLine }: NoteFileContent): readonly number[] {
  return lines.flatMap((line, index) => {
    if (index < firstLine || !line.includes(name)) return [];
    return hasWord(line.replace(/https?:\/\/\S+/g, ""), name) ? [index] : [];
  });
}

/** Whether a text has a name as a word of its own: `OrdersTable`, and not as a part of `OrdersTable8`. */
export function hasWord(text: string, word: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
    const isApart = !/[\w/-]/.test(text[start - 1] ?? " ") && !/[\w-]/.test(text[start + word.length] ?? " ");
    if (isApart) return true;
  }
  return false;
}

function notesAtLines(lines: readonly number[], { notes }: NoteFileContent): readonly Note[] {
  const at = (line: number): Note | undefined =>
    notes.findLast((note) => note.line === line || note.passage.some(({ start, end }) => start <= line && line < end));
  return [...new Set(lines.flatMap((line) => at(line) ?? []))];
}
