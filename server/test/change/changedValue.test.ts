import assert from "node:assert/strict";
import { changeReport } from "../../src/change/report.ts";
import { edited } from "./edited.ts";

describe("what a value becomes", () => {
  const long = (text: string): string => `registry.example.com/a/long/path/to/some/repository/of/${text}:latest`;
  const check = (name: string, value: string, expected: string): void => {
    it(name, () => {
      const change = edited(`T:\n  Type: AWS::ECS::TaskDefinition\n  Metadata: ${value}`);
      const lines = changeReport(change, "en").sections.flatMap(({ items }) => items.flatMap((one) => one.lines));
      assert.deepEqual(
        lines.map(({ text }) => text),
        [expected],
      );
    });
  };
  check("a short one", "{A: «1→2»}", "Metadata.A: 1 → 2");
  check("a long one by the words that differ", `{A: «${long("one")}→${long("one-b")}»}`, "Metadata.A: …one… → …one-b…");
  check("a long one of which nothing is shared", `{A: «${"a".repeat(70)}→${"b".repeat(70)}»}`, "Metadata.A");
  check("several lines", '{A: «"a\\nb"→"a\\nc"»}', "Metadata.A");
  check("a long one that goes", `{A: 1«, B: ${long("x")}→»}`, "Metadata.B: … → –");
  check(
    "items by their names",
    "{A: [{Name: x, V: 1}, «{Name: y, V: 1}→{Name: y, V: 2}, {Name: z}»]}",
    "Metadata.A: ~ y, + z",
  );
  check("an item that goes", `{A: [{Id: x}«, {Id: ${"y".repeat(50)}}→»]}`, `Metadata.A: − ${"y".repeat(50)}`);
  check("items without names", `{A: [{V: ${long("a")}}«→, {V: ${long("b")}}»]}`, "Metadata.A");
  check("what several places have in common", "{A: {B: {C: «1→2», D: «1→2»}}}", "Metadata.A.B: C, D");
  check("many places", "{A: {B: «1→2», C: {D: «1→2», E: «1→2»}, F: «1→2», G: «1→2»}}", "Metadata.A: B, C.D, C.E, …");
  check("a function", "{A: !ImportValue «x→y»}", "Metadata.A: !ImportValue x → !ImportValue y");
  it("a choice by the name of its condition, and calls as they are written", () => {
    const change = edited(
      "Parameters:\n  P: {Type: String}\n  Block: {Type: String}\nConditions:\n  IsProd: !Equals [!Ref P, prod]\nResources:\n" +
        "  T:\n    Type: AWS::SNS::Topic\n    Metadata: !If [IsProd, «14→7», !Ref AWS::NoValue]\n" +
        "  U:\n    Type: AWS::SNS::Topic\n    Metadata: !Select [«0→1», !Cidr [!Ref Block, 4, 8]]\n",
    );
    assert.deepEqual(
      changeReport(change, "en").sections.flatMap(({ items }) =>
        items.flatMap(({ lines }) => lines.map(({ text }) => text.split(";")[0])),
      ),
      [
        "Metadata: !If [IsProd, 14, !Ref AWS::NoValue] → !If [IsProd, 7, !Ref AWS::NoValue]",
        "Metadata: !Select [0, !Cidr [${Block}, 4, 8]] → !Select [1, !Cidr [${Block}, 4, 8]]",
      ],
    );
  });
});
