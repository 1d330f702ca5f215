import type { Focus } from "../../model/focus/focus.ts";
import { namesAt } from "../binding/aroundFocus.ts";
import type { Binding } from "../binding/bindings.ts";
import type { BoundNote } from "../binding/boundNote.ts";
import { hasWord } from "../binding/mentions.ts";
import { passageOf } from "../reading/passage.ts";

/** In UTF-16 units: what is longer says other things, too. */
const MAX_LENGTH = 400;

/**
 * The notes at a place, best first, where one of the user's comes before the built-in one on the same topic: on a type,
 * at a key of it. In full, if it is short or names what is under the caret; else it stays a line.
 */
export function withOwnFirst(notes: readonly BoundNote[], focus: Focus): readonly BoundNote[] {
  const builtIn = notes.find(({ file, tier }) => file.builtIn && tier === "thing");
  if (builtIn === undefined || builtIn === notes[0]) return notes;
  const isCloser = ({ file, tier, specificity }: BoundNote): boolean =>
    !file.builtIn && tier === "thing" && specificity >= builtIn.specificity;
  if (notes.some(isCloser)) return notes;
  const isOnTopic = ({ binding }: BoundNote & { readonly binding?: Binding }): boolean =>
    binding?.topic !== undefined && builtIn.note.topicIds.includes(binding.topic.id);
  const isTelling = ({ note, file }: BoundNote): boolean => {
    const text = passageOf(note, file);
    return text.length <= MAX_LENGTH || namesAt(focus).some((name) => hasWord(text, name));
  };
  const first = notes.find(
    (bound) => !bound.file.builtIn && bound.tier === "whole" && isOnTopic(bound) && isTelling(bound),
  );
  if (first === undefined) return notes;
  const { note, file, specificity } = first;
  return [{ note, file, specificity, tier: "thing" }, ...notes.filter((bound) => bound !== first)];
}
