import localNames, { type Row as LocalName } from "../../../data/localNames.yaml";

/** Where names that a resource gives to its parts are used; see `localNames.yaml`. */
export const LOCAL_NAMES: ReadonlyMap<string, readonly LocalName[]> = new Map(Object.entries(localNames()));
