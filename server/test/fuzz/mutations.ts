import fc from "fast-check";

/** One change of a text: places and lengths are parts of its length, so that they fit every text. */
type Mutation =
  | { readonly kind: "put"; readonly at: number; readonly text: string }
  | { readonly kind: "cut" | "double" | "swap"; readonly at: number; readonly length: number }
  | { readonly kind: "repeat"; readonly at: number; readonly length: number; readonly times: number };

const PLACE = fc.double({ min: 0, max: 1, noNaN: true });
const SHORT = fc.double({ min: 0, max: 0.1, noNaN: true });

/** Any UTF-16 units, halves of pairs among them. A `fc.string` of all characters takes a table of them for each test. */
const ANY_TEXT = fc.array(fc.nat(0xffff), { maxLength: 8 }).map((units) => String.fromCharCode(...units));

/**
 * Texts made from some others by a few changes.
 *
 * @param originals what is changed
 * @param pieces what may be put anywhere
 */
export function mutated(originals: readonly string[], pieces: readonly string[]): fc.Arbitrary<string> {
  const text = fc.oneof(fc.constantFrom(...pieces), ANY_TEXT);
  const mutation: fc.Arbitrary<Mutation> = fc.oneof(
    fc.record({ kind: fc.constant("put" as const), at: PLACE, text }),
    fc.record({ kind: fc.constantFrom("cut" as const, "double" as const, "swap" as const), at: PLACE, length: SHORT }),
    fc.record({ kind: fc.constant("repeat" as const), at: PLACE, length: SHORT, times: fc.nat(300) }),
  );
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(mutation, { maxLength: 6 }))
    .map(([original, mutations]) => mutations.reduce(changed, original));
}

/** No text becomes longer, in UTF-16 units. */
const LONGEST = 200_000;

function changed(text: string, mutation: Mutation): string {
  const start = Math.floor(mutation.at * text.length);
  const length = mutation.kind === "put" ? 0 : 1 + Math.floor(mutation.length * text.length);
  const [before, piece, behind] = [text.slice(0, start), text.slice(start, start + length), text.slice(start + length)];
  switch (mutation.kind) {
    case "put":
      return before + mutation.text + behind;
    case "cut":
      return before + behind;
    case "double":
      return before + piece + piece + behind;
    case "swap":
      return behind + piece + before;
    case "repeat":
      return (before + piece.repeat(mutation.times) + behind).slice(0, LONGEST);
  }
}
