import assert from "node:assert/strict";
import type { Diagnostic } from "../../../src/features/diagnostics.ts";
import { HeldBack } from "../../../src/lsp/documents/heldBack.ts";
import type { Span } from "../../../src/text/span.ts";
import { drawn, withSpans } from "../../marked.ts";
import { Client } from "../client.ts";

const URI = "file:///template.yaml";

const finding = (span: Span, code: string): Diagnostic => ({
  span,
  code,
  severity: "error",
  message: code,
  english: code,
  topic: undefined,
  related: [],
  tag: undefined,
  unfinished: code.startsWith("missing-") ? { where: "below", at: span } : undefined,
  fix: undefined,
  isOfCase: false,
});

/** The text as it is told when `typed` has been typed at `‸`; the findings that are there then stand in `«»`. */
function told(source: string, typed: string, code: string): string {
  const { text: marked, spans } = withSpans(source.replace("‸", "\0"));
  const caret = marked.indexOf("\0");
  const text = marked.replace("\0", typed);
  const grown = typed.length - 1;
  const found = spans.map(({ start, end }) =>
    finding({ start: start > caret ? start + grown : start, end: end > caret ? end + grown : end }, code),
  );
  const held = new HeldBack();
  held.select(URI, marked.replace("\0", ""), []);
  held.changed(URI, { start: caret, end: caret, text: typed });
  return drawn(
    text,
    held.select(URI, text, found).told.map(({ span }) => span),
  );
}

/** With what is typed at `‸`, and the code of all findings. */
const silent: readonly (readonly [name: string, source: string, typed: string, code: string])[] = [
  ["the word", "A:\n  «Typ‸»\n", "e", "unknown-key"],
  ["the word, from within", "A:\n  «Ty‸e»: x\n", "p", "unknown-key"],
  ["a key whose value is begun", "A:\n  «Type»‸\n", ":", "null-value"],
  ["a key behind whose colon nothing stands", "A:\n  «Type»:‸\n", " ", "null-value"],
  ["a value in quotes", "A:\n  Type: «'x‸'»\n", "y", "invalid-value"],
  ["a tag whose argument is typed", "A:\n  B: «!GetAtt» C‸\n", ".", "function-arguments"],
  ["a line that is no YAML yet", "A:\n  «B:‸ C»\n", ":", "syntax"],
  ["a key that gets its value on the next line", "A:\n  «B:»‸\n", "\n    ", "null-value"],
  ["a key that gets a list", "A:\n  «B»:\n  ‸\n", "-", "null-value"],
  ["what is still missing in the block", "A:\n  «B»:\n    C: d\n    ‸\n", "E", "missing-property"],
  ["what is still missing deeper in the block", "A:\n  «B»:\n    C:\n      ‸\n", "- D", "missing-property"],
  ["a list, in the column of its key, whose next item is begun", "A:\n  «B»:\n  - c\n  ‸\n", "-", "missing-value"],
  ["what is still missing in an item", "A:\n  - «B»: c\n    ‸\n", "D", "missing-property"],
  ["values of a skeleton", "A:\n  ‸\n", "B:\n    «C»: \n    «D»: ", "null-value"],
];

const at: readonly (readonly [name: string, source: string, typed: string, code: string])[] = [
  ["another line", "A:\n  «B»: C\n  D‸\n", "e", "unknown-key"],
  ["another word of the line", "A:\n  «B»: C‸\n", "d", "unknown-key"],
  ["a word that Enter has left", "A:\n  B: «C»‸\n", "\n  ", "invalid-value"],
  ["a key that Enter has left without a value", "A:\n  «B»:‸\n", "\n  ", "null-value"],
  ["a key that a deeper line can't help", "A:\n  «B»: c\n    ‸\n", " ", "wrong-type"],
  ["a block that the caret has left", "A:\n  «B»:\n    C: d\n‸\n", "  ", "missing-property"],
  ["a block below which another is typed", "A:\n  «B»:\n    C: d\n  ‸\n", "D", "missing-property"],
  ["an item behind which another is typed", "A:\n  - «B»: c\n  - ‸\n", "D", "missing-property"],
  ["a block above which somebody types", "A:\n  ‸\n  «B»:\n    C: d\n", "D", "missing-property"],
];

