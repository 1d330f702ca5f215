import resourceTypes from "../../../data/resourceTypes.yaml";

const TYPES: ReturnType<typeof resourceTypes> = resourceTypes();

/** The types of resources that have something in common; see `resourceTypes.yaml`. */
export function typesThat(have: keyof typeof TYPES): ReadonlySet<string> {
  return new Set(TYPES[have]);
}

/** Types that hold data which is lost with them. */
export const STATEFUL_TYPES: ReadonlySet<string> = typesThat("stateful");
