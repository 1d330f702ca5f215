import assert from "node:assert/strict";
import { limitFindings } from "../../../src/rules/engine/limitFindings.ts";
import type { Severity } from "../../../src/rules/shared/rule.ts";

const found = (code: string, count: number, severity: Severity = "warning", from = 0) =>
  Array.from({ length: count }, (_, at) => ({
    code,
    severity,
    span: { start: from + at, end: from + at + 1 },
    message: code,
    english: code,
    fix: "a fix",
  }));

describe("limitFindings", () => {
  it("leaves what can be read as it is", () => {
    const all = found("a", 1000);
    assert.equal(limitFindings(all, "en"), all);
  });

  it("tells how many of a kind are left out, where the first of them is, with the worst severity", () => {
    const all = [...found("a", 1500), ...found("a", 1, "error", 1500), ...found("b", 2, "warning", 1501)];
    const limited = limitFindings(all, "en");
    const last = limited[1000];
    assert.equal(limited.length, 1003);
    assert.equal(last?.message, "There are 501 more findings of this kind (a) from here on. They are not shown.");
    assert.deepEqual([last.span.start, last.severity, last.fix], [1000, "error", undefined]);
    assert.match(limitFindings(all, "ja")[1000]?.message ?? "", /あと501件/);
  });

  it("has a limit for all kinds together", () => {
    const all = ["a", "b", "c", "d", "e"].flatMap((code, at) => found(code, 900, "error", 1000 * at));
    const limited = limitFindings(all, "en");
    assert.equal(limited.length, 3002);
    assert.deepEqual(
      limited.slice(-2).map(({ message }) => message.slice(0, 51)),
      ["There are 600 more findings of this kind (d) from h", "There are 900 more findings of this kind (e) from h"],
    );
  });
});
