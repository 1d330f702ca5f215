import assert from "node:assert/strict";
import { snippetPlace, snippetsIn } from "../../../scripts/data/snippets.mjs";
import { plainBody } from "../../src/snippets/plainBody.ts";

const GOOD = { prefix: ["a"], body: ["A: 1", "B: 2"], description: "x", descriptionJa: "y", where: ["Resources"] };

const read = (content: unknown) => snippetsIn("f.json", JSON.stringify(content, undefined, 2));

describe("a file of snippets", () => {
  it("has each with its body as one text, and in both languages", () =>
    assert.deepEqual(read({ s: GOOD }), [
      {
        id: "s",
        prefixes: ["a"],
        label: { en: "a", ja: "a" },
        body: "A: 1\nB: 2",
        description: { en: "x", ja: "y" },
        where: [{ in: "section", section: "Resources" }],
        topic: undefined,
        transform: undefined,
        signal: false,
      },
    ]));

  for (const [name, content, message] of [
    ["is a list", [], /^f\.json:1: A map is wanted here\.$/],
    ["has one without a prefix", { s: { ...GOOD, prefix: undefined } }, /^f\.json:2: “prefix” is missing\.$/],
    ["has one whose body is no list", { s: { ...GOOD, body: 1 } }, /^f\.json:6: A list is wanted here\.$/],
    ["has one in one language", { s: { ...GOOD, descriptionJa: undefined } }, /^f\.json:2: “descriptionJa” is missing/],
    ["has one with another key", { s: { ...GOOD, wher: [] } }, /^f\.json:15: There is no key “wher” here\.$/],
    ["has one at a place that is none", { s: { ...GOOD, where: ["here!"] } }, /^f\.json: s: “here!” is no place/],
  ] as const)
    it(`is refused if it ${name}`, () => assert.throws(() => read(content), { message }));
});

describe("snippetPlace", () => {
  const places: [string, unknown][] = [
    ["template", { in: "template" }],
    ["Outputs", { in: "section", section: "Outputs" }],
    ["*", { in: "resource", types: [] }],
    ["AWS::EC2::Instance", { in: "resource", types: ["AWS::EC2::Instance"] }],
    ["A::B::C.Properties.List[]", { in: "path", types: ["A::B::C"], path: ["Properties", "List"], item: true }],
    ["A::B::C.Metadata.X::Y.*", { in: "path", types: ["A::B::C"], path: ["Metadata", "X::Y", "*"], item: false }],
    ["script:powershell", { in: "script", shell: "powershell" }],
    ["script:perl", undefined],
    ["A::B::C[]", undefined],
  ];
  for (const [source, expected] of places) it(source, () => assert.deepEqual(snippetPlace(source), expected));
});

describe("plainBody", () => {
  const bodies: [string, string][] = [
    ["a ${1:b} ${1} $1", "a b b b"],
    ["${2|x,y|}!", "x!"],
    ["\\${AWS::Region} \\$? \\\\", "${AWS::Region} $? \\"],
    ["$0end${3}", "end"],
    ["${1:a\\}b}", "a}b"],
  ];
  for (const [body, expected] of bodies) it(body, () => assert.equal(plainBody(body), expected));
});
