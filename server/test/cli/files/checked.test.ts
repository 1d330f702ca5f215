import assert from "node:assert/strict";
import { checkText } from "../../../src/cli/check/checkText.ts";

const TEXT =
  "Resources:\r\n  Topic:\r\n    Type: AWS::SNS::Topik\r\n    DeletionPolicy: retain\r\n    UpdateReplacePolicy: Retain\r\n";

describe("the edits of a finding's fix", () => {
  it("mend the text at their lines and columns", async () => {
    const findings = await checkText(TEXT);
    const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
    assert.equal(edits.length, 2);
    const lines = TEXT.split("\n");
    for (const { line, column, endLine, endColumn, newText } of edits) {
      const before = lines[line - 1] ?? "";
      assert.equal(line, endLine);
      lines[line - 1] = before.slice(0, column - 1) + newText + before.slice(endColumn - 1);
    }
    assert.deepEqual(
      (await checkText(lines.join("\n"))).map(({ code }) => code),
      [],
    );
  });
});
