import localNames from "../../../data/localNames.yaml";

/** Where names that a resource gives to its parts are used; see `localNames.yaml`. */
interface LocalName {
  readonly at: readonly string[];
  readonly names: readonly string[];
  readonly of?: string;
  readonly once?: true;
}

export const LOCAL_NAMES: ReadonlyMap<string, readonly LocalName[]> = new Map(
  Object.entries(localNames() as Readonly<Record<string, readonly LocalName[]>>),
);
