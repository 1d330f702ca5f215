import assert from "node:assert/strict";
import { parse } from "../../../src/model/reading/parse.ts";
import type { EntryChunk, Template } from "../../../src/model/template.ts";
import { numbered } from "../fixtures.ts";

/** So many resources, and some outputs. */
const YAML = `Resources:\n${numbered(200, (n) => `  R${n}:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: t${n}}\n`)}Outputs:\n${numbered(3, (n) => `  O${n}: {Value: v${n}}\n`)}`;
const JSON_TEXT = JSON.stringify(
  {
    Resources: Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [`R${n}`, { Type: "AWS::SNS::Topic", Properties: { TopicName: `t${n}` } }]),
    ),
    Outputs: { O0: { Value: "v0" } },
  },
  undefined,
  2,
);

function chunksIn(template: Template, name: string): readonly EntryChunk[] {
  const sections = template.sections.filter((section) => section.name === name);
  return sections.flatMap(({ chunks }) => chunks.map(({ chunk }) => chunk));
}

/** Makes an edit, and says of each chunk of a section afterwards which one it was before: its index, or `new` with its size. */
function check(
  source: string,
  edit: (text: string) => string,
  expected: readonly (number | string)[],
  section = "Resources",
): void {
  const before = parse(source);
  const known = chunksIn(before, section);
  const text = edit(source);
  assert.notEqual(text, source);
  const after = parse(text, before);
  assert.deepEqual(stateOf(after), expected);
  // The way back finds what was left alone, too, and never what was not.
  const back = parse(source, after);
  const left = chunksIn(after, section);
  const chunks = chunksIn(back, section);
  assert.ok(chunks.every((chunk) => left.includes(chunk) || !known.includes(chunk)));

  function stateOf(template: Template): (number | string)[] {
    return template.sections
      .filter(({ name }) => name === section)
      .flatMap(({ chunks: placed }) =>
        placed.map(({ chunk, start, end }) => {
          const index = known.indexOf(chunk);
          return index >= 0 ? index : `new ${end - start}`;
        }),
      );
  }
}

/** The text of one of the resources of `YAML`. */
function resource(n: number): string {
  return `  R${n}:\n    Type: AWS::SNS::Topic\n    Properties: {TopicName: t${n}}\n`;
}

const CASES: readonly [string, (text: string) => string, readonly (number | string)[]][] = [
  ["an edit of a value", (text) => text.replace("t70}", "t70x}"), [0, "new 64", 2, 3]],
  ["an edit of the first value", (text) => text.replace("t0}", "x}"), ["new 64", 1, 2, 3]],
  ["an edit of the last value", (text) => text.replace("t199}", "x}"), [0, 1, 2, "new 8"]],
  ["edits in two chunks", (text) => text.replace("t3}", "x}").replace("t70}", "x}"), ["new 64", "new 64", 2, 3]],
  [
    "edits far apart",
    (text) => text.replace("t3}", "x}").replace("t199}", "x}"),
    ["new 64", "new 64", "new 64", "new 8"],
  ],
  ["a renamed entry", (text) => text.replace("R70:", "Other:"), [0, "new 64", 2, 3]],
  ["an added entry", (text) => text.replace(resource(70), `${resource(70)}${resource(999)}`), [0, "new 65", 2, 3]],
  [
    "an entry added between chunks",
    (text) => text.replace(resource(64), `${resource(999)}${resource(64)}`),
    ["new 65", 1, 2, 3],
  ],
  [
    "an entry added at the beginning",
    (text) => text.replace(resource(0), `${resource(999)}${resource(0)}`),
    ["new 65", 1, 2, 3],
  ],
  [
    "an entry added at the end",
    (text) => text.replace(resource(199), `${resource(199)}${resource(999)}`),
    [0, 1, 2, "new 9"],
  ],
  ["a removed entry", (text) => text.replace(resource(70), ""), [0, "new 63", 2, 3]],
  [
    "a moved entry",
    (text) => text.replace(resource(70), "").replace(resource(80), `${resource(80)}${resource(70)}`),
    [0, "new 64", 2, 3],
  ],
  [
    "many added entries",
    (text) =>
      text.replace(
        resource(70),
        numbered(100, (n) => resource(n + 300)),
      ),
    [0, "new 64", "new 64", "new 35", 2, 3],
  ],
  ["a chunk's removal", (text) => `Resources:\n${text.slice(text.indexOf(resource(64)))}`, [1, 2, 3]],
  ["a comment above", (text) => `# comment\n${text}`, [0, 1, 2, 3]],
  ["an edit of another section", (text) => text.replace("v1}", "x}"), [0, 1, 2, 3]],
  ["a section put before", (text) => `Parameters:\n  P: {Type: String}\n${text}`, [0, 1, 2, 3]],
  [
    "another order of sections",
    (text) => text.slice(text.indexOf("Outputs:")) + text.slice(0, text.indexOf("Outputs:")),
    [0, 1, 2, 3],
  ],
  ["a renamed section", (text) => text.replace("Resources:", "Resource:"), []],
  [
    "a section cut in two",
    (text) => text.replace(resource(70), `Metadata:\n  M: x\nResources:\n${resource(70)}`),
    [0, "new 6", "new 58", 2, 3],
  ],
  [
    "a loop among the entries",
    (text) =>
      text.replace(resource(70), "  Fn::ForEach::L:\n    - N\n    - [a]\n    - T${N}: {Type: AWS::SNS::Topic}\n"),
    [0, "new 64", 2, 3],
  ],
];

