import type { RankedNote } from "../binding/boundNote.ts";
import type { Note } from "../reading/note.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { japaneseKeys } from "../words/nameKeys.ts";
import { nameKey } from "../words/names.ts";
import { heededOfKey } from "./heeded.ts";
import { NAME } from "./ownCandidates.ts";
import { isInOutputs } from "./siblings.ts";

/**
 * The items of a note on a resource that are on one of its keys: `- **Timeout**: 5 minutes` in that on a function; or
 * else the sentence of it that says what to heed of the key, as a mention.
 */
export function partsOn(
  key: string,
  { note: whole, file, binding, specificity, rank, tier, isCalled }: RankedNote,
): readonly RankedNote[] {
  if (tier !== "thing") return [];
  // What a key is called in Japanese is read as its name: バックアップ保持期間.
  const called = nameKey(key);
  const isOnKey = (note: Note): boolean =>
    !isInOutputs(note) &&
    note.terms.some(
      ({ name, strength }) => strength >= WHOLE_TITLE && (name === key || japaneseKeys(name).includes(called)),
    );
  const onKey = (note: Note): readonly Note[] => note.children.flatMap((one) => (isOnKey(one) ? one : onKey(one)));
  const found = onKey(whole).map((note) => ({ note, file, binding, specificity, rank, tier, isCalled }));
  const heeded = found.length === 0 ? heededOfKey(key, whole, file) : undefined;
  if (heeded === undefined) return found;
  return [{ note: whole, file, binding, specificity, rank, tier: "mention", isCalled, heeded }];
}

/** An item in a note on the thing shows with that note, unless it alone is on the very name. */
export function withoutParts(notes: readonly RankedNote[]): readonly RankedNote[] {
  const partsOf = (whole: readonly RankedNote[]): ReadonlySet<Note> => {
    const parts = new Set<Note>();
    const addParts = ({ children }: Note): void => {
      for (const child of children.filter((one) => !parts.has(one))) {
        parts.add(child);
        addParts(child);
      }
    };
    for (const { tier, note } of whole) if (tier === "thing") addParts(note);
    return parts;
  };
  const isOnName = ({ specificity }: RankedNote): boolean => specificity === NAME;
  const [parts, named] = [partsOf(notes), partsOf(notes.filter(isOnName))];
  return notes.filter((bound) => bound.note.kind !== "item" || !(isOnName(bound) ? named : parts).has(bound.note));
}
