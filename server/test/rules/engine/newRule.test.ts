import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describedRules } from "./describedRules.ts";

describe("npm run new-rule", () => {
  let copy = "";
  before(() => {
    copy = mkdtempSync(join(tmpdir(), "new-rule-"));
    for (const folder of ["server/src", "server/data", "server/test/rules"])
      cpSync(folder, join(copy, folder), { recursive: true });
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ["scripts/newRule.mjs", ...words, "--into", copy], { encoding: "utf8" });
  const written = (path: string): string => readFileSync(join(copy, path), "utf8");

  it("makes a rule that is found, with a page of examples, and a file of tests", async () => {
    const { status, stdout, stderr } = run("rule-of-this-test", "services");
    assert.equal(status, 0, stderr);
    for (const file of ["src/rules/services/ruleOfThisTest.ts", "src/rules/services/ruleOfThisTest.md"])
      assert.ok(stdout.includes(`server/${file}`), stdout);
    const rule = (await describedRules(copy)).find(({ code }) => code === "rule-of-this-test");
    assert.equal(rule?.category, "services");
    assert.match(rule.text.ja, /^TODO/);
    assert.match(rule.text.en, /^TODO: .*\n[\s\S]*\nBad:\n```yaml\n[\s\S]*\nGood:\n```yaml\n/);
    assert.match(written("server/test/rules/services/ruleOfThisTest.test.ts"), /describe\("rule-of-this-test"/);
  });

  for (const [name, words, message] of [
    ["a code that is taken", ["group-size", "services"], /There is a rule group-size already/],
    ["a single word", ["size", "services"], /two or more words in kebab case/],
    ["an unknown category", ["log-size", "logs"], /one of .*bootstrap, .*services/],
    ["nothing", [], /Usage: npm run new-rule NAME CATEGORY/],
  ] as const)
    it(`refuses ${name}`, () => {
      const { status, stderr } = run(...words);
      assert.equal(status, 2);
      assert.match(stderr, message);
    });
});
