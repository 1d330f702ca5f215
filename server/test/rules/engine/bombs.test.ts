import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedNames } from "../../../src/cli/files/exportedNames.ts";
import { looksLikeTemplate } from "../../../src/detect.ts";
import { size } from "../../effort.ts";
import { found } from "../checkRule.ts";

const TOPIC = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: ";
const MOST = 3200;

/** So long that a search which begins anew at each place of it, and reads on from there, takes minutes. */
const repeated = (piece: string, length = size(3_000_000)): string => piece.repeat(length / piece.length);

describe("texts made to take long", () => {
  const others: readonly string[] = [
    "Resources: {\n",
    'Resources: {"Type" ',
    "Transform: \n",
    "Resources: {Type: ",
    "Type: a",
    "Resources:   #",
  ];
  for (const piece of others)
    it(`is no template: ${JSON.stringify(piece)}`, () => assert.equal(looksLikeTemplate(repeated(piece)), false));

  for (const piece of ["Export: ", "Export:Name:", "Export:\n", "Export: Name: a "])
    it(`exports nothing: ${JSON.stringify(piece)}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "cfn-notes-bomb-"));
      try {
        const file = join(folder, "bomb.yaml");
        writeFileSync(file, `Export${" ".repeat(300_000)}${repeated(piece)}`);
        assert.equal(sharedNames([{ file, path: "bomb.yaml" }]).size, 0);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

  const broken: readonly [name: string, text: string][] = [
    ["open lists", TOPIC + repeated("\n[", size(60_000))],
    ["quotes", TOPIC + repeated("@'\n", size(60_000))],
    ["commas in JSON", `{"Resources": {"A": {"Type": ${repeated(",", size(200_000))}`],
    ["sections", `Resources: {}\n${repeated("a:\n", size(60_000))}`],
    [
      "references beside broken text",
      `${Array.from({ length: size(4_000) }, (_, at) => `  A${at}:\n    Type: AWS::SNS::Topic\n    DependsOn: B${at}\n`).join("")}  x\n`.replace(
        /^/,
        "Resources:\n",
      ),
    ],
  ];
  for (const [name, text] of broken)
    it(`is checked, and its findings can be read: ${name}`, () => {
      const count = found(text).length;
      assert.ok(count > 0 && count < MOST, String(count));
    });

  it("tells a ring of thousands of resources once, and names some of its members", () => {
    const length = size(10_000);
    const ring = Array.from(
      { length },
      (_, at) => `  A${at}:\n    Type: AWS::SNS::Topic\n    DependsOn: A${(at + 1) % length}\n`,
    );
    const cycles = found(`Resources:\n${ring.join("")}`).filter(({ code }) => code === "dependency-cycle");
    assert.deepEqual(
      cycles.map(({ related }) => related.length),
      [20],
    );
    assert.match(cycles[0]?.message ?? "", /: A0 → A1 → .* → … → A0\./);
  });

  describe("a long text that aliases name a thousand times", () => {
    const long = `${"N".repeat(50_000)}\u{1F600}${"N".repeat(49_998)}`;
    const others = (rest: string): string =>
      Array.from({ length: 1000 }, (_, at) => `  A${at}:\n    Type: AWS::SNS::Topic\n    ${rest}\n`).join("");
    const shapes: readonly [name: string, first: string, alias: string][] = [
      ["DependsOn", `DependsOn: &a ${long}`, "DependsOn: *a"],
      ["Ref", `Properties: {TopicName: &a {Ref: ${long}}}`, "Properties: {TopicName: *a}"],
      ["properties", `Properties: &a\n      ? ${long}\n      : 1`, "Properties: *a"],
    ];
    for (const [name, first, alias] of shapes)
      it(`is quoted by its ends: ${name}`, () => {
        const all = found(`Resources:\n  First:\n    Type: AWS::SNS::Topic\n    ${first}\n${others(alias)}`);
        assert.ok(all.length > 1000, String(all.length));
        assert.ok(
          all.some(({ message }) => /NN … NN.*\.$/.test(message)),
          all[1]?.message,
        );
        const length = all.reduce((sum, { message, english }) => sum + message.length + english.length, 0);
        assert.ok(length < 5_000_000, String(length));
      });
  });

  it("knows once for all unknown keys of a map which ones it could have", () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `      TopicNam${at}: x\n`).join("");
    const all = found(`Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n${keys}`);
    const [first] = all.filter(({ code }) => code === "unknown-property");
    assert.equal(
      first?.message,
      "AWS::SNS::Topic has no property TopicNam0 (“extraneous key [TopicNam0] is not permitted”). Did you mean TopicName?",
    );
  });

  it("does not compare names that are longer than any", () => {
    const name = "N".repeat(200_000);
    const refs = Array.from(
      { length: 20 },
      (_, at) => `"A${at}": {"Type": "AWS::SNS::Topic", "DependsOn": "x${name}"}`,
    );
    const all = found(`{"Resources": {"${name}": {"Type": "AWS::SNS::Topic"}, ${refs.join()}}}`);
    assert.ok(
      all.some(({ code }) => code === "unknown-depends-on"),
      String(all.map(({ code }) => code)),
    );
    assert.doesNotMatch(all.map(({ english }) => english).join(), /Did you mean/);
  });

  it("may have more findings than a call takes arguments", () => {
    const sections = Array.from({ length: size(200_000) }, (_, at) => `S${at}: 1\n`).join("");
    const all = found(`Resources:\n  A:\n    Type: AWS::SNS::Topic\n${sections}`);
    assert.ok(all.length > 1000 && all.length < MOST, String(all.length));
  });

  it("tells thousands of cycles, each from its own members", () => {
    const pairs = Array.from(
      { length: size(5_000) },
      (_, at) =>
        `  A${at}:\n    Type: AWS::SNS::Topic\n    DependsOn: B${at}\n  B${at}:\n    Type: AWS::SNS::Topic\n    DependsOn: A${at}\n`,
    );
    const cycles = found(`Resources:\n${pairs.join("")}`).filter(({ code }) => code === "dependency-cycle");
    assert.equal(cycles.length, 1001);
    assert.match(cycles[7]?.message ?? "", /: A7 → B7 → A7\./);
  });
});
