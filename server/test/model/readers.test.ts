import assert from "node:assert/strict";
import fc from "fast-check";
import { CST, Lexer } from "yaml";
import { parse } from "../../src/model/reading/parse.ts";
import type { EntryChunk, Template } from "../../src/model/template.ts";
import type { Node } from "../../src/model/tree/node.ts";
import { isSyntaxError, type SyntaxProblem } from "../../src/model/tree/syntaxProblem.ts";
import { readYamlFast } from "../../src/model/yaml/fastYamlReader.ts";
import { readYamlFully } from "../../src/model/yaml/fullYamlReader.ts";
import { runs, size } from "../effort.ts";
import { EDIT_FIXTURES, JSON_FIXTURES, longer } from "./fixtures.ts";

/** An edit of a text: so many characters at a place (a fraction of the text) are replaced by others. */
interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const snippets = [
  ...[
    "x",
    ":",
    ": ",
    "\n",
    "  ",
    "-",
    "- ",
    "#",
    " # c",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    "|",
    ">",
    "\t",
    "\r\n",
    "!Sub ",
  ],
  ...[
    "&a ",
    "*a",
    "<<: *a",
    "\n  Key: value",
    "\nResources:\n",
    "\n  New:\n    Type: AWS::S3::Bucket\n",
    "---\n",
    "...\n",
    "Ref",
    "\\",
  ],
  ...['"', '"Key": ', '{"Ref": "X"}', "日本", "🙂", "    ", "\n\n", "? ", "%YAML 1.1\n"],
  ...["\n    // c", "/* c */", "/", "https://x"],
];
const edit: fc.Arbitrary<Edit> = fc.record({
  // Not fc.double: half of those are next to nothing.
  at: fc.nat({ max: 10_000 }).map((place) => place / 10_000),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 4 }), fc.nat({ max: 120 })),
  insert: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...snippets) },
    fc.constant(""),
    fc.string({ maxLength: 6 }),
  ),
});

function edited(text: string, { at, remove, insert }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** What a template says, without the identity of its parts and how its entries are grouped. */
function content({ format, sections, errors, declarations, units }: Template): unknown {
  const said = sections.map(({ chunks: _, ...section }) => section);
  const texts = units.map(({ kind, offset, unit }) => [kind, offset, unit.text]);
  return { format, sections: said, errors, declarations, texts };
}

/** Parses a text with what was there before, and holds the result to parsing it alone. */
function check(text: string, before: Template): Template {
  const template = parse(text, before);
  assert.deepEqual(content(template), content(parse(text)));
  assertGrouped(template, before);
  return template;
}

/** Every entry is in a group, in order, and a group of before has the entries that it had. */
function assertGrouped(template: Template, before: Template): void {
  const known = new Map(nodesByGroup(before));
  for (const { chunks, entries } of template.sections) {
    const ends = chunks.map(({ end }) => end);
    assert.deepEqual(
      chunks.map(({ start }) => start),
      chunks.length === 0 ? [] : [0, ...ends.slice(0, -1)],
    );
    assert.equal(ends.at(-1) ?? 0, entries.length);
  }
  for (const [group, nodes] of nodesByGroup(template)) {
    const earlier = known.get(group) ?? nodes;
    assert.ok(nodes.length > 1 && nodes.length === earlier.length);
    assert.ok(nodes.every((node, index) => node === earlier[index]));
  }
}

function nodesByGroup({ sections }: Template): [EntryChunk, readonly unknown[]][] {
  return sections.flatMap(({ name, chunks, entries }) =>
    chunks.map(({ chunk, start, end }): [EntryChunk, readonly unknown[]] => {
      const nodes = entries.slice(start, end).flatMap(({ key, value, unit }) => [key, value, unit]);
      return [chunk, [name, ...nodes]];
    }),
  );
}

/** Edits texts, and takes the edits back step by step. */
function checkEdits(fixtures: readonly string[], numRuns: number): void {
  const edits = fc.array(edit, { minLength: 1, maxLength: 12 });
  const run = fc.property(fc.constantFrom(...fixtures), edits, (fixture, changes) => {
    let text = fixture;
    let template = parse(text);
    const states = [text];
    for (const change of changes) {
      text = edited(text, change);
      template = check(text, template);
      states.push(text);
    }
    for (const state of states.reverse()) template = check(state, template);
  });
  fc.assert(run, { numRuns: runs(numRuns) });
}

describe("parse with what was there before", () => {
  it("gives the same as without it, under any edits", function () {
    this.timeout(120_000);
    checkEdits(
      [...EDIT_FIXTURES, ...JSON_FIXTURES].flatMap((text) => [text, longer(text, 12)]),
      300,
    );
  });

  it("gives the same as without it, where JSON is broken", function () {
    this.timeout(120_000);
    const resource = { Type: "AWS::SQS::Queue", Properties: { QueueName: { Ref: "Name" }, Tags: [{ Key: "a" }] } };
    const Resources = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`Queue${index}`, resource]));
    const template = { Parameters: { Name: { Type: "String" } }, Resources, Outputs: { Name: { Value: "x" } } };
    checkEdits([JSON.stringify(template, undefined, 2), ...JSON_FIXTURES], 200);
  });

  it("finds the only entry of a section a second time", () => {
    const before = parse("Mappings:\n  A: {b: {c: d}}\nOutputs: {}\n");
    const { errors } = check("Mappings:\n  A: {b: {c: d}}\n  A: {b: {c: d}}\nOutputs: {}\n", before);
    assert.deepEqual(
      errors.map(({ code, argument }) => [code, argument]),
      [["duplicate-key", "A"]],
    );
  });

  it("gives the same as without it where entries are in several groups", function () {
    this.timeout(120_000);
    const long = [EDIT_FIXTURES[0], EDIT_FIXTURES[3], JSON_FIXTURES[0]].map((text) => longer(text ?? "", size(200)));
    checkEdits(long, 15);
  });
});

