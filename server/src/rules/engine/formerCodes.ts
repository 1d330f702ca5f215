/** Former codes of rules, with those of today. People have written them into settings, comments and baselines. */
export const FORMER_CODES: ReadonlyMap<string, string> = new Map([
  ["linked-resources", "mismatched-resources"],
  ["other-resource", "wrong-ref-target"],
  ["resolved-value", "invalid-resolved-value"],
  ["text-value", "unparsable-value"],
]);

/** The present code for a code that may be a former one. */
export function currentCode(code: string): string {
  return FORMER_CODES.get(code) ?? code;
}

/** Settings by present codes; a setting of the present code comes before one of a former code. */
export function byCurrentCode<Value>(settings: Iterable<readonly [string, Value]>): ReadonlyMap<string, Value> {
  const all = [...settings];
  return new Map([
    ...all.map(([code, value]) => [currentCode(code), value] as const),
    ...all.filter(([code]) => !FORMER_CODES.has(code)),
  ]);
}
