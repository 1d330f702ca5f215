import assert from "node:assert/strict";
import { type CheckOptions, checkOptions } from "../../../src/cli/check/checkOptions.ts";
import { readArguments } from "../../../src/cli/options/commandLine.ts";
import { COMMANDS } from "../../../src/cli/options/commands.ts";

/** The options, what is wrong with them in English, or "help". */
function check(args: readonly string[]): CheckOptions | string {
  const command = COMMANDS.find(({ name }) => name === "check") ?? assert.fail();
  const given = readArguments(command, args);
  if (given === "help") return given;
  const options = "problem" in given ? given : checkOptions(given);
  return "problem" in options ? options.problem.en : options;
}

describe("checkOptions", () => {
  const right: readonly (readonly [args: string, options: Partial<CheckOptions>])[] = [
    [
      "a.yaml b",
      { paths: ["a.yaml", "b"], format: "text", failOn: undefined, gitignore: true, color: undefined, fix: undefined },
    ],
    [
      "--format sarif --fail-on warning --stdin-name x.yaml --no-gitignore -",
      { paths: ["-"], format: "sarif", failOn: "warning", stdinName: "x.yaml", gitignore: false },
    ],
    ["", { paths: ["."] }],
    ["--format json", { paths: ["."], format: "json" }],
    ["--fix a", { fix: "write" }],
    ["--fix --dry-run a", { fix: "show" }],
    ["-q -o out.json --format=json a", { quiet: true, outputFile: "out.json", format: "json" }],
    ["-w --statistics --config x/.cfn-notes.yaml a", { watch: true, statistics: true, config: "x/.cfn-notes.yaml" }],
    ["--no-color --color --threads 2 a", { color: false, threads: 2 }],
    ["a -- --odd-name.yaml", { paths: ["a", "--odd-name.yaml"] }],
  ];
  for (const [args, expected] of right) {
    it(`reads ${args || "nothing"}`, () => {
      const options = check(args.split(" ").filter((one) => one !== ""));
      assert.ok(typeof options === "object", String(options));
      const found = Object.fromEntries(Object.keys(expected).map((key) => [key, options[key as keyof CheckOptions]]));
      assert.deepEqual(found, expected);
    });
  }

  const wrong: readonly (readonly [args: string, problem: RegExp])[] = [
    ["--format xml a", /^--format is one of text, json, .*, not “xml”/],
    ["--fail-on hint a", /^--fail-on is one of error, warning, info/],
    ["--nope a", /^there is no option --nope/],
    ["--formt json a", /Did you mean --format\?$/],
    ["--language de a", /^--language is one of en, ja/],
    ["--threads 0 a", /^--threads is a number from 1, not “0”/],
    ["--baseline --fix a", /^--baseline needs a value: FILE/],
    ["a --format", /^--format needs a value: text, json/],
    ["--fix=yes a", /^--fix takes no value/],
    ["--dry-run a", /requires --fix/],
    ["--fix --dry-run --format json a", /cannot be combined with --format/],
    ["--fix --dry-run --watch a", /cannot be combined with --watch/],
    ["--fix -", /--fix needs files/],
    ["--watch -", /--watch needs files/],
    ["--fix --write-baseline x a", /cannot be combined with --fix/],
    ["--statistics --format sarif a", /requires --format text or json/],
    ["--capabilities --format sarif a", /^--capabilities requires --format text or json/],
    ["--capabilities --fix a", /cannot be combined with --fix/],
  ];
  for (const [args, problem] of wrong) {
    it(`refuses ${args || "nothing"} in one line`, () => {
      const said = check(args.split(" ").filter((one) => one !== ""));
      assert.ok(typeof said === "string");
      assert.match(said, problem);
      assert.equal(said.split("\n").length, 1);
    });
  }

  it("knows --help", () => assert.equal(check(["-h"]), "help"));
});
