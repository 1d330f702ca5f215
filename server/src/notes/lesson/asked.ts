import type { Focus, Place } from "../../model/focus/focus.ts";
import type { Writable } from "../binding/candidates.ts";

/** What somebody points at, in words that a note may use. */
export interface Asked {
  /** The words that the lesson should be on, the closest first: a value, then its key. */
  readonly words: readonly string[];
  /** The resource's type. */
  readonly type: string | undefined;
  /** Whether it is one key or value of many that a note may be on; a note on a function or a type is on that alone. */
  readonly isParticular: boolean;
}

/** No particular word: a note is shown for itself. */
export const ASKED_NOTHING: Asked = { words: [], type: undefined, isParticular: false };

/** Longer values are free text. */
const MAX_WORD_LENGTH = 80;

/** The words for what is under the caret. */
export function askedAt(focus: Focus): Asked {
  const { place } = focus;
  const words = focusWords(focus).filter(
    (word) => word !== undefined && word !== "" && word.length <= MAX_WORD_LENGTH,
  ) as readonly string[];
  return {
    words: [...new Set(words)],
    type: place.in === "resource" ? place.type : undefined,
    isParticular: focus.kind === "key" || focus.kind === "value",
  };
}

/** The words for what may be written. */
export function askedOf(written: Writable): Asked {
  switch (written.kind) {
    case "key": {
      const { place, name, value } = written;
      const words = value === undefined ? [name] : [valueWord(name, value), name];
      return { words, type: place.in === "resource" ? place.type : undefined, isParticular: true };
    }
    case "word":
      return { words: [written.line.slice(written.offset)], type: undefined, isParticular: false };
    case "function":
      return { words: functionWords(written.name), type: undefined, isParticular: false };
    default:
      return { words: [written.name], type: undefined, isParticular: false };
  }
}

function functionWords(name: string): readonly string[] {
  return [name, name.replace("Fn::", "!")];
}

function focusWords(focus: Focus): readonly (string | undefined)[] {
  const key = lastNamedKey(focus.place);
  switch (focus.kind) {
    case "section":
      return [focus.section.name];
    case "key":
      return [focus.name];
    case "type":
      return [focus.type];
    case "function":
      return functionWords(focus.call.name);
    case "reference":
      return [focus.reference.name, focus.reference.via, key];
    case "word":
      return [focus.word, focus.script ? optionBefore(focus) : undefined, key];
    case "value":
      return [valueWord(key, focus.scalar.text), key];
    default:
      return [];
  }
}

/** The option of a command whose argument is a word of a script. */
function optionBefore({ word, text, textOffset }: Extract<Focus, { kind: "word" }>): string | undefined {
  const start = text.lastIndexOf(word, textOffset);
  return /(?<=\s)--?[a-z][\w-]{0,40}(?=[ =]$)/.exec(text.slice(Math.max(0, start - MAX_WORD_LENGTH), start))?.[0];
}

/** A number or a switch is named together with its key: `Port: 80`. */
function valueWord(key: string | undefined, text: string): string {
  return /^(?:[\d.%-]+|true|false)$/i.test(text) ? `${key}: ${text}` : text;
}

/** The last key of a place. */
function lastNamedKey(place: Place): string | undefined {
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
