import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packagesTemplates } from "../../src/node/packaging.ts";

/** Files of a project by their paths; whether templates in its folder `stacks` are packaged. */
function check(files: Readonly<Record<string, string>>, expected: boolean): void {
  const root = mkdtempSync(join(tmpdir(), "cfn-notes-packaging-"));
  try {
    mkdirSync(join(root, "project/stacks"), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    assert.equal(packagesTemplates(join(root, "project/stacks")), expected);
  } finally {
    rmSync(root, { recursive: true });
  }
}

const CASES: readonly [name: string, files: Readonly<Record<string, string>>, expected: boolean][] = [
  ["without any file", {}, false],
  ["by SAM's configuration above it", { "project/samconfig.toml": "" }, true],
  ["by a Makefile", { "project/Makefile": "deploy:\n\taws cloudformation package --s3-bucket b\n" }, true],
  ["by a workflow", { "project/.github/workflows/deploy.yml": "- run: sam deploy\n" }, true],
  ["by a script of npm", { "project/package.json": '{"scripts":{"deploy":"sam build && sam deploy"}}' }, true],
  [
    "by a Makefile that only validates",
    { "project/Makefile": "test:\n\taws cloudformation validate-template\n" },
    false,
  ],
  ["outside of its repository", { Makefile: "sam deploy", "project/.git/config": "" }, false],
];

describe("whether a project packages its templates", () => {
  for (const [name, files, expected] of CASES) it(name, () => check(files, expected));
});
