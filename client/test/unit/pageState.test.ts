import assert from "node:assert/strict";
import { decodePageState } from "../../src/webview/parts/pageState.ts";

describe("what the editor kept of a page", () => {
  for (const [kept, state] of [
    [undefined, undefined],
    ["text", undefined],
    [{ key: "a" }, undefined],
    [{ key: 1, scroll: 0, folded: [] }, undefined],
    [
      { key: "a", scroll: 12, folded: [1, "2", 3], more: true },
      { key: "a", scroll: 12, folded: [1, 3] },
    ],
  ] as const)
    it(`${JSON.stringify(kept)} is read as ${JSON.stringify(state)}`, () =>
      assert.deepEqual(decodePageState(kept), state));
});
