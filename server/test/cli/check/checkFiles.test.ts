import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { checkInTime } from "../../../src/cli/check/checkFiles.ts";
import { createLanguageService } from "../../../src/languageService.ts";
import { MAX_TEXT_BYTES } from "../../../src/node/textFile.ts";
import { catalogueData } from "../../catalogue/loadCatalogue.ts";

const TEXT = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n";
const data = catalogueData();

describe("checkInTime", () => {
  const check = (block: (number: number) => string, text = TEXT): ReturnType<typeof checkInTime> =>
    checkInTime(
      createLanguageService({ catalogue: { ...data, block } }),
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

describe("templates that another one nests", () => {
  const folder = mkdtempSync(join(tmpdir(), "cfn-notes-nested-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("are told where they are there and can't be read", () => {
    mkdirSync(join(folder, "folder.yaml"));
    writeFileSync(join(folder, "large.yaml"), "");
    truncateSync(join(folder, "large.yaml"), MAX_TEXT_BYTES + 1);
    writeFileSync(join(folder, "fine.yaml"), TEXT);
    const stacks = ["folder", "large", "fine", "none"].map(
      (name) => `  ${name}:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ./${name}.yaml}\n`,
    );
    const result = checkInTime(
      createLanguageService({ catalogue: data }),
      { file: join(folder, "parent.yaml"), path: "parent.yaml" },
      `Resources:\n${stacks.join("")}`,
      { language: "en", today: "2026-11-25", severities: new Map(), shared: new Map(), fix: false },
    );
    assert.ok(result !== undefined && "diagnostics" in result);
    assert.deepEqual(
      result.unread?.map(({ path, problem }) => [basename(path), problem]),
      [
        ["folder.yaml", "not-a-file"],
        ["large.yaml", "too-large"],
      ],
    );
  });
});
