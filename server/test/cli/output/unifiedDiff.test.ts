import assert from "node:assert/strict";
import { array, assert as check, constantFrom, property } from "fast-check";
import { unifiedDiff } from "../../../src/cli/output/unifiedDiff.ts";

/** The text that a diff makes of another, by the rules of `patch`. */
function patched(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const result: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [, start = "", length = ""] = /^@@ -(\d+),(\d+) /.exec(hunk) ?? [];
    const from = length === "0" ? Number(start) : Number(start) - 1;
    result.push(...lines.slice(at, from));
    at = from;
    for (const row of hunk.split("\n").slice(1, -1)) {
      if (row.startsWith("\\")) result.push((result.pop() ?? "").replace(/\n$/, ""));
      else if (row.startsWith("+")) result.push(`${row.slice(1)}\n`);
      else {
        assert.equal(lines[at]?.replace(/\n$/, ""), row.slice(1), `line ${at + 1}`);
        if (row.startsWith(" ")) result.push(lines[at] ?? "");
        at++;
      }
    }
  }
  return [...result, ...lines.slice(at)].join("");
}

describe("unifiedDiff", () => {
  it("reads like diff -u", () =>
    assert.equal(
      unifiedDiff("a.yaml", { before: "1\n2\n3\n4\n5\n6\n", after: "1\n2\n3\n4\nfive\n6\n7\n" }),
      "--- a/a.yaml\n+++ b/a.yaml\n@@ -2,5 +2,6 @@\n 2\n 3\n 4\n-5\n+five\n 6\n+7\n",
    ));

  it("shows changes that are far apart one by one", () => {
    const before = Array.from({ length: 40 }, (_, index) => `${index}\n`).join("");
    const diff = unifiedDiff("a", { before, after: before.replace("5\n", "x\n").replace("30\n", "y\n") });
    assert.equal(diff.match(/^@@ /gm)?.length, 2);
  });

  it("takes no long time for texts that have nothing in common", () => {
    const [before, after] = ["old", "new"].map((word) => `${word}\n`.repeat(20_000));
    assert.equal(patched(before ?? "", unifiedDiff("a", { before: before ?? "", after: after ?? "" })), after);
  });

  it("makes the one text of the other, whatever they are", () =>
    check(
      property(array(constantFrom("a\n", "b\n", "c\n")), array(constantFrom("a\n", "b\n", "c\n")), (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        assert.equal(patched(before, unifiedDiff("x", { before, after })), after);
      }),
    ));
});
