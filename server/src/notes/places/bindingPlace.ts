import type { Focus } from "../../model/focus/focus.ts";
import { type Candidate, type ConcretePlace, candidates } from "../binding/candidates.ts";
import { match } from "../binding/match.ts";
import type { NoteCatalogue } from "../binding/vocabulary.ts";
import { ownThings } from "../ownNames/ownCandidates.ts";
import { splitMarks } from "../reading/frontMatter.ts";
import { type NotePlace, parsePlace } from "../reading/note.ts";
import { placeText } from "./placeText.ts";

/**
 * The marker for a note that is to show at what is under the caret; `undefined` if no note can. `accepts` leaves places
 * out.
 */
export function bindingPlace(
  focus: Focus,
  catalogue: NoteCatalogue,
  accepts: (place: ConcretePlace) => boolean = () => true,
): string | undefined {
  // A name belongs to the author's own thing; a value or a word belongs to the place it stands at.
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

/** Whether a marker's text is read back as exactly one place, and that is here. */
function readsBackHere(text: string, found: readonly Candidate[]): boolean {
  const [only, ...others] = splitMarks(text);
  const read = only === undefined || others.length > 0 ? undefined : parsePlace(only);
  return read !== undefined && found.some((candidate) => match(read, candidate) !== undefined);
}

/** A value counts if it is one of CloudFormation's: an author's own is in one template alone. */
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
/** Keys of a config of cfn-init below which the names are the author's own, and how far below. */
const OWN_NAMES: Readonly<Record<string, number>> = {
  packages: 2,
  services: 2,
  files: 1,
  commands: 1,
  groups: 1,
  users: 1,
  sources: 1,
};

/** A place with `*` for the names of configs, files and packages, which are the author's own. */
function generalised(place: Extract<NotePlace, { kind: "metadata" }>): NotePlace {
  const [first, config, section] = place.path;
  if (first !== INIT || config === undefined || config === "configSets") return place;
  const own = section === undefined ? undefined : OWN_NAMES[section];
  const path = place.path.map((key, index) => (index === 1 || (own !== undefined && index === 2 + own) ? "*" : key));
  return { ...place, path };
}
