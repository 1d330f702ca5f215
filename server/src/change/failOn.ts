/** Effects that a pipeline may fail on. */
export const FAIL_ON = ["replace", "delete", "data-loss", "interruption", "promise"] as const;
export type FailOn = (typeof FAIL_ON)[number];
