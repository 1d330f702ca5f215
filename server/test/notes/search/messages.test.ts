import assert from "node:assert/strict";
import { messageItself } from "../../../src/notes/search/messageItself.ts";
import { quotedWords, sentencesOn } from "../../../src/notes/search/quotedMessage.ts";

describe("a message of AWS's", () => {
  const IDS = "(RequestToken: 12ab-34, HandlerErrorCode: InvalidRequest)";
  const wrapped: readonly (readonly [message: string, itself: string])[] = [
    [`Resource handler returned message: "Invalid request provided: No such role" ${IDS}`, "No such role"],
    [
      `Resource handler returned message: "Too big (Service: Rds, Status Code: 400, Request ID: 1-2) (SDK Attempt Count: 1)" ${IDS}`,
      "Too big",
    ],
    [
      "Too big (Service: AmazonRDS; Status Code: 400; Error Code: InvalidParameterValue; Request ID: 1-2; Proxy: null)",
      "Too big",
    ],
    [
      'Resource handler returned message: "null" (RequestToken: 12, HandlerErrorCode: InternalFailure)',
      "InternalFailure",
    ],
    ["my-bucket already exists", "my-bucket already exists"],
    ["Invalid request", "Invalid request"],
  ];
  for (const [message, itself] of wrapped)
    it(`is told apart from what stands around it: ${message.slice(0, 60)}`, () =>
      assert.equal(messageItself(message), itself));

  const note = {
    title: "Error: already exists",
    text: 'Either "Export X cannot be deleted as it is in use by Y", "The following resource(s) failed: [A]" or "too big".',
  };
  const quoted: readonly (readonly [message: string, words: number])[] = [
    ["orders already exists", 2.5],
    ["Export orders-v2 cannot be deleted as it is in use by the-stack", 10],
    ["The following resource(s) failed: [Web, Db]", 4],
    ["Too big", 2],
    ["A file of the name that you have given is by far too big for what you ask", 0],
    ["exists already", 0],
    ["Export", 0],
  ];
  it("is known by words in code, too, and by fewer of them behind the kind of error", () => {
    const japanese = { title: "参照", text: "それ以外は拒否されます（`Unresolved resource dependencies`）。" };
    const message = "Unresolved resource dependencies [Foo] in the Resources block of the template";
    for (const said of [message, `Template format error: ${message}`]) assert.equal(quotedWords(said, japanese), 3);
    assert.equal(quotedWords(`Of all that went wrong, the error was: ${message}`, japanese), 0);
  });

  for (const [message, words] of quoted)
    it(`is known by the words of a quote: ${message.slice(0, 60)}`, () =>
      assert.equal(quotedWords(message, note), words));
});

describe("what a note says of one message that it quotes", () => {
  const text =
    '- "Bucket is not empty": empty it. With versions, too. "Table is being used": wait.\n- 「Value is out of range」：直します。「Name is in use already」：変えます。';
  const check = (name: string, message: string, expected: string | undefined): void => {
    it(name, () => assert.equal(sentencesOn(message, { title: "Error: DELETE_FAILED", text }), expected));
  };
  check("up to the next one", "The bucket is not empty", '"Bucket is not empty": empty it. With versions, too.');
  check("from where it begins", "Table is being used (409)", '"Table is being used": wait.');
  check("in Japanese", "Name is in use already", "「Name is in use already」：変えます。");
  check("nothing if the note is on it as a whole", "DELETE_FAILED", undefined);
  check("nothing of another one", "Rate exceeded", undefined);
});
