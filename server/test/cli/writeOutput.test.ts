import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOutput } from "../../src/cli/writeOutput.ts";

describe("the file of a result", () => {
  const folder = mkdtempSync(join(tmpdir(), "cfn-notes-output-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is written anew", async () => {
    for (const text of ["longer", "new"]) await writeOutput(join(folder, "file"), text);
    assert.equal(readFileSync(join(folder, "file"), "utf8"), "new");
  });

  if (process.platform !== "win32") {
    it("may be a pipe that somebody reads", async () => {
      const pipe = join(folder, "read");
      execFileSync("mkfifo", [pipe]);
      const text = "x".repeat(1_000_000);
      const read = readFile(pipe, "utf8");
      // Until the reader has opened it, nobody reads it.
      for (let isWritten = false; !isWritten; )
        isWritten = await writeOutput(pipe, text).then(
          () => true,
          () => false,
        );
      assert.equal(await read, text);
    });

    it("is refused where nobody reads the pipe", async () => {
      const pipe = join(folder, "unread");
      execFileSync("mkfifo", [pipe]);
      await assert.rejects(writeOutput(pipe, "x"), { code: "ENXIO" });
    });
  }
});
