import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deployedStacks, packagesTemplates } from "../../src/node/packaging.ts";

/** Files of a project by their paths; what is found for templates in its folder `stacks`. */
function check<T>(find: (folder: string) => T, files: Readonly<Record<string, string>>, expected: T): void {
  const root = mkdtempSync(join(tmpdir(), "cfn-notes-packaging-"));
  try {
    mkdirSync(join(root, "project/stacks"), { recursive: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    assert.deepEqual(find(join(root, "project/stacks")), expected);
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
  for (const [name, files, expected] of CASES) it(name, () => check(packagesTemplates, files, expected));
});

const SAM = `version = 0.1
[default.deploy.parameters]
stack_name = "orders-dev"
s3_prefix = "orders"
# stack_name = "old"
[prod.deploy.parameters]
  stack_name='orders-prod' # live
other_stack_name = "none"
`;
const STACKS: readonly [name: string, files: Readonly<Record<string, string>>, expected: readonly string[]][] = [
  ["none without a file", {}, []],
  ["in every environment", { "project/stacks/samconfig.toml": SAM }, ["orders-dev", "orders-prod"]],
  ["by a file above", { "project/samconfig.toml": SAM }, ["orders-dev", "orders-prod"]],
  [
    "by the closest file that names one",
    {
      "samconfig.toml": 'stack_name = "far"',
      "project/samconfig.toml": 'stack_name = "near"',
      "project/stacks/samconfig.toml": "",
    },
    ["near"],
  ],
  ["none outside of its repository", { "samconfig.toml": SAM, "project/.git/config": "" }, []],
  ["none without an end", { "project/samconfig.toml": 'stack_name = "a\n"' }, []],
];

describe("the stacks that a project deploys", () => {
  for (const [name, files, expected] of STACKS) it(name, () => check(deployedStacks, files, expected));
});
