import assert from "node:assert/strict";
import ignore from "ignore";
import { randomNumbers } from "../../src/study/drill/random.ts";
import { ignoreRules } from "../../src/text/ignoreRules.ts";
import { inCpuTime } from "../effort.ts";

describe("rules of what is ignored", () => {
  const cases: readonly (readonly [rules: string, ignored: string, kept: string])[] = [
    ["a.yaml", "a.yaml x/a.yaml A.YAML a.yaml/b", "b.yaml xa.yaml a.yaml.x"],
    ["/a.yaml", "a.yaml", "x/a.yaml"],
    ["x/a", "x/a x/a/b", "y/x/a"],
    ["out/", "out/ out/a x/out/a", "out x/out"],
    ["*.tmp", "a.tmp x/.tmp", "a.tmpx"],
    ["a?c", "abc x/a-c", "ac abbc a/c"],
    ["a[0-9b-d].y", "a0.y ac.y", "aa.y a-.y"],
    ["a[!0-9]", "ab", "a1"],
    ["a[]x]", "a] ax", "ab"],
    ["a[b", "a[b", "ab"],
    ["**/a/b", "a/b x/y/a/b", "a/x/b"],
    ["a/**/b", "a/b a/x/b a/x/y/b", "ab a/bx"],
    ["a/**", "a/x a/x/y", "a a/ x/a/b"],
    ["**", "a x/y", ""],
    ["a**b", "ab axxb x/ab", "a/b"],
    ["\\#a", "#a", "a"],
    ["#a", "", "a #a"],
    ["\\!a", "!a", "a"],
    ["a\\*", "a*", "ab"],
    ["a ", "a", "a%20"],
    ["*\n!a", "b x/b", "a"],
    ["x/\n!x/a", "x/a x/b", "a"],
    ["x/*\n!x/a", "x/b", "x/a"],
    ["", "", "a"],
    ["日本*", "日本語.yaml", "日.yaml"],
  ];
  for (const [rules, ignored, kept] of cases)
    it(JSON.stringify(rules), () => {
      const read = ignoreRules(rules);
      const paths = (list: string): readonly string[] =>
        list
          .split(" ")
          .filter((path) => path !== "")
          .map(decodeURI);
      for (const path of paths(ignored)) assert.ok(read.ignores(path), `${path} is not ignored`);
      for (const path of paths(kept)) assert.ok(!read.ignores(path), `${path} is ignored`);
    });

  it("say what git's reading in another library says, of patterns and paths by chance", () => {
    const random = randomNumbers(3);
    const some = (list: readonly string[], most: number): string =>
      Array.from({ length: 1 + Math.floor(random() * most) }, () => list[Math.floor(random() * list.length)]).join("");
    for (let time = 0; time < 4000; time++) {
      const lines = Array.from(
        { length: 3 },
        () => (random() < 0.3 ? "!" : "") + some(SIGNS, 5).replace(/\/{2,}/g, "/"),
      );
      const isClear = lines.every((line) => !/\*{3}|[^/!]\*\*|\*\*[^/]|^!?\/?$|^!?[!/]*\*\*\/$/.test(line));
      if (!isClear) continue;
      const path = some(["a", "b", "a/", "b/", "ab/"], 4).replace(/\/$/, "");
      const expected = ignore().add(lines).test(path);
      const { ignored, unignored } = ignoreRules(lines).test(path);
      assert.deepEqual(
        { ignored, unignored },
        { ignored: expected.ignored, unignored: expected.unignored },
        `${lines.join(" , ")} of ${path}`,
      );
    }
  });

  it("take no long time, whatever the pattern", () => {
    const deep = `${"a/".repeat(200)}b`;
    const long = "a".repeat(255);
    const rules = ignoreRules([
      `${"**/a/".repeat(12)}**/c`,
      `${"**/".repeat(12)}c`,
      `${"*a".repeat(60)}c`,
      "[a-z]*".repeat(40),
    ]);
    inCpuTime(2000, () => {
      for (let time = 0; time < 100; time++) rules.test(`${time}/${deep}`);
      rules.test(`${long}!`);
    });
  });
});

const SIGNS = ["a", "b", "*", "?", "/", "**/", "/**", "[ab]", "ab"];
