import type { Note, NotePlace } from "../reading/note.ts";
import { nameKeys } from "../words/nameKeys.ts";
import { nameKey } from "../words/names.ts";
import { constructsMarked } from "./constructs.ts";
import { servicePlaces } from "./servicePlaces.ts";
import { placesOfTopic } from "./topicPlaces.ts";
import { compact, type NamedPlace, placeWithoutTopic, propertyPlace, type Vocabulary } from "./vocabulary.ts";

const MARKED = 3;

/** The places that a note's markers name. */
export function markedPlaces(note: Pick<Note, "places" | "topicIds">, vocabulary: Vocabulary): NamedPlace[] {
  const places = note.places.flatMap((place) => (place.kind === "name" ? markedName(place.name, vocabulary) : [place]));
  const topics = note.topicIds.flatMap((id) => vocabulary.topics.withId(id) ?? []);
  return [
    ...places.map((place) => placeWithoutTopic(place, MARKED)),
    ...topics.flatMap((topic) => placesOfTopic(topic, topic.placesOfMarked, MARKED, 1)),
  ];
}

function markedName(name: string, vocabulary: Vocabulary): NotePlace[] {
  const constructs = constructsMarked(name);
  if (constructs.length > 0) return constructs;
  const topics = vocabulary.topics.named(nameKey(name)).flatMap(({ topic }) => topic.places);
  if (topics.length > 0) return topics;
  const keys = nameKeys(name);
  const types = keys.flatMap((one) => vocabulary.names.types(one)).filter(({ exact }) => exact);
  const owners = vocabulary.catalogue.propertyOwners(compact(name)).map(propertyPlace);
  if (types.length + owners.length > 0)
    return [...types.map(({ name: type }): NotePlace => ({ kind: "type", type })), ...owners];
  const service = keys.map((one) => vocabulary.services.named(one)).find((one) => one !== undefined);
  if (service) return [...servicePlaces(service)];
  return [
    { kind: "word", words: name.split(/\s+/) },
    { kind: "text", text: name },
  ];
}
