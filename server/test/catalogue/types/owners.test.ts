import assert from "node:assert/strict";
import { ownersIn } from "../../../src/catalogue/types/owners.ts";
import type { PackedType } from "../../../src/catalogue/types/packed.ts";

/** Three types that have every property that is asked for. */
function sourceOf(owners: Readonly<Record<string, readonly number[]>>) {
  const structure = (): PackedType => [Object.keys(owners).map((name) => [name, "s", 0] as const), [], [], {}];
  return { owners: JSON.stringify(owners), types: ["A::B::C", "A::B::D", "A::B::E"], structure };
}

const NAMES = ["a", "ab", "b", "c0", "c1", "cc", "m", "z", "zz"];

describe("owners of a property", () => {
  it("are found among any number of names, and for these alone", () => {
    for (let count = 0; count <= NAMES.length; count++) {
      const known = NAMES.slice(0, count);
      const source = sourceOf(
        Object.fromEntries(known.map((name, index) => [name, index % 2 === 0 ? [2] : [0, 1, 1]])),
      );
      for (const name of [...NAMES, "", "0", "aa", "c", "c2", "n", "zzz", 'a":[0],"b', "]", "1"]) {
        const types = ownersIn(source, name, 9, "").map(({ type }) => type.at(-1));
        const index = known.indexOf(name);
        assert.deepEqual(types, index < 0 ? [] : index % 2 === 0 ? ["E"] : ["C", "D", "E"], `${name} of ${count}`);
      }
    }
  });

  it("are none where the data is missing", () => {
    assert.deepEqual(ownersIn({ ...sourceOf({}), owners: "" }, "a", 9, ""), []);
  });
});
