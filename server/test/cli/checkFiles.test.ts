import assert from "node:assert/strict";
import { checkInTime } from "../../src/cli/checkFiles.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";

const TEXT = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n";
const data = catalogueData();

describe("checkInTime", () => {
  const check = (block: (number: number) => string, text = TEXT): ReturnType<typeof checkInTime> =>
    checkInTime(
      createLanguageService({ catalogue: { ...data, block }, snippets: [] }),
      { file: "/a.yaml", path: "a.yaml" },
      text,
      { language: "en", today: "2026-11-25", severities: new Map(), shared: new Map(), fix: false },
      2000,
    );

  it("gives what was found", () => assert.deepEqual(check(data.block), { path: "a.yaml", diagnostics: [] }));

  it("gives nothing for what is no template", () => assert.equal(check(data.block, "a: 1\n"), undefined));

  it("says that it takes too long", () =>
    assert.deepEqual(
      check(() => {
        for (;;);
      }),
      { path: "a.yaml", problem: "takes-too-long" },
    ));

  it("says what failed", () => {
    const fail = (): never => {
      throw new TypeError("x");
    };
    assert.throws(() => check(fail), { message: "a.yaml could not be checked." });
  });
});
