import { placesOf } from "../../../catalogue/values/propertyPlaces.ts";

const PACKAGED = placesOf("packaged");

/** The property of a type that may be the path of a local file: `aws cloudformation package` uploads it and writes what it has to be. */
export function packagedProperty(type: string | undefined): string | undefined {
  return PACKAGED.get(type ?? "")?.[0];
}
