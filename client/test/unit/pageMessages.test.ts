import assert from "node:assert/strict";
import { FROM_COMPARE_PAGE } from "../../src/page/comparePage.ts";
import { FROM_DRILL_PAGE } from "../../src/page/drillPage.ts";
import { FROM_NOTE_PAGE } from "../../src/page/notePage.ts";
import { messageIn } from "../../src/page/pageMessages.ts";
import { FROM_PICTURE_PAGE } from "../../src/page/picturePage.ts";
import { FROM_SEQUENCE_PAGE } from "../../src/page/sequencePage.ts";
import { FROM_STUDY_PAGE } from "../../src/page/studyPage.ts";

const GARBAGE: readonly unknown[] = [undefined, null, 1, "ready", [], {}, { type: 1 }, { type: "constructor" }];

describe("messages of the views' pages", () => {
  it("that are none of ours are left alone", () => {
    for (const message of GARBAGE) {
      assert.equal(messageIn(FROM_NOTE_PAGE, message), undefined);
      assert.equal(messageIn(FROM_SEQUENCE_PAGE, message), undefined);
      assert.equal(messageIn(FROM_STUDY_PAGE, message), undefined);
      assert.equal(messageIn(FROM_DRILL_PAGE, message), undefined);
      assert.equal(messageIn(FROM_COMPARE_PAGE, message), undefined);
      assert.equal(messageIn(FROM_PICTURE_PAGE, message), undefined);
    }
  });

  it("that lack what they need are left alone", () => {
    for (const type of ["openExplained", "openMentioned", "openSource", "link", "shown", "copy"])
      assert.equal(
        messageIn(FROM_NOTE_PAGE, { type, index: "1", href: 1, titles: "x", id: 1, text: 1 }),
        undefined,
        type,
      );
    assert.equal(messageIn(FROM_NOTE_PAGE, { type: "shown", titles: ["a", 1] }), undefined);
    for (const type of ["drawn", "choose", "pin", "reveal", "note"])
      assert.equal(
        messageIn(FROM_SEQUENCE_PAGE, { type, titles: "x", logicalId: 1, pinned: "yes", index: "1" }),
        undefined,
      );
    for (const type of ["grade", "edit", "drawn"])
      assert.equal(messageIn(FROM_STUDY_PAGE, { type, grade: 5, front: 1, back: "" }), undefined);
    for (const type of ["drawn", "open"])
      assert.equal(messageIn(FROM_DRILL_PAGE, { type, ask: 1, url: 1 }), undefined, type);
    for (const type of ["note", "source", "drawn"])
      assert.equal(messageIn(FROM_COMPARE_PAGE, { type, index: "1", columns: 2 }), undefined);
    for (const type of ["drawn", "choose", "reveal", "save"])
      assert.equal(
        messageIn(FROM_PICTURE_PAGE, { type, titles: "x", choice: 1, index: "1", as: "exe" }),
        undefined,
        type,
      );
  });

  it("lose what does not belong to them", () => {
    assert.deepEqual(messageIn(FROM_NOTE_PAGE, { type: "link", index: 1, href: "#a", command: "quit" }), {
      type: "link",
      index: 1,
      href: "#a",
    });
    assert.deepEqual(messageIn(FROM_NOTE_PAGE, { type: "write", place: "elsewhere" }), { type: "write" });
    assert.deepEqual(messageIn(FROM_SEQUENCE_PAGE, { type: "pin", pinned: true, x: 1 }), { type: "pin", pinned: true });
  });
});
