import physicalNames from "../../../data/physicalNames.yaml";

/** The property that names a resource of a type, if the name can be given only once in an account and region. */
export const PHYSICAL_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(physicalNames()));
