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
 * or on a key, at the keys below it. In full, if it is short or names what is under the caret; else it is a line.
 *
 * @param above the notes on the type and the keys above
 */
export function withOwnFirst(
  notes: readonly BoundNote[],
  focus: Focus,
  above: () => readonly BoundNote[],
): readonly BoundNote[] {
  const builtIn = notes.find(({ file, tier }) => file.builtIn && tier === "thing");
  // Who points at the name of a resource asks for that, and not for what its key is called.
  if (builtIn === undefined || focus.kind === "reference") return notes;
  const isCloser = ({ file, tier, specificity }: BoundNote): boolean =>
    !file.builtIn && tier === "thing" && specificity >= builtIn.specificity;
  if (notes.some(isCloser)) return notes;
  const isOnTopic = ({ binding }: BoundNote & { readonly binding?: Binding }): boolean =>
    binding?.topic !== undefined && builtIn.note.topicIds.includes(binding.topic.id);
  const isTelling = ({ note, file }: BoundNote): boolean => {
    const text = passageOf(note, file);
    return text.length <= MAX_LENGTH || namesAt(focus).some((name) => hasWord(text, name));
  };
  const isOwn = (bound: BoundNote): boolean => !bound.file.builtIn && isOnTopic(bound);
  const first =
    notes.find((bound) => bound.tier === "whole" && isOwn(bound) && isTelling(bound)) ??
    above().find((bound) => bound.tier === "thing" && isOwn(bound));
  if (first === undefined) return notes;
  const { note, file, specificity } = first;
  const others = notes.filter((bound) => bound.note !== note);
  return isTelling(first)
    ? [{ note, file, specificity, tier: "thing" }, ...others]
    : [...others, { note, file, specificity, tier: "whole" }];
}
