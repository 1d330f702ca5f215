import assert from "node:assert/strict";
import manifest from "../../../package.json" with { type: "json" };
import { type CheckedFile, checkedFile, reaches } from "../../src/cli/files/checked.ts";
import type { Report } from "../../src/cli/formats/format.ts";
import { github } from "../../src/cli/formats/github.ts";
import { gitlab } from "../../src/cli/formats/gitlab.ts";
import { json } from "../../src/cli/formats/json.ts";
import { junit } from "../../src/cli/formats/junit.ts";
import { sarif } from "../../src/cli/formats/sarif.ts";
import { statisticsJson, statisticsText } from "../../src/cli/formats/statistics.ts";
import { text } from "../../src/cli/formats/text.ts";
import { baselineOf, beyondBaseline, readBaseline } from "../../src/features/project/baseline.ts";
import { describedRule } from "../../src/rules/engine/codes.ts";
import { FORMER_CODES } from "../../src/rules/engine/formerCodes.ts";
import { found } from "../rules/checkRule.ts";

const LISTED_CODES: readonly string[] = manifest.contributes.configuration.flatMap(
  ({ properties }) => properties["cfnNotes.diagnostics.rules"]?.propertyNames.enum ?? [],
);
const SETTING_CODES = LISTED_CODES.filter((code) => !FORMER_CODES.has(code));

const SOURCE =
  "Resources:\r\n  日本: {}\r\n  A:\r\n    Type: AWS::SNS::Topic\r\n    Properties:\r\n      TopicName: !Ref Nope, 100%\r\n";
const file: CheckedFile = checkedFile(
  "dir/a b.yaml",
  SOURCE,
  found(SOURCE).filter(({ code }) => code === "unknown-ref"),
);
const report = (files: readonly CheckedFile[]): Report => ({
  files,
  language: "en",
  color: false,
  version: "1.2.3",
  isFixing: false,
  quiet: false,
  ruleText: (code) => `About ${code}.`,
  ruleAddress: (code) => `https://example.com/rules#${code}`,
});

interface SarifRun {
  readonly rules: readonly { readonly id: string }[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly locations: readonly SarifLocation[];
    readonly relatedLocations?: readonly (SarifLocation & {
      readonly id: number;
      readonly message: { text: string };
    })[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: { readonly startLine: number; readonly startColumn: number };
  };
}

function sarifRun(files: readonly CheckedFile[]): SarifRun {
  const [run] = JSON.parse(sarif(report(files))).runs;
  return { rules: run.tool.driver.rules, results: run.results };
}

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

  it("text: the fix with the line as it would be, and where the rule is explained", () => {
    const source = "Resources:\n  A:\n    Type: AWS::SNS::Topik\n";
    const shown = text(report([checkedFile("a.yaml", source, found(source))])).split("\n");
    assert.deepEqual(shown.slice(2, 7), [
      "  3 |     Type: AWS::SNS::Topik",
      "    |           ^^^^^^^^^^^^^^^",
      "    = fix: Change to AWS::SNS::Topic",
      "  3 +     Type: AWS::SNS::Topic",
      "    = https://example.com/rules#unknown-type",
    ]);
    const local = { ...report([checkedFile("a.yaml", source, found(source))]), ruleAddress: () => undefined };
    assert.match(text(local), /\ncfn-notes explain unknown-type says more/);
    const [one] = JSON.parse(json(report([checkedFile("a.yaml", source, found(source))])));
    assert.equal(one.url, "https://example.com/rules#unknown-type");
  });

  it("text: says how many findings the baseline passes over", () =>
    assert.match(text(report([{ ...file, known: 3 }])), /; 3 passed over by the baseline\n/));

