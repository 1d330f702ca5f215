import { deepEqual, equal } from "node:assert/strict";
import { parse } from "../../src/model/reading/parse.ts";
import { found } from "../rules/checkRule.ts";

const conflict = (first: string, second: string, base = ""): string =>
  `<<<<<<< HEAD\n${first}${base === "" ? "" : `||||||| 0a1b2c3\n${base}`}=======\n${second}>>>>>>> feature/topic\n`;
const topic = (id: string): string => `  ${id}:\n    Type: AWS::SNS::Topic\n`;

/** What is found wrong, with the line where. */
function check(text: string, expected: readonly string[]): void {
  const errors = found(text).filter(({ severity }) => severity === "error");
  deepEqual(
    errors.map(({ code, span, message }) => {
      const line = text.slice(0, span.start).split("\n").length;
      return `${line} ${code}${/merge conflict/.test(message) ? ": merge conflict" : ""}`;
    }),
    expected,
  );
}

const BETWEEN = `Resources:\n${topic("A")}${conflict(topic("B"), topic("C"))}${topic("D")}`;

describe("merge conflicts", () => {
  it("between resources", () => check(BETWEEN, ["4 syntax: merge conflict"]));
  it("the first side is read", () => deepEqual([...parse(BETWEEN).declarations.resources.keys()], ["A", "B", "D"]));
  it("all stays where it is", () => {
    const { text } = parse(BETWEEN);
    equal(text.length, BETWEEN.length);
    equal(text.indexOf("  D:"), BETWEEN.indexOf("  D:"));
  });
  it("with the base, and with Windows' line ends", () => {
    const text = `Resources:\n${topic("A")}${conflict(topic("B"), topic("C"), topic("X"))}`;
    check(text, ["4 syntax: merge conflict"]);
    deepEqual([...parse(text.replaceAll("\n", "\r\n")).declarations.resources.keys()], ["A", "B"]);
  });
  it("two, of which one has no first side", () => {
    const text = `Resources:\n${topic("A")}${conflict("", topic("B"))}${topic("C")}${conflict(topic("D"), "")}`;
    check(text, ["4 syntax: merge conflict", "11 syntax: merge conflict"]);
    deepEqual([...parse(text).declarations.resources.keys()], ["A", "C", "D"]);
  });
  it("in properties", () =>
    check(
      `Resources:\n${topic("A")}    Properties:\n${conflict("      TopicName: a\n", "      TopicName: b\n")}      Nope: 1\n`,
      ["5 syntax: merge conflict", "10 unknown-property"],
    ));
  it("in JSON", () =>
    check(`{"Resources": {"A": {\n${conflict('"Type": "AWS::SNS::Topic"\n', '"Type": "AWS::SQS::Queue"\n')}}}}\n`, [
      "2 syntax: merge conflict",
    ]));
  it("what is resolved is read as it is", () => {
    const resolved = `Resources:\n${topic("A")}${topic("C")}${topic("D")}`;
    const after = parse(resolved, parse(BETWEEN));
    deepEqual([after.text, after.errors], [resolved, []]);
    const again = parse(BETWEEN, after);
    deepEqual(again.errors, parse(BETWEEN).errors);
  });
  it("not: one that is not whole, and text that is indented", () => {
    equal(parse(BETWEEN.replace("=======\n", "")).text, BETWEEN.replace("=======\n", ""));
    const indented = BETWEEN.replaceAll(/^/gm, "  ");
    equal(parse(indented).text, indented);
  });
});