describe("what is held back while somebody types", () => {
  for (const [name, source, typed, code] of silent)
    it(`a finding on ${name}`, () => {
      const spans = withSpans(source.replace("‸", typed)).spans.length;
      assert.ok(spans > 0);
      assert.doesNotMatch(told(source, typed.replace(/[«»]/g, ""), code), /«/);
    });

  for (const [name, source, typed, code] of at)
    it(`nothing on ${name}`, () => assert.equal(told(source, typed, code), source.replace("‸", typed)));

  it("keeps what was told elsewhere where it stands now, while the word is not complete", () => {
    const held = new HeldBack();
    held.select(URI, "A: b\nC: d\n", [finding({ start: 5, end: 6 }, "unknown-key")]);
    held.changed(URI, { start: 4, end: 4, text: "x" });
    const text = "A: bx\nC: d\n";
    assert.deepEqual(held.select(URI, text, [finding({ start: 3, end: 5 }, "syntax")]), {
      told: [finding({ start: 6, end: 7 }, "unknown-key")],
      isHeld: true,
    });
    held.changed(URI, { start: 5, end: 5, text: "y" });
    assert.deepEqual(held.select(URI, "A: bxy\nC: d\n", []).told, []);
  });

  it("goes on telling what was seen after a pause", () => {
    const held = new HeldBack();
    held.select(URI, "A: b\n", [finding({ start: 3, end: 4 }, "invalid-value")]);
    held.changed(URI, { start: 4, end: 4, text: "x" });
    const found = [finding({ start: 3, end: 5 }, "invalid-value")];
    assert.deepEqual(held.select(URI, "A: bx\n", found), { told: found, isHeld: false });
  });
});

describe("diagnostics while somebody types", () => {
  const TEXT = "Resources:\n  A:\n    Type: AWS::SQS::Queue\n";
  const typed = { range: { start: { line: 2, character: 25 }, end: { line: 2, character: 25 } }, text: "x" };
  let client: Client;

  beforeEach(async () => {
    client = new Client({ language: "en" });
    await client.start();
    await client.open(URI, TEXT);
    await client.diagnostics(URI);
    await client.change(URI, [typed]);
    assert.deepEqual(await client.diagnostics(URI), []);
  });

  afterEach(() => client.stop());

  const lastCodes = (): readonly unknown[] => client.published.at(-1)?.diagnostics.map(({ code }) => code) ?? [];

  it("tell all after a pause", () => client.until(() => lastCodes().includes("unknown-type")));

  it("tell all of a saved file at once", async () => {
    const before = client.published.length;
    await client.connection.sendNotification("textDocument/didSave", { textDocument: { uri: URI } });
    await client.until(() => client.published.length > before);
    assert.deepEqual(lastCodes(), ["unknown-type"]);
  });

  it("tell all behind the end of the line", async () => {
    const end = { line: 2, character: 26 };
    await client.change(URI, [{ range: { start: end, end }, text: "\n    " }]);
    assert.deepEqual(
      (await client.diagnostics(URI)).map(({ code }) => code),
      ["unknown-type"],
    );
  });
});

describe("what conditions choose, while somebody types", () => {
  const TEXT = `Parameters:
  Stage: {Type: String}
Conditions:
  Dev: !Equals [!Ref Stage, dev]
Resources:
  Network: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Left: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Network, CidrBlock: !If [Dev, 10.1.0.0/24, 10.0.0.0/24]}}
`;
  const insert = (text: string, line: number, character: number): object => ({
    range: { start: { line, character }, end: { line, character } },
    text,
  });

  it("stays as it was told, and is looked at when they pause", async () => {
    const client = new Client({ language: "en" });
    await client.start();
    await client.open(URI, TEXT);
    const messages = (): readonly unknown[] => client.published.at(-1)?.diagnostics.map(({ message }) => message) ?? [];
    const messagesAfter = async (change: object): Promise<readonly unknown[]> => {
      await client.change(URI, [change]);
      await client.diagnostics(URI);
      return messages();
    };
    try {
      await client.diagnostics(URI);
      const [told] = messages();
      assert.match(String(told), /^Where Dev is true: 10\.1/);
      assert.deepEqual(await messagesAfter(insert("# x\n", 0, 0)), [told]);
      // 110.0.0.0/16 has neither of them.
      assert.deepEqual(await messagesAfter(insert("1", 6, 57)), [told]);
      await client.until(() => messages().length === 2);
    } finally {
      await client.stop();
    }
  });
});
