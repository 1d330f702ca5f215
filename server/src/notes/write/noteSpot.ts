import type { Declarations } from "../../model/template.ts";
import { type Binding, bindingsOf } from "../binding/bindings.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { type NoteFileContent, type NotePlace, namespaceOf } from "../reading/note.ts";
import { endOfText, type Heading, headingsOf } from "./headings.ts";

/** The place at which a heading is to be inserted. */
export interface NoteSpot {
  /** The line behind the text that it follows. */
  readonly line: number;
  /** 1 to 6. */
  readonly level: number;
  /** Whether the file's headings have a blank line below them. */
  readonly isAiry: boolean;
}

/** A heading next to which a note belongs, the higher the score the better. */
interface Anchor {
  readonly heading: Heading;
  readonly score: number;
  readonly as: "child" | "sibling";
}

/** The best place in a file for a new heading: by notes on the same construct, by the service, else the file's end. */
export function noteSpot(place: NotePlace, file: NoteFileContent, vocabulary: Vocabulary): NoteSpot {
  const headings = headingsOf(file);
  return spotAt(bestAnchor(place, bindingsOf(file, vocabulary), headings, vocabulary), file, headings);
}

/** How good the best place in a file is for a note on a place, to compare files by; 0 if there is nothing like it. */
export function spotScore(
  place: NotePlace,
  file: NoteFileContent,
  bindings: readonly Binding[],
  vocabulary: Vocabulary,
): number {
  return bestAnchor(place, bindings, headingsOf(file), vocabulary)?.score ?? 0;
}

/** The same for something that a template's author named: behind the last of the notes on others that the template declares. */
export function ownNoteSpot(
  file: NoteFileContent,
  bindings: readonly Binding[],
  { resources, parameters, conditions, mappings, outputs }: Declarations,
): NoteSpot {
  const headings = headingsOf(file);
  const sections = [resources, parameters, conditions, mappings, outputs];
  const onOthers = new Set(
    bindings
      .filter(
        ({ place, strength }) =>
          place.kind === "own" && strength >= MIN_NAMING_STRENGTH && sections.some((one) => one.has(place.name)),
      )
      .map(({ note }) => note),
  );
  const heading = headings.findLast(({ note }) => onOthers.has(note));
  return spotAt(heading && { heading, score: 0, as: "sibling" }, file, headings);
}

function spotAt(anchor: Anchor | undefined, file: NoteFileContent, headings: readonly Heading[]): NoteSpot {
  const isAiry = headings.filter(({ note }) => isBlankLine(file.lines[note.own.start])).length * 2 >= headings.length;
  const levels = headings.map(({ level }) => level).filter((level) => level > 1);
  if (anchor === undefined)
    return { ...spotBefore(file.lines.length, file, headings), level: Math.min(...levels, 6, levels[0] ?? 2), isAiry };
  const { heading, as } = anchor;
  const child = headings.find(({ note }) => heading.note.children.includes(note));
  const level = as === "sibling" ? heading.level : (child?.level ?? Math.min(6, heading.level + 1));
  return { ...spotBefore(heading.end, file, headings), level, isAiry };
}

