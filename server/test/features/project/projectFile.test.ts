import assert from "node:assert/strict";
import { projectSettings, withCfnLint } from "../../../src/features/project/projectFile.ts";
import { NO_PROJECT_SETTINGS } from "../../../src/features/projectFiles/projectSettings.ts";

describe("project file", () => {
  it("is read", () => {
    const settings = projectSettings(
      "language: ja\nfailOn: warning\nrules:\n  unused-parameter: off\n  invalid-value: warning\n  W3005: off\nignore: [legacy/, '*.gen.yaml']\nbaseline: known.json\n",
    );
    assert.deepEqual(
      [
        settings.language,
        settings.failOn,
        [...settings.severities],
        settings.ignored,
        settings.ignoredPaths,
        settings.baseline,
        settings.problems,
      ],
      [
        "ja",
        "warning",
        [
          ["unused-parameter", "off"],
          ["invalid-value", "warning"],
          ["W3005", "off"],
        ],
        ["W3005"],
        ["legacy/", "*.gen.yaml"],
        "known.json",
        [],
      ],
    );
  });

  it("reads which folders of notes speak of which templates", () => {
    const { noteTemplates, problems } = projectSettings("noteTemplates:\n  wiki/a: a/**\n  docs: [b.yaml, c/]\n");
    assert.deepEqual(
      [[...noteTemplates], problems],
      [
        [
          ["wiki/a", ["a/**"]],
          ["docs", ["b.yaml", "c/"]],
        ],
        [],
      ],
    );
  });

  it("reads the Regions of the stacks", () => {
    assert.deepEqual(projectSettings("regions: [ap-northeast-1, us-gov-west-1]\n").regions, [
      "ap-northeast-1",
      "us-gov-west-1",
    ]);
    const { regions, problems } = projectSettings("regions: [Tokyo]\n");
    assert.deepEqual(regions, []);
    assert.match(problems[0]?.en ?? "", /^\.cfn-notes\.yaml:1:1: regions must be codes/);
  });

  it("reads what is deployed where", () => {
    const { environments } = projectSettings("environments:\n  prod: v1.2.0\n  staging: origin/main\n  bad: 3\n");
    assert.deepEqual(
      [...environments],
      [
        ["prod", "v1.2.0"],
        ["staging", "origin/main"],
      ],
    );
  });

  const wrong: readonly [text: string, problem: RegExp][] = [
    ["langage: ja\n", /^\.cfn-notes\.yaml:1:1: there is no setting langage\. Did you mean language\?$/],
    ["failOn: error\nrules:\n  unkown-ref: off\n", /^\.cfn-notes\.yaml:3:3: there is no rule unkown-ref\. Did you/],
    ["\n\nrules: {unknown-ref: off, null-value: loud}\n", /^\.cfn-notes\.yaml:3:27: rules\.null-value must be/],
    ["failOn: never\n", /failOn/],
    ["rules: {null-value: loud}\n", /rules\.null-value/],
    ["failOn: error\nrules: *nothing\n", /^\.cfn-notes\.yaml:2:8: this is not valid YAML/],
    ["<<: *a\na: &a {}\n", /^\.cfn-notes\.yaml:1:5: this is not valid YAML/],
    ["noteTemplates: docs\n", /^\.cfn-notes\.yaml:1:1: noteTemplates must have folders of notes/],
    ["noteTemplates:\n  docs: []\n", /^\.cfn-notes\.yaml:2:3: noteTemplates must have/],
    ["noteTemplates:\n  ../docs: a.yaml\n", /^\.cfn-notes\.yaml:2:3: noteTemplates must have/],
    ["environments: {prod: --upload-pack=x}\n", /^\.cfn-notes\.yaml:1:16: environments\.prod must be the branch/],
    ["rules: [\n", /^\.cfn-notes\.yaml:\d+:\d+: this is not valid YAML/],
  ];
  for (const [text, problem] of wrong) {
    it(`tells what is wrong with ${JSON.stringify(text)}`, () =>
      assert.match(projectSettings(text).problems[0]?.en ?? "", problem));
  }

  it("survives anything", () => {
    for (const text of ["", "- a", "x", "a: &a [*a]", "rules: 5\nignore: {a: b}\nbaseline: []\n"])
      assert.ok(projectSettings(text));
  });

  it("takes cfn-lint's ignore lists along", () => {
    const settings = withCfnLint(NO_PROJECT_SETTINGS, "ignore_checks: [W2001]\nignore_templates:\n  - old/**\n");
    assert.deepEqual([settings.ignored, settings.ignoredPaths], [["W2001"], ["old/**"]]);
  });
});
