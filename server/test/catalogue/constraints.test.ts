import assert from "node:assert/strict";
import { declarationsOf } from "../../../scripts/catalogue/constraints.mjs";
import { tidy } from "../../../scripts/catalogue/tidy.mjs";

const source = `
import { Resource } from "x";
/** A thing. */
export type ThingProperties = {
    /**
     * Its name.
     * @minLength \`1\`
     * @pattern \`^a/\u200d*b$\`
     */
    Name: string;
    Kind?: "a" | "b";
    /** @max \`5\` */
    Sizes?: (number)[];
    Nested?: Nested;
    Map?: Record<string, Nested>;
};
export type Nested = {
    One: string;
} | {
    Two: string;
};
export declare class Thing { x: string; }
`;

describe("declarationsOf", () => {
  const declared = declarationsOf(source);
  const members = declared.get("ThingProperties")?.members;

  it("reads limits, and patterns with their hidden characters", () => {
    assert.deepEqual(members?.get("Name"), { minLength: 1, pattern: "^a*/b$" });
    assert.deepEqual(members?.get("Sizes"), { items: {}, max: 5 });
  });

  it("reads literals, references and maps", () => {
    assert.deepEqual(members?.get("Kind"), { literals: ["a", "b"] });
    assert.deepEqual(members?.get("Nested"), { reference: "Nested" });
    assert.deepEqual(members?.get("Map"), { values: { reference: "Nested" } });
  });

  it("joins the variants of a union", () => {
    const nested = declared.get("Nested");
    assert.deepEqual([...(nested?.members?.keys() ?? [])], ["One", "Two"]);
    assert.deepEqual(nested?.variants, [["One"], ["Two"]]);
  });
});

describe("tidy", () => {
  const table: readonly (readonly [text: string, expected: string | undefined])[] = [
    ["See `x` .", "See `x`."],
    ["[a](https://docs.aws.amazon.com//b) , c", "[a](https://docs.aws.amazon.com/b), c"],
    ["<p>Text with <code>code</code>.</p>", "Text with `code`."],
    [" ", undefined],
  ];
  for (const [text, expected] of table) it(JSON.stringify(text), () => assert.equal(tidy(text), expected));
});
