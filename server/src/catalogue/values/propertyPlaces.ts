import propertyPlaces from "../../../data/propertyPlaces.yaml";

const PLACES: ReturnType<typeof propertyPlaces> = propertyPlaces();

/** The properties that hold something of a kind, by type; see `propertyPlaces.yaml`. */
export function placesOf(kind: keyof typeof PLACES): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(PLACES[kind]));
}
