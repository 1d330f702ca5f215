/** Constraints that are refused on a parameter of a type: those of texts on `Number`, those of numbers on `String`. */
export const OTHER_CONSTRAINTS: ReadonlyMap<string, readonly string[]> = new Map([
  ["Number", ["MinLength", "MaxLength"]],
  ["String", ["MinValue", "MaxValue"]],
]);
