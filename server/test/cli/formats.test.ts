import assert from "node:assert/strict";
import { type CheckedFile, checkedFile, reaches } from "../../src/cli/checked.ts";
import type { Report } from "../../src/cli/formats/format.ts";
import { github } from "../../src/cli/formats/github.ts";
import { json } from "../../src/cli/formats/json.ts";
import { sarif } from "../../src/cli/formats/sarif.ts";
import { text } from "../../src/cli/formats/text.ts";
import { baselineOf, beyondBaseline, readBaseline } from "../../src/features/baseline.ts";
import { found } from "../rules/checkRule.ts";

const SOURCE =
  "Resources:\r\n  日本: {}\r\n  A:\r\n    Type: AWS::SNS::Topic\r\n    Properties:\r\n      TopicName: !Ref Nope, 100%\r\n";
const file: CheckedFile = checkedFile(
  "dir/a b.yaml",
  SOURCE,
  found(SOURCE).filter(({ code }) => code === "unknown-ref"),
);
const report = (files: readonly CheckedFile[]): Report => ({ files, language: "en", color: false, version: "1.2.3" });

describe("formats of check", () => {
  it("counts lines and columns from 1", () => {
    const [one] = file.diagnostics;
    assert.deepEqual(
      [one?.line, one?.column, one?.endLine, one?.source],
      [6, 23, 6, "      TopicName: !Ref Nope, 100%"],
    );
  });

  it("text: line of source and marker", () => {
    const lines = text(report([file])).split("\n");
    assert.equal(lines[0], "dir/a b.yaml:6:23 error unknown-ref");
    assert.equal(lines[2], "  6 |       TopicName: !Ref Nope, 100%");
    assert.equal(lines[3]?.indexOf("^"), lines[2]?.indexOf("Nope"));
    assert.equal(lines.at(-2), "1 template checked: 1 error, 0 warnings, 0 info");
  });

  it("text: marker under full-width text takes two columns a character", () => {
    const wide = checkedFile(
      "a",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 日本${X}\n",
      found("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub 日本${X}\n"),
    );
    const lines = text(report([wide])).split("\n");
    assert.equal(lines[3]?.indexOf("^"), (lines[2]?.indexOf("X}") ?? 0) + 2);
  });

  it("json", () => {
    const [one] = JSON.parse(json(report([file]))) as Record<string, unknown>[];
    assert.deepEqual(
      [one?.["file"], one?.["line"], one?.["severity"], one?.["code"]],
      ["dir/a b.yaml", 6, "error", "unknown-ref"],
    );
  });

  it("github: one command, with what must be escaped", () => {
    const out = github(
      report([
        {
          ...file,
          path: "a,b:c.yaml",
          diagnostics: file.diagnostics.map((one) => ({ ...one, message: "50% of\nit" })),
        },
      ]),
    );
    assert.equal(
      out,
      "::error file=a%2Cb%3Ac.yaml,line=6,endLine=6,col=23,endColumn=32,title=unknown-ref::50%25 of%0Ait\n".replace(
        "32",
        String(file.diagnostics[0]?.endColumn),
      ),
    );
  });

  it("sarif: rules, regions and addresses", () => {
    const log = JSON.parse(sarif(report([file]))) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: {
          ruleId: string;
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
        }[];
      }[];
    };
    assert.equal(log.version, "2.1.0");
    const [run] = log.runs;
    assert.deepEqual(
      run?.tool.driver.rules.map(({ id }) => id),
      ["unknown-ref"],
    );
    const location = run?.results[0]?.locations[0]?.physicalLocation;
    assert.deepEqual([location?.artifactLocation.uri, location?.region.startLine], ["dir/a%20b.yaml", 6]);
  });
});

describe("baseline", () => {
  it("passes over what it lists, as often as it lists it", () => {
    const baseline = readBaseline(JSON.stringify(baselineOf([file])));
    assert.ok(baseline);
    assert.deepEqual(beyondBaseline(file, baseline).diagnostics, []);
    const twice = { ...file, diagnostics: [...file.diagnostics, ...file.diagnostics] };
    assert.equal(beyondBaseline(twice, baseline).diagnostics.length, file.diagnostics.length);
    assert.deepEqual(beyondBaseline({ ...file, path: "other.yaml" }, baseline).diagnostics, file.diagnostics);
  });

  it("holds in another language", () => {
    const inJapanese = checkedFile(
      "dir/a b.yaml",
      SOURCE,
      found(SOURCE, "ja").filter(({ code }) => code === "unknown-ref"),
    );
    assert.notEqual(inJapanese.diagnostics[0]?.message, file.diagnostics[0]?.message);
    assert.deepEqual(beyondBaseline(inJapanese, baselineOf([file])).diagnostics, []);
  });

  it("is refused where it is none", () => assert.equal(readBaseline("x"), undefined));
});

describe("levels", () => {
  it("fail from the level on", () => {
    assert.deepEqual(
      (["error", "warning", "info", "hint"] as const).map((severity) => reaches(severity, "warning")),
      [true, true, false, false],
    );
  });
});
