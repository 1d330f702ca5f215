import type { Focus } from "../../model/focus/focus.ts";
import { candidates } from "../binding/candidates.ts";
import { match } from "../binding/match.ts";
import type { Vocabulary } from "../binding/vocabulary.ts";
import { ownThings } from "../ownNames/ownCandidates.ts";
import type { Note } from "../reading/note.ts";
import { nameKeys } from "../words/nameKeys.ts";
import { mentionOf, nameKey, searchedText } from "../words/names.ts";

/** How well a note's title goes with a place: 2 if it is the place's name, 1 if the title speaks of it, else 0. */
export type Affinity = (note: Note) => 0 | 1 | 2;

/** Shorter names are part of any text. */
const MIN_LENGTH = 3;
/** Functions by names that are in any sentence; "not" is one letter from "notes". */
const IN_SENTENCES = /^(?:not|and)$/i;

/** Tells how well notes' titles match what is under the caret, in any of its names. */
export function affinityWith(focus: Focus, vocabulary: Vocabulary): Affinity {
  const names = namesAt(focus);
  const keys = new Set(names.flatMap(comparableKeys));
  const found = candidates(focus);
  for (const topic of vocabulary.topics.all()) {
    const isHere = topic.places.some((place) => found.some((candidate) => match(place, candidate) !== undefined));
    if (isHere && topic.scope === "thing") for (const name of topic.names) keys.add(name);
  }
  const isTelling = (name: string): boolean => nameKey(name).length >= MIN_LENGTH && !IN_SENTENCES.test(name);
  const mentions = names.filter(isTelling).map(mentionOf);
  return (note) => {
    const terms = note.terms.flatMap(({ key, name }) => [key, ...comparableKeys(name)]);
    if (terms.some((key) => keys.has(key))) return 2;
    const title = searchedText(note.title);
    return mentions.some((isMentioned) => isMentioned(title)) ? 1 : 0;
  };
}

/** The names of what is under the caret in templates: the value, the key, the type without its service. */
export function namesAt(focus: Focus): readonly string[] {
  const own = ownThings(focus)?.candidates ?? [];
  const names = [...own, ...candidates(focus)].flatMap(({ place }): readonly string[] => {
    switch (place.kind) {
      case "type":
        return [place.type.slice(place.type.lastIndexOf(":") + 1)];
      case "function":
      case "pseudo":
        return [place.name, place.name.slice(place.name.lastIndexOf(":") + 1)];
      case "string":
        return focus.kind === "word" ? [focus.word] : [];
      case "own":
        return [place.name];
      case "section":
        return [place.value ?? place.path.at(-1) ?? place.section];
      default:
        return [place.value ?? place.path.at(-1) ?? ""];
    }
  });
  return [...new Set(names.filter((name) => name !== "" && name.length <= 80))];
}

function comparableKeys(name: string): readonly string[] {
  return nameKeys(name).filter((key) => key !== "");
}
