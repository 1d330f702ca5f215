import type { Binding } from "../binding/bindings.ts";
import type { ExportedName } from "../ownNames/ownCandidates.ts";
import type { NotePlace } from "../reading/note.ts";
import { writtenAs } from "../words/otherTypes.ts";

/**
 * Whether a note with these bindings may show in a text: if the text does not contain the place's name, it need not be
 * parsed.
 */
export function mayShow(bindings: readonly Binding[], text: string): boolean {
  const lower = text.toLowerCase();
  return bindings.some(({ place }) => {
    const names = place.kind === "type" ? writtenAs(place.type) : [heldBy(place)];
    return names.some((name) => lower.includes(longestPart(name).toLowerCase()));
  });
}

/** Whether a note with these bindings is on an export of other templates. */
export function mayImport(bindings: readonly Binding[], exports: readonly ExportedName[]): boolean {
  const names = new Set(bindings.flatMap(({ place }) => (place.kind === "own" ? [place.name] : [])));
  return exports.some(({ output, of }) => [output, ...of].some((name) => names.has(name)));
}

/** A part of a place's name that is in every template with that place. */
function heldBy(place: Exclude<NotePlace, { kind: "type" }>): string {
  switch (place.kind) {
    case "property":
    case "attribute":
    case "metadata":
      return place.path.at(-1) ?? "";
    case "section":
      return place.path.at(-1) ?? place.section;
    case "function":
      return place.name.replace(/^Fn::/, "");
    case "word":
      return place.words[0] ?? "";
    case "text":
      return place.text;
    case "pseudo":
    case "name":
    case "own":
      return place.name;
  }
}

function longestPart(pattern: string): string {
  return pattern.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
