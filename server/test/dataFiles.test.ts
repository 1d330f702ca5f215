import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { readData } from "../../scripts/data/readData.mjs";
import { SHAPES } from "../../scripts/data/shapes.mjs";

const told = (text: string): readonly string[] =>
  readData(text, SHAPES["topics"]).problems.map(({ line, column, text: said }) => `${line}:${column} ${said}`);

describe("a data file", () => {
  for (const [what, text, problems] of [
    ["is right", "a:\n  names: [A]\n  places: [AWS::S3::Bucket]\n", []],
    ["lacks a key", "a:\n  names: [A]\n", ["1:0 “places” is missing."]],
    ["has an unknown key", "a:\n  names: [A]\n  place: [B]\n  places: []\n", ["3:2 There is no key “place” here."]],
    ["has a text for a list", "a:\n  names: A\n  places: []\n", ["2:9 A list is wanted here."]],
    ["has a number for a text", "a:\n  names: [53]\n  places: []\n", ["2:10 A text is wanted here."]],
    ["has a list for a map", "- a\n", ["1:0 A map is wanted here."]],
    [
      "has an unknown word",
      "a:\n  names: [A]\n  scope: all\n  places: []\n",
      ["3:9 One of these is wanted here: service, around."],
    ],
    [
      "has a key twice",
      "a: { names: [A], places: [] }\na: { names: [B], places: [] }\n",
      ["2:0 Map keys must be unique"],
    ],
    ["is no YAML", "a: [\n", ["2:0 Flow sequence in block collection must be sufficiently indented and end with a ]"]],
  ] as const)
    it(what, () => assert.deepEqual(told(text), problems));

  it("says a place once: what the second says would take the place of the first", () => {
    const text = "- { at: [A, B] }\n- at: [C, B]\n";
    const problems = readData(text, SHAPES["propertySets"]).problems;
    assert.deepEqual(
      problems.map(({ line, column, text: said }) => `${line}:${column} ${said}`),
      ["2:10 “B” has an entry above."],
    );
  });

  for (const folder of ["topics", "types", "valueSets"])
    it(`is listed if it is in ${folder}`, () => {
      const names = readdirSync(`server/data/${folder}`).map((file) => file.replace(".yaml", ""));
      const others = names.filter((name) => SHAPES[`${folder}/${name}`] === undefined);
      const listed: unknown = parse(readFileSync(`server/data/${folder}/all.yaml`, "utf8"));
      assert.deepEqual(Object.values(Object(listed)).flat().sort(), others.sort());
    });

  it("has its shape as its type", () => {
    const run = spawnSync(process.execPath, ["scripts/dataTypes.mjs", "--check"], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
  });

  it("has a list of so many", () => {
    const text = (sizes: string): string => `"256": ${sizes}\n`;
    assert.deepEqual(readData(text("[512, 2048, 1024]"), SHAPES["fargateSizes"]).problems, []);
    for (const sizes of ["[512, 2048]", "[512, 2048, 1024, 1]"])
      assert.equal(readData(text(sizes), SHAPES["fargateSizes"]).problems.length, 1, sizes);
  });
});
