import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFiles } from "../../src/node/projectFiles.ts";
import { MAX_TEXT_BYTES } from "../../src/node/textFile.ts";

describe("project files", () => {
  let root = "";

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "cfn-notes-project-"));
    mkdirSync(join(root, "below"));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const found = async () => {
    const files = await projectFiles(join(root, "below"));
    return files && { ...files, root: files.root.slice(root.length), problems: files.problems.map(({ en }) => en) };
  };
  const nothing = { root: "", own: undefined, cfnLint: undefined, problems: [] };

  it("are found above, each by its name", async () => {
    writeFileSync(join(root, ".cfn-notes.yaml"), "a");
    writeFileSync(join(root, ".cfnlintrc.yml"), "b");
    assert.deepEqual(await found(), { ...nothing, own: "a", cfnLint: "b" });
  });

  it("end the search where one is no file", async () => {
    mkdirSync(join(root, ".cfn-notes.yaml"));
    assert.deepEqual(await found(), { ...nothing, problems: [".cfn-notes.yaml is not a regular file."] });
  });

  it("are not read where they are too large", async () => {
    writeFileSync(join(root, ".cfn-notes.yaml"), "a");
    writeFileSync(join(root, ".cfnlintrc"), "");
    truncateSync(join(root, ".cfnlintrc"), MAX_TEXT_BYTES + 1);
    assert.deepEqual(await found(), { ...nothing, own: "a", problems: [".cfnlintrc is larger than 10 MB."] });
  });

  it("may be pipes, devices and links that lead to themselves, and nobody waits for them", async () => {
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [join(root, ".cfn-notes.yaml")]);
    symlinkSync("/dev/zero", join(root, ".cfnlintrc"));
    symlinkSync(".cfnlintrc.yaml", join(root, ".cfnlintrc.yaml"));
    const problems = [
      ".cfn-notes.yaml is not a regular file.",
      ".cfnlintrc is not a regular file.",
      ".cfnlintrc.yaml can't be read.",
    ];
    assert.deepEqual(await found(), { ...nothing, problems });
  });

  it("that are links to nothing are not there", async () => {
    if (process.platform !== "win32") symlinkSync("nowhere", join(root, "below", ".cfn-notes.yaml"));
    writeFileSync(join(root, ".cfn-notes.yaml"), "a");
    assert.deepEqual(await found(), { ...nothing, own: "a" });
  });
});
