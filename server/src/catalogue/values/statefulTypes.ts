import statefulTypes from "../../../data/statefulTypes.yaml";

/** Types that hold data which is lost with them. */
export const STATEFUL_TYPES: ReadonlySet<string> = new Set(statefulTypes());
