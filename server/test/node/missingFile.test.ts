import { equal } from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isMissing } from "../../src/node/missingFile.ts";

const FILES: Readonly<Record<string, string>> = {
  ".gitignore": "made/\nroles.yaml\n",
  "root.yaml": "",
  "stacks/network.yaml": "",
  "stacks/cluster.yaml.j2": "",
  "stacks/alarms.ts": "",
  "made/database.yaml": "",
  "dist/database.yaml": "",
  "docs/README.md": "",
};

describe("templates that are not there", () => {
  let root: string;

  before(() => {
    root = mkdtempSync(join(tmpdir(), "cfn-notes-"));
    mkdirSync(join(root, ".git"));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
  });

  after(() => rmSync(root, { recursive: true }));

  for (const [name, path, expected] of [
    ["another name in a folder of templates", "./stacks/net.yaml", true],
    ["a path through another folder", "docs/../stacks/net.yaml", true],
    ["a file that is there", "stacks/network.yaml", false],
    ["one in other letters", "stacks/Network.yaml", false],
    ["a folder that is not there", "modules/net.yaml", false],
    ["a folder without templates", "docs/net.yaml", false],
    ["what is made of a file beside it", "stacks/cluster.yaml", false],
    ["what is made of a program beside it", "stacks/alarms.json", false],
    ["what git ignores", "stacks/roles.yaml", false],
    ["a folder that git ignores", "made/net.yaml", false],
    ["a folder that a build writes", "dist/net.yaml", false],
    ["what packaging writes", "stacks/network.packaged.yaml", false],
    ["a folder", "stacks/net", false],
    ["a file above the workspace", "../net.yaml", false],
  ] as const)
    it(`${expected ? "are" : "are not"} ${name}`, () =>
      equal(isMissing(join(root, "root.yaml"), path, root), expected));

  it("are not looked for beside the template alone", () => {
    mkdirSync(join(root, "alone"));
    writeFileSync(join(root, "alone/root.yaml"), "");
    equal(isMissing(join(root, "alone/root.yaml"), "net.yaml", root), false);
  });
});