function isBlankLine(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

/** Behind the text before a line; the last heading there, and what underlines it, is text. */
function spotBefore(end: number, file: NoteFileContent, headings: readonly Heading[]): { readonly line: number } {
  const last = headings.findLast(({ note }) => note.line < end);
  return { line: endOfText(file.lines, last?.note.own.start ?? file.firstLine, end) };
}

function bestAnchor(
  place: NotePlace,
  bindings: readonly Binding[],
  headings: readonly Heading[],
  vocabulary: Vocabulary,
): Anchor | undefined {
  const anchors = [
    ...onSameConstruct(place, bindings, headings, vocabulary),
    ...onService(place, headings, vocabulary),
  ];
  return anchors.reduce<Anchor | undefined>((best, one) => (best && best.score > one.score ? best : one), undefined);
}

/** From this strength on a title names its place. */
const MIN_NAMING_STRENGTH = 4;

function* onSameConstruct(
  place: NotePlace,
  bindings: readonly Binding[],
  headings: readonly Heading[],
  vocabulary: Vocabulary,
): Generator<Anchor> {
  const byNote = new Map(headings.map((heading) => [heading.note, heading]));
  for (const binding of bindings) {
    const near = binding.strength >= MIN_NAMING_STRENGTH ? nearness(place, binding.place) : undefined;
    if (near === undefined || isElsewhere(place, binding, vocabulary)) continue;
    const own = byNote.get(binding.note);
    if (own) yield { ...near, heading: own };
    else if (binding.note.asked === undefined) {
      const above = headingAbove(binding, headings);
      if (above) yield { heading: above, score: near.score - 0.5, as: "child" };
    }
  }
}

/** Whether the titles above a note name only other services. */
function isElsewhere(place: NotePlace, { note }: Binding, { services }: Vocabulary): boolean {
  const namespace = placeService(place);
  const spoken = [note.title, ...note.path].map((title) => services.mentioned(title)).filter(({ size }) => size > 0);
  return namespace !== undefined && spoken.length > 0 && !spoken.some((names) => names.has(namespace));
}

/** The heading below which an item stands. */
function headingAbove({ note }: Binding, headings: readonly Heading[]): Heading | undefined {
  return headings.findLast((heading) => heading.note.line < note.line && note.line < heading.end);
}

/** How near a note on `known` is to one on `wanted`, and whether that belongs below it or beside it. */
function nearness(wanted: NotePlace, known: NotePlace): Omit<Anchor, "heading"> | undefined {
  if (wanted.kind === "property" && known.kind === "type")
    return wanted.type === known.type ? { score: 7, as: "child" } : undefined;
  if (wanted.kind === "type" && known.kind === "type") {
    const isService = known.type.endsWith("::*") && namespaceOf(wanted.type) === namespaceOf(known.type);
    return isService ? { score: 4, as: "child" } : undefined;
  }
  if (wanted.kind !== known.kind) return undefined;
  if (!("path" in wanted && "path" in known)) return { score: 5, as: "sibling" };
  if (wanted.kind === "property" && known.kind === "property" && wanted.type !== known.type) return undefined;
  if (wanted.kind === "section" && known.kind === "section" && wanted.section !== known.section)
    return { score: 4, as: "sibling" };
  if (isAbove(known, wanted)) return { score: 9, as: "child" };
  const isBeside = isAbove({ path: wanted.path.slice(0, -1), value: undefined }, known);
  return { score: isBeside && wanted.path.length > 1 ? 8 : 6, as: "sibling" };
}

type Keys = Extract<NotePlace, { readonly path: readonly string[] }>;

function isAbove(outer: Pick<Keys, "path" | "value">, inner: Pick<Keys, "path" | "value">): boolean {
  const isDeeper = outer.path.length < inner.path.length || inner.value !== undefined;
  return outer.value === undefined && isDeeper && outer.path.every((key, at) => key === inner.path[at]);
}

/** Sections on the service of the place, the one with the shortest title first. */
function* onService(place: NotePlace, headings: readonly Heading[], { services }: Vocabulary): Generator<Anchor> {
  const namespace = placeService(place);
  for (const heading of headings) {
    const { title } = heading.note;
    // A section on a helper script is on that alone.
    if (namespace !== undefined && services.mentioned(title.replace(HELPER_SCRIPT, " ")).has(namespace))
      yield { heading, score: 3 - Math.min(title.length, 1000) / 1000, as: "child" };
  }
}

const HELPER_SCRIPT = /\bcfn-[a-z-]+/g;

function placeService(place: NotePlace): string | undefined {
  if (place.kind === "type" || place.kind === "property") return namespaceOf(place.type);
  return place.kind === "word" && !/^cfn-/.test(place.words[0] ?? "") ? undefined : "CloudFormation";
}
