import assert from "node:assert/strict";
import fc from "fast-check";
import type { Hover } from "vscode-languageserver-types";
import { Client, testHost } from "../lsp/client.ts";
import { GOOD_TEMPLATE, messages, URIS } from "./messages.ts";
import { fuzz } from "./run.ts";

const GOOD = "file:///good.yaml";

describe("random sessions", () => {
  it("are answered to the last message", async () => {
    await fuzz(fc.array(messages(URIS), { minLength: 1, maxLength: 40 }), async (sent) => {
      const client = new Client({ language: "en" }, testHost);
      // A request that comes too early is refused.
      await assert.rejects(client.request("textDocument/hover", {}));
      await client.start();
      await client.open(GOOD, GOOD_TEMPLATE);
      const asked: Promise<unknown>[] = [];
      for (const message of sent) {
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
