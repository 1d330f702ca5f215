import assert from "node:assert/strict";
import { decodeFromPage } from "../../src/notePage.ts";
import { decodeFromSequencePage } from "../../src/sequencePage.ts";

const GARBAGE: readonly unknown[] = [undefined, null, 1, "ready", [], {}, { type: 1 }, { type: "constructor" }];

describe("messages of the views' pages", () => {
  it("that are none of ours are left alone", () => {
    for (const message of GARBAGE) {
      assert.equal(decodeFromPage(message), undefined);
      assert.equal(decodeFromSequencePage(message), undefined);
    }
  });

  it("that lack what they need are left alone", () => {
    for (const type of ["openExplained", "openSource", "link", "shown", "copy"])
      assert.equal(decodeFromPage({ type, index: "1", href: 1, titles: "x", id: 1, text: 1 }), undefined, type);
    for (const type of ["drawn", "choose", "pin", "reveal", "note"])
      assert.equal(decodeFromSequencePage({ type, titles: "x", logicalId: 1, pinned: "yes", index: "1" }), undefined);
  });

  it("lose what does not belong to them", () => {
    assert.deepEqual(decodeFromPage({ type: "link", index: 1, href: "#a", command: "quit" }), {
      type: "link",
      index: 1,
      href: "#a",
    });
    assert.deepEqual(decodeFromPage({ type: "write", place: "elsewhere" }), { type: "write" });
    assert.deepEqual(decodeFromSequencePage({ type: "pin", pinned: true, x: 1 }), { type: "pin", pinned: true });
  });
});
