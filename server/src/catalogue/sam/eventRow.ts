import type { Property } from "../types/catalogue.ts";

/** A kind of event and what its `Properties` hold. */
export type EventRow = readonly [type: string, properties: readonly Property[]];
