import assert from "node:assert/strict";
import { plainBody } from "../../src/snippets/plainBody.ts";
import { readSnippets, snippetPlace } from "../../src/snippets/readSnippets.ts";

const GOOD = { prefix: "a", body: ["A: 1", "B: 2"], description: "x", descriptionJa: "y", where: "Resources" };

function check(content: unknown, expected: readonly string[]): void {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  assert.deepEqual(readSnippets([{ name: "f.json", text }]).problems, expected);
}

const cases: [string, unknown, string[]][] = [
  ["a snippet", { s: GOOD }, []],
  ["no JSON", "{", ["f.json: no JSON object"]],
  ["a list", [], ["f.json: no JSON object"]],
  ["no prefix", { s: { ...GOOD, prefix: [] } }, ["f.json: s: no prefix"]],
  ["no body", { s: { ...GOOD, body: 1 } }, ["f.json: s: no body"]],
  ["one language", { s: { ...GOOD, descriptionJa: undefined } }, ["f.json: s: no description in both languages"]],
  ["no place", { s: { ...GOOD, where: [] } }, ["f.json: s: no place, or one that is not understood"]],
  [
    "a place that is none",
    { s: { ...GOOD, where: ["Resources", "here!"] } },
    ["f.json: s: no place, or one that is not understood"],
  ],
];

describe("readSnippets", () => {
  for (const [name, content, expected] of cases) it(name, () => check(content, expected));

  it("keeps the good ones beside a bad one", () => {
    const { snippets } = readSnippets([{ name: "f", text: JSON.stringify({ bad: 1, good: GOOD }) }]);
    assert.deepEqual(
      snippets.map(({ id, body }) => [id, body]),
      [["good", "A: 1\nB: 2"]],
    );
  });
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
