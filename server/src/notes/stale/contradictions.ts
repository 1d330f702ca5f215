import type { Entry } from "../../model/template.ts";
import { type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import type { TopicTable } from "../binding/topicTable.ts";
import type { NoteCatalogue } from "../binding/vocabulary.ts";
import type { Note, NoteFileContent } from "../reading/note.ts";
import { type StatedValue, statedValue } from "./statedValues.ts";

/** A value in a note that differs from that of the template it is on. */
export interface Contradiction {
  /** Zero-based, of the note's file; with the columns of the value. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly property: string;
  readonly written: string;
  /** An offset of the template's text. */
  readonly offset: number;
}

/** What is known of CloudFormation. */
interface Known {
  readonly topics: TopicTable;
  readonly catalogue: Pick<NoteCatalogue, "valuesAt">;
}

interface WrittenValue {
  readonly path: readonly string[];
  readonly text: string;
  readonly offset: number;
}

/** Names that many things have; a sentence with one of them need not be on the property. */
const PLAIN: ReadonlySet<string> = new Set(["Type", "Name", "Value", "Key", "Status", "Id", "Version", "Description"]);

/**
 * The values in a note on a resource that differ from the resource's: of properties that the note calls by their names,
 * or by those that a topic has for them.
 *
 * @param lines the note's own lines, zero-based
 */
export function contradictions(
  { lines: texts }: Pick<NoteFileContent, "lines">,
  lines: readonly number[],
  { value, offset }: Entry,
  known: Known,
): readonly Contradiction[] {
  const type = typeNameOf(value);
  const values = writtenValues(valueAt(value, "Properties"), [], offset);
  const names = valuesByName(values, type, known.topics);
  return lines.flatMap((line) => {
    const told = new Set<string>();
    const text = texts[line] ?? "";
    if (text.length > MAX_LINE) return [];
    return [...names].flatMap(([name, written]) => {
      const at = placeOfName(text, name);
      const stated = at === undefined ? undefined : statedValue(text, at);
      const [first] = written;
      if (stated === undefined || first === undefined) return [];
      if (written.some((one) => statesSameValue(stated, one.text))) return [];
      if (!isSameKind(stated, first, type, known.catalogue)) return [];
      const { start, end, text: said } = stated;
      const property = first.path.join(".");
      // By one of its names is enough.
      if (told.has(property)) return [];
      told.add(property);
      return [{ line, start, end, said, property, written: first.text, offset: first.offset }];
    });
  });
}

const MAX_LINE = 1000;

/** The scalars below a resource's properties; what functions compute is not known. */
function writtenValues(node: Node | undefined, path: readonly string[], offset: number): readonly WrittenValue[] {
  if (node?.kind === "map")
    return node.pairs.flatMap((pair) => writtenValues(pair.value, [...path, pair.key.text], offset));
  if (node?.kind === "list") return node.items.flatMap((item) => writtenValues(item, path, offset));
  if (node?.kind !== "scalar" || node.value === null || path.length === 0) return [];
  return [{ path, text: node.text, offset: offset + node.start }];
}

/** The values by all names that a note may call their properties. */
function valuesByName(
  values: readonly WrittenValue[],
  type: string | undefined,
  topics: TopicTable,
): ReadonlyMap<string, readonly WrittenValue[]> {
  const found = new Map<string, WrittenValue[]>();
  const add = (name: string, value: WrittenValue): void => {
    if (!PLAIN.has(name)) found.set(name, [...(found.get(name) ?? []), value]);
  };
  const called = topicNames(type, topics);
  for (const value of values) {
    add(value.path.at(-1) ?? "", value);
    for (const name of called.get(value.path.join(".")) ?? []) add(name, value);
  }
  return found;
}

/** The Japanese names of the topics that are on one property of a type, by its path. */
function topicNames(type: string | undefined, topics: TopicTable): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { places, names } of topics.all()) {
    const [place, ...others] = places.filter((one) => one.kind === "property" && one.type === type);
    if (place?.kind !== "property" || others.length > 0) continue;
    const path = place.path.join(".");
    const japanese = [...names].filter((name) => /[^\x20-\x7e]/.test(name) && name.length > 2);
    found.set(path, [...(found.get(path) ?? []), ...japanese]);
  }
  return found;
}

/** The subject of a Japanese sentence: 保持期間 of バックアップ保持期間. */
const SUBJECT = /^[\s・*+-]*([\p{Script=Han}\p{Script=Katakana}ー]{4,20})(?=[はが:：])/u;

/**
 * The offset behind a name in a line, which may have only the last part of a Japanese name; Latin names stand alone.
 */
function placeOfName(line: string, name: string): number | undefined {
  const at = line.indexOf(name);
  if (at < 0) {
    const [whole = "", subject] = SUBJECT.exec(line) ?? [];
    return subject !== undefined && name.endsWith(subject) ? whole.length : undefined;
  }
  const isWord = /^\w+$/.test(name);
  const around = [line[at - 1] ?? " ", line[at + name.length] ?? " "];
  return isWord && around.some((one) => /[\w-]/.test(one)) ? undefined : at + name.length;
}

/** A note may shorten a name, or say it with what stands around it, if it does not write it as a value. */
function statesSameValue({ meanings, isLiteral }: StatedValue, written: string): boolean {
  const number = Number(written);
  const word = written.toLowerCase();
  return meanings.some((one) =>
    typeof one === "number"
      ? one === number || word === String(one)
      : word.includes(one) || (!isLiteral && one.includes(word)),
  );
}

/** Whether both are numbers, or both among the words that the property may have. */
function isSameKind(
  { meanings: [meaning], isLiteral }: StatedValue,
  { text, path }: WrittenValue,
  type: string | undefined,
  { valuesAt }: Known["catalogue"],
): boolean {
  if (typeof meaning === "number") return text.trim() !== "" && !Number.isNaN(Number(text));
  if (!Number.isNaN(Number(text))) return false;
  const words = type === undefined ? [] : (valuesAt(type, path) ?? []);
  // If the possible words are not known, only a value that is written as one counts.
  if (words.length === 0) return isLiteral;
  return words.some((one) => one.toLowerCase() === meaning);
}

/** The lines of a note without those of other notes on something else. */
export function ownLines(note: Note, others: readonly Note[]): readonly number[] {
  const lines = new Set([note.line, ...lineNumbers(note)]);
  for (const one of others)
    if (one.line > note.line) for (const line of [one.line, ...lineNumbers(one)]) lines.delete(line);
  return [...lines];
}

function lineNumbers({ passage }: Note): readonly number[] {
  return passage.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
}
