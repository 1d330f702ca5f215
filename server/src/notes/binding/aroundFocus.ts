import type { Focus } from "../../model/focus/focus.ts";
import { passageOf } from "../reading/passage.ts";
import type { BoundNote } from "./boundNote.ts";
import { MAX_BELOW } from "./candidates.ts";
import { hasWord } from "./mentions.ts";

/**
 * Whether a user's note is on a part of CloudFormation's language that is around what is under the caret, and neither
 * called as that nor names it: `Metadata` at each `Label` in it, a function at what it is given.
 */
export function isOnSyntaxAround({ note, file, specificity, isOnSyntax, isRelated }: BoundNote, focus: Focus): boolean {
  if (file.builtIn || isOnSyntax !== true || focus.kind === "function") return false;
  const isGiven = focus.kind === "reference" && !focus.reference.name.startsWith("AWS::");
  if (!isGiven && isRelated !== true && specificity > MAX_BELOW) return false;
  const text = passageOf(note, file);
  return !namesAt(focus).some((name) => hasWord(text, name));
}

/** The names and values that somebody points at, with the key of a value. */
export function namesAt(focus: Focus): readonly string[] {
  switch (focus.kind) {
    case "section":
      return [focus.section.name];
    case "key":
      return [focus.name];
    case "reference":
      return [focus.reference.name];
    case "value": {
      const { place, scalar } = focus;
      return "path" in place ? [scalar.text, ...place.path.slice(-1).map(String)] : [scalar.text];
    }
    default:
      return [];
  }
}
