import assert from "node:assert/strict";
import fc from "fast-check";
import type { Hover } from "vscode-languageserver-types";
import { Client, testHost } from "../lsp/client.ts";
import { mutated } from "./mutations.ts";
import { fuzz } from "./run.ts";
import { TEMPLATE_PIECES, TEMPLATES } from "./texts.ts";

/** A document that is opened first and must work at the end, whatever came between. */
const GOOD = "file:///good.yaml";
const TEMPLATE = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n";

const URIS = [
  ...["file:///a.yaml", "file:///b%2fc.yaml", "file://host/share/a.yaml", "file:///a%00b.yaml", "file:///%zz.yaml"],
  ...[
    "untitled:x",
    "no uri",
    "",
    "file:////server/x.yaml",
    "file:///c%3A/x.yaml",
    "vscode-remote://a+b/c.yaml",
    "cfn-notes-built-in:/en/x.md",
  ],
];
const METHODS = [
  ...[
    "hover",
    "completion",
    "definition",
    "references",
    "documentHighlight",
    "documentSymbol",
    "foldingRange",
    "prepareRename",
  ],
  ...["rename", "codeAction", "codeLens", "inlayHint", "semanticTokens/full", "declaration"],
].map((name) => `textDocument/${name}`);
const OWN = [
  "noteTree",
  "notesAt",
  "note",
  "noteSource",
  "searchNotes",
  "explainPlace",
  "bindableNotes",
  "markerEdit",
  "folderReport",
  "bootstrapSequence",
  "ping",
  "nothing",
].map((name) => `cfnNotes/${name}`);

interface Message {
  readonly kind: "request" | "notification" | "cancelled";
  readonly method: string;
  readonly parameters: unknown;
}

const NUMBER = fc.oneof(fc.nat(40), fc.constantFrom(-1, 2 ** 31, 9e9, 0.5));
const POSITION = fc.record({ line: NUMBER, character: NUMBER });
const RANGE = fc.record({ start: POSITION, end: POSITION });
const DOCUMENT = fc.record({ uri: fc.constantFrom(...URIS), version: NUMBER });
/** What is no parameter at all. */
const JUNK = fc.oneof(
  fc.constantFrom(null, [], {}, 7, "x", { textDocument: {} }, { textDocument: null, position: null }),
  fc.jsonValue({ maxDepth: 2 }),
);
const TEXT = mutated(TEMPLATES, TEMPLATE_PIECES).map((text) => text.slice(0, 20_000));

const notification = (method: string, parameters: fc.Arbitrary<unknown>): fc.Arbitrary<Message> =>
  fc.record({
    kind: fc.constant("notification" as const),
    method: fc.constant(method),
    parameters: fc.oneof({ weight: 9, arbitrary: parameters }, JUNK),
  });

const MESSAGE: fc.Arbitrary<Message> = fc.oneof(
  notification(
    "textDocument/didOpen",
    fc.record({
      textDocument: fc.record({
        uri: fc.constantFrom(...URIS),
        languageId: fc.constant("yaml"),
        version: NUMBER,
        text: fc.oneof({ weight: 9, arbitrary: TEXT }, JUNK),
      }),
    }),
  ),
  notification(
    "textDocument/didChange",
    fc.record({
      textDocument: DOCUMENT,
      contentChanges: fc.array(
        fc.oneof(fc.record({ range: RANGE, text: fc.constantFrom(...TEMPLATE_PIECES) }), fc.record({ text: TEXT })),
        { maxLength: 4 },
      ),
    }),
  ),
  notification("textDocument/didClose", fc.record({ textDocument: DOCUMENT })),
  notification("textDocument/didSave", fc.record({ textDocument: DOCUMENT })),
  notification("workspace/didChangeConfiguration", fc.record({ settings: fc.jsonValue({ maxDepth: 2 }) })),
  notification("workspace/didChangeWatchedFiles", fc.record({ changes: fc.constant([]) })),
  notification("initialized", fc.constant({})),
  notification("unknown/notification", JUNK),
  fc.record({
    kind: fc.constantFrom("request" as const, "request" as const, "cancelled" as const),
    method: fc.constantFrom(...METHODS, ...OWN),
    parameters: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.record({
          textDocument: DOCUMENT,
          position: POSITION,
          range: RANGE,
          newName: fc.string(),
          context: fc.constant({ includeDeclaration: true, diagnostics: [] }),
          query: fc.string(),
          id: fc.string(),
          uri: fc.constantFrom(...URIS),
          folder: fc.string(),
          template: fc.constantFrom(...URIS),
        }),
      },
      JUNK,
    ),
  }),
);

describe("random sessions", () => {
  it("are answered to the last message", async () => {
    await fuzz(fc.array(MESSAGE, { minLength: 1, maxLength: 40 }), async (messages) => {
      const client = new Client({ language: "en" }, testHost);
      // A request that comes too early is refused.
      await assert.rejects(client.request("textDocument/hover", {}));
      await client.start();
      await client.open(GOOD, TEMPLATE);
      const asked: Promise<unknown>[] = [];
      for (const message of messages) {
        const { connection } = client;
        if (message.kind === "notification") await connection.sendNotification(message.method, message.parameters);
        else {
          const answer = connection.sendRequest(message.method, message.parameters);
          asked.push(answer.catch(() => undefined));
          if (message.kind === "cancelled") await connection.sendNotification("$/cancelRequest", { id: asked.length });
        }
      }
      await Promise.all(asked);
      const place = { textDocument: { uri: GOOD }, position: { line: 3, character: 6 } };
      const found = await client.request<Hover | null>("textDocument/hover", place);
      assert.match((found?.contents as { value: string } | undefined)?.value ?? "", /DeletionPolicy/);
      await client.stop();
    });
  });
});
