import assert from "node:assert/strict";
import { withoutJsonErrors } from "../../src/template/jsonErrors.ts";

const [error, warning, information, hint] = [0, 1, 2, 3];

describe("diagnostics of JSON", () => {
  it("leave out what the editor's own support reports, and nothing else", () => {
    const kept = [
      // The lost value is faded, and an unfilled placeholder of another tool is no error.
      { code: "duplicate-key", severity: hint },
      { code: "syntax", severity: information },
      { code: "full-width-character", severity: error },
      { code: { value: "unknown-property", target: "x" }, severity: error },
      { severity: warning },
    ];
    const told = [
      { code: "syntax", severity: error },
      { code: { value: "duplicate-key", target: "x" }, severity: error },
    ];
    assert.deepEqual(withoutJsonErrors([...told, ...kept]), kept);
  });
});
