import assert from "node:assert/strict";
import type { Hover } from "vscode-languageserver-types";
import { Client } from "./client.ts";

/** Written as escapes of YAML; read, a terminal would obey them. */
const ORDERS = "\\e]0;x\\a\\x9b2J\\u202e";
const TEMPLATE = `Parameters:
  "P${ORDERS}": {Type: String}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      "Q${ORDERS}": 1
      QueueName: !Ref "P${ORDERS}"
`;
const CONTROL = /(?!\n)\p{Cc}|\p{Bidi_Control}/u;

describe("control characters in names", () => {
  let client: Client;

  beforeEach(async () => {
    client = new Client({ notes: { folders: ["/nowhere/a\u001b]0;x\u0007\u202eb"], builtIn: false } });
    await client.start({});
  });

  afterEach(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  const uri = "file:///control.yaml";

  it("are escaped in diagnostics and hovers", async () => {
    await client.open(uri, TEMPLATE);
    const diagnostics = await client.diagnostics(uri);
    const at = { textDocument: { uri }, position: { line: 7, character: 26 } };
    const hover = await client.request<Hover>("textDocument/hover", at);
    const shown = [...diagnostics.map(({ message }) => String(message)), (hover.contents as { value: string }).value];
    assert.match(shown.join("\n"), /Q\\u001b\]0;x\\u0007\\u009b2J\\u202e[\s\S]*P\\u001b\]0;x/);
    for (const one of shown) assert.doesNotMatch(one, CONTROL);
  });

  it("are escaped in messages", async () => {
    await client.until(() => client.messages.length > 0);
    assert.match(client.messages.join("\n"), /nowhere\/a\\u001b\]0;x\\u0007\\u202eb/);
    for (const one of client.messages) assert.doesNotMatch(one, CONTROL);
  });

  it("are escaped in what assistants are told", async () => {
    const asked = { tool: "check_template", input: {}, text: TEMPLATE };
    const { findings } = await client.request<{ findings: { message: string }[] }>("cfnNotes/assistant", asked);
    assert.match(findings.map(({ message }) => message).join("\n"), /Q\\u001b\]0;x/);
    for (const { message } of findings) assert.doesNotMatch(message, CONTROL);
  });
});
