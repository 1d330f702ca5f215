import assert from "node:assert/strict";
import { applied, type Edit, editsApart } from "../../src/text/edit.ts";

const edit = (start: number, end: number, newText: string): Edit => ({ start, end, newText });

describe("edits", () => {
  const cases: readonly (readonly [name: string, groups: readonly (readonly Edit[])[], result: string])[] = [
    ["nothing", [], "abcdef"],
    ["in the order of the text", [[edit(4, 5, "X")], [edit(0, 1, "Y")]], "YbcdXf"],
    ["of two that touch, the first", [[edit(0, 2, "X")], [edit(2, 3, "Y")]], "Xcdef"],
    ["a group goes in whole or not at all", [[edit(0, 2, "X")], [edit(1, 2, "Y"), edit(5, 6, "Z")]], "Xcdef"],
    ["insertions", [[edit(3, 3, "-")], [edit(6, 6, "!")]], "abc-def!"],
    ["a group around another", [[edit(0, 1, "X"), edit(5, 6, "Y")], [edit(2, 3, "Z")]], "XbZdeY"],
  ];
  for (const [name, groups, result] of cases)
    it(name, () => assert.equal(applied("abcdef", editsApart(groups)), result));
});