describe("chunks of entries", () => {
  it("have 64 entries each at first", () => {
    for (const text of [YAML, JSON_TEXT]) {
      const sizes = parse(text).sections[0]?.chunks.map(({ start, end }) => end - start);
      assert.deepEqual(sizes, [64, 64, 64, 8]);
    }
  });

  for (const [name, edit, expected] of CASES) {
    it(`are kept or made anew by ${name}`, () => check(YAML, edit, expected));
  }

  it("are kept in JSON", () => {
    check(JSON_TEXT, (text) => text.replace('"t70"', '"x"'), [0, "new 64", 2, 3]);
    check(JSON_TEXT, (text) => text.replace('"t70"', '"x'), [0, "new 64", 2, 3]);
    check(JSON_TEXT, (text) => text.replace('"v0"', '"x"'), [0, 1, 2, 3]);
    check(JSON_TEXT, (text) => text.replace("{", '{"Parameters": {"P": {"Type": "String"}},'), [0, 1, 2, 3]);
  });

  it("are kept in each of several sections of one name", () => {
    const twice = `${YAML}Resources:\n${numbered(70, (n) => resource(n + 500))}`;
    check(twice, (text) => text.replace("t569}", "x}"), [0, 1, 2, 3, 4, "new 6"]);
    check(twice, (text) => text.replace("t70}", "x}"), [0, "new 64", 2, 3, 4, 5]);
  });

  it("are all new in a text that is read as a whole", () => {
    const anchored = YAML.replace("{TopicName: t0}", "&p {TopicName: t0}").replace("{TopicName: t9}", "*p");
    check(anchored, (text) => text.replace("t70}", "x}"), ["new 64", "new 64", "new 64", "new 8"]);
    check(YAML, () => anchored, ["new 64", "new 64", "new 64", "new 8"]);
  });

  it("stay few and small while entries are added one by one", () => {
    let text = "Resources:\n";
    let template = parse(text);
    for (let n = 0; n < 400; n++) {
      text = n % 3 === 0 ? text + resource(n) : text.replace("Resources:\n", `Resources:\n${resource(n)}`);
      template = parse(text, template);
    }
    const sizes = template.sections[0]?.chunks.map(({ start, end }) => end - start) ?? [];
    assert.ok(sizes.length < 15 && sizes.every((size) => size <= 96), sizes.join(" "));
  });
});
