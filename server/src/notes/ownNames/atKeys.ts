import type { Focus } from "../../model/focus/focus.ts";
import type { BoundNote } from "../binding/boundNote.ts";
import { hasWord } from "../binding/mentions.ts";
import { passageOf } from "../reading/passage.ts";
import { keyInText } from "./ownBindings.ts";

/**
 * Whether the line of a note would be the same at each key of a resource: it is on more than the key that somebody
 * points at, or on something related, and does not name it.
 */
export function isLineAround({ note, file, tier }: BoundNote, focus: Focus): boolean {
  if (file.builtIn || tier !== "whole" || note.places.length > 0) return false;
  const { place } = focus;
  if (place.in !== "resource" || place.attribute !== "Properties" || place.path.length === 0) return false;
  if (focus.kind === "function" || (focus.kind === "word" && focus.script)) return false;
  const text = passageOf(note, file);
  return !namesAt(focus, place.path).some((name) => hasWord(text, keyInText(name)));
}

/** The names that somebody points at, with the key of a value. */
function namesAt(focus: Focus, path: readonly (string | number)[]): readonly string[] {
  const key = path.findLast((step) => typeof step === "string");
  const value = focus.kind === "value" ? focus.scalar.text : undefined;
  const referred = focus.kind === "reference" ? focus.reference.name : undefined;
  return [key, value, referred].filter((name) => name !== undefined);
}
