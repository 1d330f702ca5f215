import { memoBy } from "../../text/memoBy.ts";
import type { ObjectType, Property } from "./catalogue.ts";

/** The properties that an object must have. */
export const requiredProperties: (object: ObjectType) => readonly Property[] = memoBy((object) =>
  [...object.properties.values()].filter((property) => property.required),
);
