import type { Focus, Place } from "../../model/focus.ts";

/** What somebody points at, as a note may name it. */
export interface Asked {
  /** What the lesson should be on, the closest first: a value, then its key. */
  readonly words: readonly string[];
  /** The resource's type. */
  readonly type: string | undefined;
  /** Whether it is one key or value of many that a note may be on; a note on a function or a type is on that alone. */
  readonly isParticular: boolean;
}

/** Nothing in particular: a note is shown for itself. */
export const ASKED_NOTHING: Asked = { words: [], type: undefined, isParticular: false };

/** Longer values are texts of somebody's own. */
const LONGEST_WORD = 80;

/** The words for what is under the caret. */
export function askedAt(focus: Focus): Asked {
  const { place } = focus;
  const words = wordsOf(focus).filter(
    (word) => word !== undefined && word !== "" && word.length <= LONGEST_WORD,
  ) as readonly string[];
  return {
    words: [...new Set(words)],
    type: place.in === "resource" ? place.type : undefined,
    isParticular: focus.kind === "key" || focus.kind === "value",
  };
}

function wordsOf(focus: Focus): readonly (string | undefined)[] {
  const key = keyOf(focus.place);
  switch (focus.kind) {
    case "section":
      return [focus.section.name];
    case "key":
      return [focus.name];
    case "type":
      return [focus.type];
    case "function":
      return [focus.call.name, focus.call.name.replace("Fn::", "!")];
    case "reference":
      return [focus.reference.name, focus.reference.via, key];
    case "word":
      return [focus.word, key];
    case "value": {
      const { text } = focus.scalar;
      return [isPlain(text) ? `${key}: ${text}` : text, key];
    }
    default:
      return [];
  }
}

/** A number or a switch is named together with its key: `Port: 80`. */
function isPlain(text: string): boolean {
  return /^(?:[\d.%-]+|true|false)$/i.test(text);
}

/** The last key of a place. */
function keyOf(place: Place): string | undefined {
  switch (place.in) {
    case "template":
      return undefined;
    case "section":
      return place.section;
    case "resource":
      return place.path.findLast((step) => typeof step === "string") ?? place.attribute;
    case "entry":
      return place.path.findLast((step) => typeof step === "string") ?? place.section;
  }
}
