import type { Catalogue, ObjectType, Property, ValueType } from "../../catalogue/types/catalogue.ts";
import { objectsIn } from "../../catalogue/types/schemaAt.ts";
import { markedPlaces } from "../../notes/binding/markedPlaces.ts";
import type { Vocabulary } from "../../notes/binding/vocabulary.ts";
import { placeText } from "../../notes/places/placeText.ts";
import { type Note, type NotePlace, parsePlace } from "../../notes/reading/note.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import { type Described, described } from "../reference/awsText.ts";
import type { Language } from "../reference/context.ts";
import { codes, title } from "../reference/markdown.ts";

const MAX_LISTED_PLACES = 8;

/** What a marker's place is, as Markdown: AWS's text on a type or property, else the places that it stands for. */
export function markerReference(
  mark: string,
  catalogue: Catalogue,
  vocabulary: Vocabulary,
  language: Language,
): string {
  const place = mark.startsWith("@") ? undefined : parsePlace(mark);
  const told = place && described(thingAt(place, catalogue), { language, noteAbove: "none", isWordTold: false });
  const names = placesNamed(mark, place, vocabulary);
  const isOther = names.length > 1 || names[0] !== mark;
  return paragraphs(
    title(mark),
    told?.text,
    told?.page,
    isOther && names.length > 0 ? codes(names, MAX_LISTED_PLACES) : undefined,
  );
}

/** The places that a name or topic stands for, as markers name them. */
function placesNamed(mark: string, place: NotePlace | undefined, vocabulary: Vocabulary): readonly string[] {
  const marked: Pick<Note, "places" | "topicIds"> = mark.startsWith("@")
    ? { places: [], topicIds: [mark.slice(1)] }
    : { places: place === undefined ? [] : [place], topicIds: [] };
  return [...new Set(markedPlaces(marked, vocabulary).map((one) => placeText(one.place)))];
}

function thingAt(place: NotePlace, catalogue: Catalogue): Described | undefined {
  switch (place.kind) {
    case "type":
      return catalogue.resourceType(place.type);
    case "property": {
      const root = catalogue.resourceType(place.type)?.properties;
      return root && propertyBelow(root, place.path);
    }
    case "attribute":
      return propertyBelow(catalogue.resourceBody(undefined), place.path);
    case "section":
      return place.path.length === 0 ? catalogue.templateBody.properties.get(place.section) : undefined;
    default:
      return undefined;
  }
}

function propertyBelow(root: ObjectType, path: readonly string[]): Property | undefined {
  let types: readonly ValueType[] = [{ kind: "object", object: root }];
  let found: Property | undefined;
  for (const key of path) {
    found = types
      .flatMap(objectsIn)
      .find(({ properties }) => properties.has(key))
      ?.properties.get(key);
    if (found === undefined) return undefined;
    types = [found.type];
  }
  return found;
}
