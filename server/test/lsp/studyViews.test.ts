import assert from "node:assert/strict";
import { faultDrill } from "../../src/lsp/views/studyViews.ts";

const TEXT = `Parameters:
  Stage:
    Type: Strin
Resource: {}
`;

describe("the hints of a drill", () => {
  const hints = (at: string): readonly string[] => {
    const span = { start: TEXT.indexOf(at), end: TEXT.indexOf(at) + at.length };
    const finding = { code: "", span, message: "", english: "", topic: undefined };
    const hint = { en: "Look.", ja: "見てください。" };
    return faultDrill({ text: TEXT, hint, before: "", after: at, finding }, undefined, "en").hints;
  };

  it("name the part of the template with the fault", () => {
    assert.deepEqual(hints("Type: Strin"), ["Look.", "It is in Stage.", "It is this line: Type: Strin"]);
  });

  it("name none for the top level, which is not in what stands above it", () => {
    assert.deepEqual(hints("Resource"), ["Look.", "It is this line: Resource"]);
  });
});
