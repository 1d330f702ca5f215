import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { ANY } from "../../../src/catalogue/types/build.ts";
import type { ObjectType, ValueType } from "../../../src/catalogue/types/catalogue.ts";
import { ownTypes } from "../../../src/catalogue/types/ownTypes.ts";

const COMPUTED = [
  "AnyResource",
  "Globals",
  "Runtime",
  "ParameterType",
  "SamPolicies",
  "FunctionEvents",
  "StateMachineEvents",
];
const own = ownTypes(() => undefined, new Map(COMPUTED.map((name) => [name, () => ANY])));
const folder = "server/data/types/";
const tables = readdirSync(folder)
  .filter((file) => file !== "all.yaml")
  .map((file) => ({
    file,
    names: Object.keys(parse(readFileSync(folder + file, "utf8"))),
  }));

function walk(type: ValueType, seen: Set<ObjectType>): void {
  if (type.kind === "list") walk(type.items, seen);
  if (type.kind === "map") walk(type.values, seen);
  if (type.kind === "union") for (const one of type.of) walk(one, seen);
  if (type.kind !== "object" || seen.has(type.object)) return;
  seen.add(type.object);
  for (const property of type.object.properties.values()) walk(property.type, seen);
  if (type.object.additional) walk(type.object.additional, seen);
}

describe("types of our own", () => {
  for (const { file, names } of tables)
    it(`have all that they name, in ${file}`, () => {
      const seen = new Set<ObjectType>();
      for (const name of names) walk(own.type(name), seen);
      assert.ok(seen.size > 0);
    });

  it("have different names", () => {
    const all = tables.flatMap(({ names }) => names);
    assert.deepEqual(
      all.filter((name, index) => all.indexOf(name) !== index),
      [],
    );
  });

  it("that nothing has are told", () => assert.throws(() => own.type("Nothing"), /has no “Nothing”/));
});