  it("text: marker under full-width text takes two columns a character", () => {
    const wide = checkedFile(
      "a",
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !Sub 日本${X}\n",
      found("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !Sub 日本${X}\n"),
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

  it("github: columns only within one line, as GitHub takes them", () => {
    const diagnostics = file.diagnostics.map((one) => ({ ...one, endLine: one.line + 1 }));
    assert.match(github(report([file])), /,endLine=6,col=23,/);
    assert.match(github(report([{ ...file, diagnostics }])), /,endLine=7,title=/);
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

  it("text shows what a terminal would obey, but does not send it", () => {
    const evil =
      'Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Ref "x\u001b]0;y\u202e"\n';
    const shown = text(report([checkedFile("a\u001b[2J.yaml", evil, found(evil))]));
    assert.match(shown, /a\\u001b\[2J\.yaml:5/);
    assert.match(shown, /x\\u001b\]0;y\\u202e/);
    assert.deepEqual(
      ["\u001b", "\u202e"].filter((unit) => shown.includes(unit)),
      [],
    );
  });

  const orders = "\u001b]0;x\u0007\u009b2J\u007f\u202e\u2066\u061c";
  const [finding] = file.diagnostics;
  const hostile: CheckedFile = {
    path: `a${orders}.yaml`,
    diagnostics: finding === undefined ? [] : [{ ...finding, message: `b${orders}`, source: orders, related: [] }],
  };
  for (const [name, write] of Object.entries({ text, json, sarif, github, gitlab, junit }))
    it(`${name} sends nothing that a terminal would obey, or that turns the direction of writing round`, () =>
      assert.doesNotMatch(write(report([hostile])), /(?!\n)\p{Cc}|\p{Bidi_Control}/u));

  it("json and gitlab hold what was found as it is", () => {
    assert.equal(JSON.parse(json(report([hostile])))[0].message, `b${orders}`);
    assert.equal(JSON.parse(gitlab(report([hostile])))[0].location.path, `a${orders}.yaml`);
  });

  it("text says how many fixes --fix leaves to people", () => {
    const source =
      "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicNam: a\n      DisplayNam: b\n";
    const files = [checkedFile("a.yaml", source, found(source))];
    const told = (language: "en" | "ja"): string => text({ ...report(files), language, isFixing: true });
    assert.match(told("en"), /: 2 errors, 0 warnings, 0 info; 0 fixed; 2 fixes are left to you$/m);
    assert.match(told("ja"), /、修正0（ほかの2件の修正は、内容を確かめて手動で行ってください）$/m);
  });

  it("text marks what --fix mends, and says nothing but the findings where that is wanted", () => {
    const source = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      TopicName: !Sub orders\n";
    const files = [checkedFile("a.yaml", source, found(source))];
    const loud = text(report(files));
    assert.match(loud, /^a\.yaml:5:18 \w+ needless-sub \[\*\]$/m);
    assert.match(loud, /1 of them can be fixed with --fix \[\*\]\n$/);
    assert.doesNotMatch(loud, /left to you/);
    assert.doesNotMatch(text({ ...report(files), quiet: true }), /checked/);
    assert.equal(text({ ...report([{ ...file, diagnostics: [] }]), quiet: true }), "");
  });

  it("gitlab: a report of its code quality", () => {
    const found = JSON.parse(gitlab(report([file, { ...file, path: "other.yaml" }]))) as Record<string, unknown>[];
    assert.deepEqual(
      found.map(({ check_name, severity, location }) => [check_name, severity, location]),
      ["dir/a b.yaml", "other.yaml"].map((path) => [
        "unknown-ref",
        "major",
        { path, lines: { begin: 6, end: file.diagnostics[0]?.endLine } },
      ]),
    );
    assert.equal(new Set(found.map(({ fingerprint }) => fingerprint)).size, 2);
  });

  it("junit: findings are tests that failed, whatever stands in them", () => {
    const odd = {
      ...file,
      path: 'a"<&.yaml',
      diagnostics: file.diagnostics.map((one) => ({ ...one, message: "\u0007<\n>" })),
    };
    const out = junit(report([odd, { ...file, path: "right.yaml", diagnostics: [] }]));
    assert.match(out, /^<testsuites name="cfn-notes" tests="2" failures="1">$/m);
    assert.match(out, /<testsuite name="a&quot;&lt;&amp;\.yaml" tests="1" failures="1"/);
    assert.match(out, /<failure type="error" message="\\u0007&lt;\\u000a&gt;">/);
    assert.match(out, /<testcase classname="right\.yaml" name="check"\/>/);
  });

  it("statistics: how often each code was found, the most frequent first", () => {
    const [one] = file.diagnostics;
    assert.ok(one !== undefined);
    const files = [{ ...file, diagnostics: [{ ...one, code: "yaml-merge" }, one, one] }];
    assert.deepEqual(
      statisticsText(report(files))
        .split("\n")
        .map((line) => line.slice(0, 19).trimEnd()),
      ["     2  unknown-ref", "     1  yaml-merge", ""],
    );
    const counted = JSON.parse(statisticsJson(report(files))) as { code: string; count: number }[];
    assert.deepEqual(
      counted.map(({ code, count }) => [code, count]),
      [
        ["unknown-ref", 2],
        ["yaml-merge", 1],
      ],
    );
  });

  describe("sarif", () => {
    it("has regions, and rules with all that code scanning asks for", () => {
      const { results, rules } = sarifRun([file]);
      const [result] = results;
      assert.deepEqual(
        rules.map(({ id, ...rule }) => [id, Object.keys(rule)]),
        [
          [
            "unknown-ref",
            ["shortDescription", "fullDescription", "helpUri", "help", "defaultConfiguration", "properties"],
          ],
        ],
      );
      assert.equal(rules[result?.ruleIndex ?? -1]?.id, result?.ruleId);
      assert.equal(result?.locations[0]?.physicalLocation.region.startLine, 6);
      assert.equal(result?.relatedLocations, undefined);
    });

    it("is a run without results where nothing was found", () => {
      const { results, rules } = sarifRun([{ ...file, diagnostics: [] }]);
      assert.deepEqual([results, rules], [[], []]);
    });

    for (const [path, uri] of [
      ["dir/a b.yaml", "dir/a%20b.yaml"],
      ["構成/a#1?.yaml", "%E6%A7%8B%E6%88%90/a%231%3F.yaml"],
      ["a:b.yaml", "a%3Ab.yaml"],
      ["../c.yaml", "../c.yaml"],
    ] as const)
      it(`escapes ${path}`, () => {
        const location = sarifRun([{ ...file, path }]).results[0]?.locations[0]?.physicalLocation;
        assert.equal(location?.artifactLocation.uri, uri);
      });

    it("tells what else belongs to a finding", () => {
      const related = [{ line: 3, column: 5, message: "Here." }];
      const [result] = sarifRun([
        { ...file, diagnostics: file.diagnostics.map((one) => ({ ...one, related })) },
      ]).results;
      assert.deepEqual(
        result?.relatedLocations?.map(({ id, message, physicalLocation }) => [
          id,
          message.text,
          physicalLocation.region,
        ]),
        [[0, "Here.", { startLine: 3, startColumn: 5 }]],
      );
    });

    it("knows a finding again on another line and in another language, and tells two alike apart", () => {
      const prints = (found: CheckedFile) =>
        sarifRun([found]).results.map(({ partialFingerprints }) => partialFingerprints["cfnNotes/v1"]);
      const moved = file.diagnostics.map((one) => ({ ...one, line: 9, message: "日本語" }));
      assert.deepEqual(prints({ ...file, diagnostics: moved }), prints(file));
      const [first, second] = prints({ ...file, diagnostics: [...file.diagnostics, ...file.diagnostics] });
      assert.notEqual(first, second);
    });

    it("has a title in both languages for every code that the setting lists", () => {
      for (const code of SETTING_CODES) {
        const { title } = describedRule(code);
        assert.notEqual(title.en, code.replaceAll("-", " "), code);
        assert.notEqual(title.ja, title.en, code);
      }
    });
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
