import { memoBy } from "../../text/memoBy.ts";
import type { Place } from "./focus.ts";

/** A text that is equal for the same place in all resources of a type; the index in a list does not count. */
export const placeKey: (place: Place) => string = memoBy((place: Place) => {
  switch (place.in) {
    case "template":
      return "";
    case "section":
      return JSON.stringify([place.in, place.section]);
    case "entry":
      return JSON.stringify([place.in, place.section, place.name, ...place.path.map(withoutIndex)]);
    case "resource":
      return JSON.stringify([place.in, place.type, place.attribute, ...place.path.map(withoutIndex)]);
  }
});

function withoutIndex(step: string | number): string | number {
  return typeof step === "number" ? 0 : step;
}
