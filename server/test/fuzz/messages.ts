import fc from "fast-check";
import { methodOf, REQUESTS, type Requests } from "../../src/lsp/requests/requestTable.ts";
import { mutated } from "./mutations.ts";
import { TEMPLATE_PIECES, TEMPLATES } from "./texts.ts";

/** A document that is opened first and must work at the end, whatever came between. */
export const GOOD_TEMPLATE = "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Retain\n";

/** URIs that no client should send, and some that they do. */
export const URIS: readonly string[] = [
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
const METHODS = [...(Object.keys(REQUESTS) as (keyof Requests)[]).map(methodOf), "cfnNotes/ping", "cfnNotes/nothing"];

/** What a client sends. */
export interface Message {
  readonly kind: "request" | "notification" | "cancelled";
  readonly method: string;
  readonly parameters: unknown;
}

const NUMBER = fc.oneof(fc.nat(40), fc.constantFrom(-1, 2 ** 31, 9e9, 0.5));
const POSITION = fc.record({ line: NUMBER, character: NUMBER });
const RANGE = fc.record({ start: POSITION, end: POSITION });
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

/** Messages about documents of these URIs. */
export function messages(uris: readonly string[]): fc.Arbitrary<Message> {
  const uri = fc.constantFrom(...uris);
  const document = fc.record({ uri, version: NUMBER });
  return fc.oneof(
    notification(
      "textDocument/didOpen",
      fc.record({
        textDocument: fc.record({
          uri,
          languageId: fc.constant("yaml"),
          version: NUMBER,
          text: fc.oneof({ weight: 9, arbitrary: TEXT }, JUNK),
        }),
      }),
    ),
    notification(
      "textDocument/didChange",
      fc.record({
        textDocument: document,
        contentChanges: fc.array(
          fc.oneof(fc.record({ range: RANGE, text: fc.constantFrom(...TEMPLATE_PIECES) }), fc.record({ text: TEXT })),
          { maxLength: 4 },
        ),
      }),
    ),
    notification("textDocument/didClose", fc.record({ textDocument: document })),
    notification("textDocument/didSave", fc.record({ textDocument: document })),
    notification("workspace/didChangeConfiguration", fc.record({ settings: fc.jsonValue({ maxDepth: 2 }) })),
    notification("workspace/didChangeWatchedFiles", fc.record({ changes: fc.constant([]) })),
    notification("initialized", fc.constant({})),
    notification("unknown/notification", JUNK),
    fc.record({
      kind: fc.constantFrom("request" as const, "request" as const, "cancelled" as const),
      method: fc.constantFrom(...METHODS),
      parameters: fc.oneof(
        {
          weight: 9,
          arbitrary: fc.record({
            textDocument: document,
            position: POSITION,
            range: RANGE,
            newName: fc.string(),
            context: fc.constant({ includeDeclaration: true, diagnostics: [] }),
            query: fc.string(),
            id: fc.string(),
            uri,
            folder: fc.string(),
            template: uri,
          }),
        },
        JUNK,
      ),
    }),
  );
}
