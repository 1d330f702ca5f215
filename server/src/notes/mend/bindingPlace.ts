import type { Focus } from "../../model/focus/focus.ts";
import { type Candidate, type ConcretePlace, candidates } from "../binding/candidates.ts";
import { match } from "../binding/match.ts";
import type { NoteCatalogue } from "../binding/vocabulary.ts";
import { ownThings } from "../ownNames/ownCandidates.ts";
import { splitMarks } from "../reading/frontMatter.ts";
import { type NotePlace, parsePlace } from "../reading/place.ts";
import { placeText } from "./placeText.ts";

/**
 * How a marker names what is under the caret, for a note that is to show there; `undefined` if no note can. `accepts`
 * leaves places out.
 */
export function bindingPlace(
  focus: Focus,
  catalogue: NoteCatalogue,
  accepts: (place: ConcretePlace) => boolean = () => true,
): string | undefined {
  // What somebody names or refers to is their own thing; a value or a word belongs to the place it stands at.
  const isName = focus.kind !== "value" && focus.kind !== "word";
  const found = [...((isName && ownThings(focus)?.candidates) || []), ...candidates(focus)];
  for (const { place } of found) {
    if (!accepts(place)) continue;
    const wanted = place.kind === "string" ? stringPlace(focus) : keysPlace(place, catalogue);
    const text = wanted && placeText(wanted);
    if (text !== undefined && readsBackHere(text, found)) return text;
  }
  return undefined;
}

/** What is written must be read back as one place, and that must be here. */
function readsBackHere(text: string, found: readonly Candidate[]): boolean {
  const [only, ...others] = splitMarks(text);
  const read = only === undefined || others.length > 0 ? undefined : parsePlace(only);
  return read !== undefined && found.some((candidate) => match(read, candidate) !== undefined);
}

/** A value counts if it is one of CloudFormation's: somebody's own stands in their template alone. */
function keysPlace(place: Exclude<ConcretePlace, { kind: "string" }>, catalogue: NoteCatalogue): NotePlace | undefined {
  if (!("value" in place) || place.value === undefined) return place.kind === "metadata" ? generalised(place) : place;
  const { value } = place;
  if (place.kind === "section") return place.path[0] === "Type" && place.section === "Parameters" ? place : undefined;
  if (place.kind === "metadata") return undefined;
  const known = catalogue.valuesAt(place.kind === "property" ? place.type : undefined, place.path) ?? [];
  return known.includes(value) ? place : undefined;
}

function stringPlace(focus: Focus): NotePlace | undefined {
  if (focus.kind !== "word" || !/[\p{L}\p{N}]/u.test(focus.word)) return undefined;
  return focus.script ? { kind: "word", words: [focus.word] } : { kind: "text", text: focus.word };
}

const INIT = "AWS::CloudFormation::Init";
/** Below which keys of a config of cfn-init names stand that are the author's own, and how far below. */
const OWN_NAMES: Readonly<Record<string, number>> = {
  packages: 2,
  services: 2,
  files: 1,
  commands: 1,
  groups: 1,
  users: 1,
  sources: 1,
};

/** The names of configs, files and packages are the author's own: any of them will do. */
function generalised(place: Extract<NotePlace, { kind: "metadata" }>): NotePlace {
  const [first, config, section] = place.path;
  if (first !== INIT || config === undefined || config === "configSets") return place;
  const own = section === undefined ? undefined : OWN_NAMES[section];
  const path = place.path.map((key, index) => (index === 1 || (own !== undefined && index === 2 + own) ? "*" : key));
  return { ...place, path };
}
