import { deepEqual, equal } from "node:assert/strict";
import { mayShow } from "../../../src/notes/uses/mayShow.ts";
import { indexOf, notesAt, properties, resource, source } from "../noteAt.ts";

const index = indexOf([
  source(
    "# Lambda\n\nRuns code.\n\n## Timeout\n\nAt most 15 minutes.\n\n### 同時実行数\n\n他の関数の分が減る。\n\n- **環境変数**: 4 KBまで\n",
  ),
]);
const titles = (template: string): readonly string[] => notesAt(index, template).map(({ note }) => note.title);
const keyOf = (type: string, key: string): string => properties(type, key);

describe("A note on what SAM makes", () => {
  for (const [key, title] of [
    ["Time<|>out: 30", "Timeout"],
    ["ReservedConcurrent<|>Executions: 5", "同時実行数"],
    ["Environ<|>ment: {}", "環境変数"],
  ] as const)
    it(`shows at the key of the same name: ${title}`, () => {
      for (const type of ["AWS::Lambda::Function", "AWS::Serverless::Function"])
        equal(titles(keyOf(type, key))[0], title);
    });

  it("shows at the type, and not at keys that only SAM has", () => {
    equal(titles(resource("AWS::Serverless::Fun<|>ction"))[0], "Lambda");
    deepEqual(titles(keyOf("AWS::Serverless::Function", "CodeU<|>ri: src")), []);
    deepEqual(titles(keyOf("AWS::Serverless::Api", "Time<|>out: 30")), []);
  });

  it("shows in Globals", () => {
    equal(titles("Transform: AWS::Serverless-2016-10-31\nGlobals:\n  Function:\n    Time<|>out: 3\n")[0], "Timeout");
  });

  it("comes behind one on SAM's own", () => {
    const both = indexOf([source("# Lambda\n\n## Timeout\n\nA.\n\n# AWS::Serverless::Function\n\n## Timeout\n\nB.\n")]);
    const found = notesAt(both, keyOf("AWS::Serverless::Function", "Time<|>out: 30"));
    deepEqual(
      found.map(({ note }) => note.path.at(-1)),
      ["AWS::Serverless::Function", "Lambda"],
    );
  });

  it("is looked for in templates that have it as SAM's", () => {
    const marked = indexOf([source("# X\n<!-- cfn: AWS::Lambda::Function -->\n\nRuns.\n")]);
    const bindings = marked.bindingsIn(marked.files[0]?.uri ?? "");
    equal(mayShow(bindings, resource("AWS::Serverless::Function")), true);
    equal(mayShow(bindings, resource("AWS::Serverless::Api")), false);
  });
});
