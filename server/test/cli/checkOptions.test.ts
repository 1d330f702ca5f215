import assert from "node:assert/strict";
import { checkOptions } from "../../src/cli/checkOptions.ts";

describe("checkOptions", () => {
  it("has defaults", () => {
    const options = checkOptions(["a.yaml", "b"]);
    assert.ok(typeof options === "object" && "paths" in options);
    assert.deepEqual(
      [options.paths, options.format, options.failOn, options.gitignore],
      [["a.yaml", "b"], "text", undefined, true],
    );
  });

  it("reads standard input and options", () => {
    const options = checkOptions([
      "--format",
      "sarif",
      "--fail-on",
      "warning",
      "--stdin-name",
      "x.yaml",
      "--no-gitignore",
      "-",
    ]);
    assert.ok(typeof options === "object" && "paths" in options);
    assert.deepEqual(
      [options.paths, options.format, options.failOn, options.stdinName, options.gitignore],
      [["-"], "sarif", "warning", "x.yaml", false],
    );
  });

  const wrong: readonly (readonly string[])[] = [
    [],
    ["--format", "xml", "a"],
    ["--fail-on", "hint", "a"],
    ["--nope", "a"],
    ["--language", "de", "a"],
    ["--threads", "0", "a"],
  ];
  for (const args of wrong) {
    it(`refuses ${args.join(" ") || "nothing"}`, () => {
      const options = checkOptions(args);
      assert.ok(typeof options === "object" && "problem" in options && options.problem.length > 10);
    });
  }

  it("knows --help", () => assert.equal(checkOptions(["-h"]), "help"));
});
