import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { readNotesFolder } from "../../src/node/notesFolder.ts";

describe("a folder of notes", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it("has the Markdown files below it, by path, but for what is installed and what Git keeps", async () => {
    for (const path of ["b.md", "a/c.MARKDOWN", "a/d.txt", "node_modules/x/e.md", "a/node_modules/f.md", ".git/g.md"]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), "# A\n");
    }
    const { sources, isCut } = await readNotesFolder(folder, "en");
    const uris = ["a/c.MARKDOWN", "b.md"].map((path) => pathToFileURL(join(folder, path)).href);
    assert.deepEqual(
      sources.map(({ uri }) => uri),
      uris,
    );
    assert.equal(isCut, false);
  });

  it("has those beside templates and above them, and as many others as there is room for, by path", async () => {
    const long = "x".repeat(900_000);
    const papers = ["a", "b", "c", "d", "e"].map((name) => [`papers/${name}.md`, long] as const);
    const ours = [
      ["shop/README.md", "# Shop\n"],
      ["shop/cfn/README.md", "# A\n"],
      ["shop/cfn/a.yaml", "A: 1\n"],
    ] as const;
    for (const [path, text] of [...papers, ...ours]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const { sources, isCut } = await readNotesFolder(folder, "en");
    assert.deepEqual(
      sources.map(({ uri }) => uri.slice(pathToFileURL(folder).href.length + 1)),
      ["papers/a.md", "papers/b.md", "papers/c.md", "papers/d.md", "shop/README.md", "shop/cfn/README.md"],
    );
    assert.equal(isCut, true);
  });
});