describe("a line that is being typed", () => {
  const before = "Resources:\n  A:\n    Type: AWS::S3::Bucket\n";
  const table: readonly [string, string, readonly string[]][] = [
    [
      "in the middle of a map",
      `${before}    Creation\n    Properties: {}\n  B:\n    Type: X\n`,
      ["Type", "Creation", "Properties"],
    ],
    ["at its end", `${before}    Creation\n  B:\n    Type: X\n`, ["Type", "Creation"]],
    ["at its beginning", "Resources:\n  A:\n    Creation # here\n\n    Type: X\n", ["Creation", "Type"]],
    ["with a value already", `${before}    Type AWS\n    Properties: {}\n`, ["Type", "Type AWS", "Properties"]],
  ];
  for (const [name, source, keys] of table) {
    it(`faults only itself ${name}`, () => {
      const { sections, errors } = parse(source);
      const value = sections[0]?.entries[0]?.value;
      assert.deepEqual(value?.kind === "map" && value.pairs.map(({ key }) => key.text), keys);
      assert.deepEqual(
        errors.map(({ code }) => code),
        ["colon-missing"],
      );
    });
  }
  it("is an entry of its own where a name is typed", () => {
    const { sections, errors } = parse(`${before}  New\n  B:\n    Type: X\n`);
    assert.deepEqual(
      sections[0]?.entries.map(({ name }) => name),
      ["A", "New", "B"],
    );
    assert.equal(errors.length, 1);
  });
});

describe("the fast reader of YAML", () => {
  it("reads every fixture as the yaml package does", () => {
    for (const fixture of EDIT_FIXTURES) {
      const whole = readYamlFully(fixture);
      const plain = readYamlFast(fixture);
      if (plain !== undefined) assert.deepEqual(plain, { root: whole.root, errors: whole.errors });
    }
    assert.ok(
      EDIT_FIXTURES.filter((fixture) => readYamlFast(fixture) !== undefined).length >= EDIT_FIXTURES.length - 2,
    );
  });

  it("reads what it reads as the yaml package does, under any edits", function () {
    this.timeout(120_000);
    const run = fc.property(
      fc.constantFrom(...EDIT_FIXTURES),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      (fixture, edits) => {
        const text = edits.reduce(edited, fixture);
        const plain = readYamlFast(text);
        if (plain === undefined) return;
        const itself = readYamlFully(text);
        // The plain reader recovers better from a line without a colon; both say that something is wrong.
        if (plain.errors.some(isSyntaxError)) {
          assert.ok(itself.errors.length > 0);
          return;
        }
        if (!isBroken(itself)) assert.deepEqual(plain, { root: itself.root, errors: itself.errors });
        else assert.deepEqual(said(plain), said(readYamlFully(withoutComments(withDeeperLines(text, plain.root)))));
      },
    );
    fc.assert(run, { numRuns: runs(2000) });
  });

  it("reads continuation lines that are indented less, as YAML 1.1's parsers do", () => {
    const plain = readYamlFast("A:\n  B: 'one\n two'\n  C: [\n  x\n ]\n");
    assert.ok(plain?.root.kind === "map" && plain.root.pairs[0]?.value.kind === "map");
    assert.deepEqual(
      plain.root.pairs[0].value.pairs.map(({ key }) => key.text),
      ["B", "C"],
    );
  });
});

function isBroken({ errors }: { readonly errors: readonly SyntaxProblem[] }): boolean {
  return errors.some(isSyntaxError);
}

/**
 * The text without its comments, by the package's own tokens. Behind a comment that is indented less than the value
 * below it, the package forgets the indentation around that value, and reads the next key as a part of it; YAML gives
 * comments no meaning.
 */
function withoutComments(text: string): string {
  let rest = "";
  let before = "";
  for (const token of new Lexer().lex(text)) {
    const isComment = before !== CST.SCALAR && CST.tokenType(token) === "comment";
    if (!isComment && !CONTROLS.has(token)) rest += token;
    before = token;
  }
  return rest;
}

/** Tokens that stand for no text. */
const CONTROLS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/** Deeper than anything in the fixtures. */
const DEEPER = " ".repeat(80);

/**
 * The text with more indentation for all lines that begin within quotes or brackets: there the package asks for some, and
 * YAML 1.1's parsers do not.
 */
function withDeeperLines(text: string, root: Node): string {
  const within = new Set<number>();
  note(root);
  return text.replaceAll("\n", (newline, index: number) => (within.has(index) ? newline + DEEPER : newline));

  function note(node: Node): void {
    const isQuoted = node.kind === "scalar" && (node.style === "single" || node.style === "double");
    const isFlow = (node.kind === "map" || node.kind === "list") && node.flow;
    if (isQuoted || isFlow) for (let at = node.start; at < node.end; at++) within.add(at);
    for (const child of childrenOf(node)) note(child);
  }
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === "map") return node.pairs.flatMap(({ key, value }) => [key, value]);
  if (node.kind === "list") return node.items;
  return node.kind === "call" ? [node.argument] : [];
}

/** What a unit says, without where it stands. */
function said({ root, errors }: Pick<ReturnType<typeof readYamlFully>, "root" | "errors">): unknown {
  return JSON.parse(JSON.stringify({ root, errors }, (key, value) => (PLACES.has(key) ? undefined : value)));
}

const PLACES: ReadonlySet<string> = new Set(["start", "end", "nameSpan", "span", "first"]);
