import { memoBy } from "../../text/memoBy.ts";
import type { Place } from "./focus.ts";

/** The same text for the same place of all resources of a type; which item of a list it is in does not count. */
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
