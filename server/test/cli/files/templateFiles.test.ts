import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { templateFiles } from "../../../src/cli/files/templateFiles.ts";
import { posix } from "../../../src/node/gitIgnore.ts";

const FILES: Readonly<Record<string, string>> = {
  ".gitignore": "ignored/\n*.local.yaml\n",
  "a.yaml": "",
  "b.json": "",
  "c.template": "",
  "notes.md": "",
  "x.local.yaml": "",
  "ignored/d.yaml": "",
  "node_modules/e.yaml": "",
  "sub/.gitignore": "!x.local.yaml\nonly.yaml\n",
  "sub/x.local.yaml": "",
  "sub/only.yaml": "",
  "sub/f.yml": "",
};

describe("templateFiles", () => {
  let folder = "";

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "check-"));
    mkdirSync(join(folder, ".git"));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  async function check(
    paths: readonly string[],
    expected: Partial<Record<"named" | "candidates" | "missing", readonly string[]>>,
    options: { gitignore?: boolean; ignoredPaths?: readonly string[] } = {},
  ): Promise<void> {
    const found = await templateFiles(paths, {
      cwd: folder,
      root: folder,
      gitignore: options.gitignore ?? true,
      ignoredPaths: options.ignoredPaths ?? [],
    });
    const shown = (files: readonly string[]): readonly string[] => files.map((file) => posix(relative(folder, file)));
    assert.deepEqual(
      { named: shown(found.named), candidates: shown(found.candidates), missing: found.missing },
      { named: [], candidates: [], missing: [], ...expected },
    );
  }

  it("looks into folders, past what git ignores", () =>
    check(["."], { candidates: ["a.yaml", "b.json", "c.template", "sub/f.yml", "sub/x.local.yaml"] }));
  it("looks into a folder below, with the rules above", () =>
    check(["sub"], { candidates: ["sub/f.yml", "sub/x.local.yaml"] }));
  it("can look at ignored files", () =>
    check(["sub"], { candidates: ["sub/f.yml", "sub/only.yaml", "sub/x.local.yaml"] }, { gitignore: false }));
  it("takes named files as they are", () =>
    check(["notes.md", "ignored/d.yaml"], { named: ["notes.md", "ignored/d.yaml"] }));
  it("takes globs", () => check(["**/*.yaml"], { candidates: ["a.yaml", "sub/x.local.yaml"] }));
  it("leaves out what the project ignores", () =>
    check(["."], { candidates: ["b.json", "c.template"] }, { ignoredPaths: ["sub/", "a.*"] }));
  it("tells of paths that lead nowhere", () =>
    check(["nothing.yaml", "nope/*.yaml"], { missing: ["nothing.yaml", "nope/*.yaml"] }));
  it("takes what is there and can't be looked at for a named file", async () => {
    const loop = join(folder, "loop.yaml");
    symlinkSync(loop, loop);
    try {
      await check(["loop.yaml"], { named: ["loop.yaml"] });
    } finally {
      rmSync(loop);
    }
  });
});
