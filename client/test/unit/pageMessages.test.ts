import assert from "node:assert/strict";
import { decodeFromComparePage } from "../../src/page/comparePage.ts";
import { decodeFromDrillPage } from "../../src/page/drillPage.ts";
import { decodeFromPage } from "../../src/page/notePage.ts";
import { decodeFromPicturePage } from "../../src/page/picturePage.ts";
import { decodeFromSequencePage } from "../../src/page/sequencePage.ts";
import { decodeFromStudyPage } from "../../src/page/studyPage.ts";

const GARBAGE: readonly unknown[] = [undefined, null, 1, "ready", [], {}, { type: 1 }, { type: "constructor" }];

describe("messages of the views' pages", () => {
  it("that are none of ours are left alone", () => {
    for (const message of GARBAGE) {
      assert.equal(decodeFromPage(message), undefined);
      assert.equal(decodeFromSequencePage(message), undefined);
      assert.equal(decodeFromStudyPage(message), undefined);
      assert.equal(decodeFromDrillPage(message), undefined);
      assert.equal(decodeFromComparePage(message), undefined);
      assert.equal(decodeFromPicturePage(message), undefined);
    }
  });

  it("that lack what they need are left alone", () => {
    for (const type of ["openExplained", "openMentioned", "openSource", "link", "shown", "copy"])
      assert.equal(decodeFromPage({ type, index: "1", href: 1, titles: "x", id: 1, text: 1 }), undefined, type);
    assert.equal(decodeFromPage({ type: "shown", titles: ["a", 1] }), undefined);
    for (const type of ["drawn", "choose", "pin", "reveal", "note"])
      assert.equal(decodeFromSequencePage({ type, titles: "x", logicalId: 1, pinned: "yes", index: "1" }), undefined);
    for (const type of ["grade", "edit", "drawn"])
      assert.equal(decodeFromStudyPage({ type, grade: 5, front: 1, back: "" }), undefined);
    for (const type of ["drawn", "open"]) assert.equal(decodeFromDrillPage({ type, ask: 1, url: 1 }), undefined, type);
    for (const type of ["note", "source", "drawn"])
      assert.equal(decodeFromComparePage({ type, index: "1", columns: 2 }), undefined);
    for (const type of ["drawn", "choose", "reveal", "save"])
      assert.equal(decodeFromPicturePage({ type, titles: "x", choice: 1, index: "1", as: "exe" }), undefined, type);
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
