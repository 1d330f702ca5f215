import type { NotePlace } from "../reading/note.ts";

/** The marker's text for a place: `parsePlace` reads it back. Characters with a meaning in markers become `*`. */
export function placeText(place: NotePlace): string {
  switch (place.kind) {
    case "type":
      return place.type;
    case "property":
      return keysText(place.type, place);
    case "section":
      return `section:${keysText(oneKey(place.section), place)}`;
    case "attribute":
    case "metadata":
      return `${place.kind}:${keysText("", place)}`;
    case "function":
    case "pseudo":
      return `${place.kind}:${place.name}`;
    case "word":
      return `word:${place.words.join(" ")}`;
    case "text":
      return `text:${place.text}`;
    case "own":
      return `id:${inMarker(place.name)}`;
    case "name":
      return place.name;
  }
}

interface Keys {
  readonly path: readonly string[];
  readonly value: string | undefined;
}

function keysText(first: string, { path, value }: Keys): string {
  const keys = [...(first === "" ? [] : [first]), ...path.map(oneKey)].join(".");
  return value === undefined ? keys : `${keys}=${inMarker(value)}`;
}

/** A dot ends a key, an equals sign the path. */
function oneKey(key: string): string {
  return inMarker(key).replace(/[.=]+/g, "*");
}

/** Commas separate places, `>` may end the comment, and white space at the ends is lost. */
function inMarker(text: string): string {
  return text.replace(/[,<>\r\n\u2028\u2029]+|--+|^\s+|\s+$/g, "*").replace(/\*{2,}/g, "*");
}
