import type { Binding } from "../binding/bindings.ts";
import { CUSTOM_RESOURCE } from "../binding/candidates.ts";
import type { ExportedName } from "../ownNames/ownCandidates.ts";
import type { NotePlace } from "../reading/note.ts";

/**
 * Whether a note with these bindings may show in a text: if the text does not contain the place's name, it need not be
 * parsed.
 */
export function mayShow(bindings: readonly Binding[], text: string): boolean {
  const lower = text.toLowerCase();
  return bindings.some(({ place }) => lower.includes(heldBy(place).toLowerCase()));
}

/** Whether a note with these bindings is on an export of other templates. */
export function mayImport(bindings: readonly Binding[], exports: readonly ExportedName[]): boolean {
  const names = new Set(bindings.flatMap(({ place }) => (place.kind === "own" ? [place.name] : [])));
  return exports.some(({ output, of }) => [output, ...of].some((name) => names.has(name)));
}

/** A part of a place's name that is in every template with that place. */
function heldBy(place: NotePlace): string {
  switch (place.kind) {
    case "type":
      // Templates have it as `Custom::Seed`, too.
      return place.type === CUSTOM_RESOURCE ? "Custom" : longestPart(place.type);
    case "property":
    case "attribute":
    case "metadata":
      return longestPart(place.path.at(-1) ?? "");
    case "section":
      return place.path.length > 0 ? longestPart(place.path.at(-1) ?? "") : place.section;
    case "function":
      return place.name.replace(/^Fn::/, "");
    case "word":
      return longestPart(place.words[0] ?? "");
    case "text":
      return longestPart(place.text);
    case "pseudo":
    case "name":
    case "own":
      return place.name;
  }
}

function longestPart(pattern: string): string {
  return pattern.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
