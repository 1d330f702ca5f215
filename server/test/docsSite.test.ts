import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { splitMarkdown } from "../../scripts/docs/splitMarkdown.mjs";

describe("The documentation site", () => {
  it("splits Markdown at its headings, and not at comments of code", () => {
    assert.deepEqual(
      splitMarkdown("# T\n\n## A\na\n```sh\n## no heading\n```\n### deeper\n## B\n~~~~\n~~~\n## no\n~~~~\nb"),
      {
        before: "# T\n",
        parts: [
          { heading: "A", body: "a\n```sh\n## no heading\n```\n### deeper" },
          { heading: "B", body: "~~~~\n~~~\n## no\n~~~~\nb" },
        ],
      },
    );
  });

  it("has a page for each of its links", () => {
    const run = spawnSync(process.execPath, ["scripts/docs.mjs", "--check"], { encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
  });
});
