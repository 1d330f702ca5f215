import assert from "node:assert/strict";
import type { Hover } from "vscode-languageserver-types";
import type { Host } from "../../../src/lsp/host/host.ts";
import { Client, testHost } from "../client.ts";

const [SLOW, OTHER] = ["file:///slow.yaml", "file:///other.yaml"];
const TOPIC = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: x\n";
const PLACE = { textDocument: { uri: OTHER }, position: { line: 2, character: 12 } };

describe("what takes too long", () => {
  let client: Client;
  let isEndless = false;

  /** A host with a catalogue whose blocks can take for ever to inflate; there is a hundredth of the time for that. */
  const host: Host = {
    ...testHost,
    within: (milliseconds, run, late) => testHost.within(isEndless ? milliseconds / 100 : milliseconds, run, late),
    catalogue: async () => {
      const data = await testHost.catalogue();
      return {
        ...data,
        block: (number) => {
          while (isEndless);
          return data.block(number);
        },
      };
    },
  };

  const start = async (own: Host = host): Promise<void> => {
    client = new Client({ language: "en", notes: { builtIn: false } }, own);
    await client.start();
  };

  beforeEach(() => {
    isEndless = false;
  });

  afterEach(async () => {
    isEndless = false;
    await client.stop();
  });

  const codes = async (uri: string): Promise<readonly unknown[]> =>
    (await client.diagnostics(uri)).map(({ code }) => code);
  const edit = (text: string, line = 0): Promise<number> =>
    client.change(SLOW, [{ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text }]);

  it("is given up: the document says so, the user is told which, the others go on", async () => {
    await start();
    isEndless = true;
    await client.open(SLOW, TOPIC);
    assert.deepEqual(await codes(SLOW), ["took-too-long"]);
    assert.match(client.messages.join("\n"), /^\/slow\.yaml: Checking this template took too long/);
    isEndless = false;
    await client.open(OTHER, TOPIC);
    assert.deepEqual(await codes(OTHER), ["unknown-property"]);
    const hover = await client.request<Hover>("textDocument/hover", PLACE);
    assert.match((hover.contents as { value: string }).value, /AWS::SNS::Topic/);
  });

  it("is not tried again at each letter, but when much has changed or the document is opened anew", async () => {
    await start();
    isEndless = true;
    await client.open(SLOW, TOPIC);
    assert.deepEqual(await codes(SLOW), ["took-too-long"]);
    isEndless = false;
    await edit("# x\n");
    assert.deepEqual(await codes(SLOW), ["took-too-long"]);
    await edit(`# ${"x".repeat(300)}\n`);
    assert.deepEqual(await codes(SLOW), ["unknown-property"]);
    isEndless = true;
    await client.open(SLOW, TOPIC.replace("SNS::Topic", "WAFv2::WebACL"));
    assert.deepEqual(await codes(SLOW), ["took-too-long"]);
    isEndless = false;
    await client.open(SLOW, TOPIC);
    assert.deepEqual(await codes(SLOW), ["unknown-property"]);
    assert.equal(client.messages.length, 2);
  });

  it("is ended where a question does, and the question is answered", async () => {
    await start();
    await client.open(OTHER, "Resources:\n  A:\n    Type: AWS::IoT::Thing\n    Type: AWS::IoT::Thing\n");
    await client.diagnostics(OTHER);
    isEndless = true;
    const place = { ...PLACE, position: { line: 2, character: 6 } };
    await client.request("textDocument/completion", place);
    isEndless = false;
    const hover = await client.request<Hover>("textDocument/hover", PLACE);
    assert.match((hover.contents as { value: string }).value, /AWS::IoT::Thing/);
  });

  it("may also be many short steps", async () => {
    let now = 0;
    await start({
      ...testHost,
      sleep: () => Promise.resolve(),
      now: () => {
        now += 50;
        return now;
      },
    });
    const resources = Array.from({ length: 500 }, (_, at) => TOPIC.slice(11).replace("A:", `A${at}:`));
    await client.open(SLOW, `Resources:\n${resources.join("")}`);
    // What is found in the beginning of so large a template is shown until then.
    await client.until(() => client.published.length > 1);
    assert.deepEqual(await codes(SLOW), ["took-too-long"]);
  });

  it("may be reading: then the document counts as none", async () => {
    const isLate = { value: true };
    await start({ ...testHost, within: (_, run, late) => (isLate.value ? late() : run()) });
    await client.open(SLOW, TOPIC);
    assert.deepEqual(await codes(SLOW), ["took-too-long"]);
    assert.match(client.messages.join("\n"), /^\/slow\.yaml: Reading this template took too long/);
    isLate.value = false;
    assert.equal(await client.request("textDocument/hover", { ...PLACE, textDocument: { uri: SLOW } }), null);
    await client.open(SLOW, TOPIC);
    assert.deepEqual(await codes(SLOW), ["unknown-property"]);
  });
});
