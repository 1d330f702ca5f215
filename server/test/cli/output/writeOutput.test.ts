import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stderr } from "node:process";
import { writeOutput } from "../../../src/cli/output/writeOutput.ts";
import { Program } from "../../node/inProcess.ts";

/** What was said on standard error where a file could not be written; empty where it was. */
async function write(path: string, text: string, language: "en" | "ja" = "en"): Promise<string> {
  const { write: original } = stderr;
  let said = "";
  stderr.write = (line: string | Uint8Array) => {
    said += String(line);
    return true;
  };
  try {
    const isWritten = await writeOutput(path, text, { command: "check", language });
    assert.equal(isWritten, said === "");
    return said;
  } finally {
    stderr.write = original;
  }
}

describe("the file of a result", () => {
  const folder = mkdtempSync(join(tmpdir(), "cfn-notes-output-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is written anew", async () => {
    for (const text of ["longer", "new"]) assert.equal(await write(join(folder, "file"), text), "");
    assert.equal(readFileSync(join(folder, "file"), "utf8"), "new");
  });

  it("is refused in a sentence", async () => {
    const said = [await write(join(folder, "no/file"), "x"), await write(folder, "x", "ja")].map((line) =>
      line.replaceAll(folder, "DIR"),
    );
    assert.deepEqual(said, [
      "cfn-notes check: DIR/no/file was not written: the folder does not exist (ENOENT). What was there is unchanged.\n",
      "cfn-notes check: DIRに書き込めませんでした。これはフォルダーです。元の内容はそのまま残っています（EISDIR）。\n",
    ]);
  });

  if (process.platform !== "win32") {
    it("may be a pipe that somebody reads", async () => {
      const pipe = join(folder, "read");
      execFileSync("mkfifo", [pipe]);
      const text = "x".repeat(1_000_000);
      const read = readFile(pipe, "utf8");
      // Until the reader has opened it, nobody reads it.
      for (let isWritten = false; !isWritten; ) isWritten = (await write(pipe, text)) === "";
      assert.equal(await read, text);
    });

    it("is refused where nobody reads the pipe", async () => {
      const pipe = join(folder, "unread");
      execFileSync("mkfifo", [pipe]);
      assert.match(
        await write(pipe, "x"),
        /^cfn-notes check: \S+unread was not written: nobody reads the pipe \(ENXIO\)\./,
      );
    });

    it("may be a device", async () => assert.equal(await write("/dev/null", "x"), ""));
  }
});

if (process.platform !== "win32")
  describe("what check writes on a full disk", () => {
    const folder = mkdtempSync(join(tmpdir(), "cfn-notes-full-"));
    after(() => rmSync(folder, { recursive: true, force: true }));

    /** Runs code where files may have no more than 8 kB; gives what it said. */
    const runFull = async (code: string): Promise<string> => {
      const program = new Program(code);
      try {
        const { said } = await program.run([], { cwd: folder, mostBlocks: 8 });
        return said;
      } finally {
        program.remove();
      }
    };

    it("loses no template, and fixes those that fit", async () => {
      const before = "Resources: {}\n".padEnd(16_000, "#");
      writeFileSync(join(folder, "large.yaml"), before, { mode: 0o640 });
      writeFileSync(join(folder, "small.yaml"), "old");
      const said = await runFull(`
        import { writeFixes } from "./server/src/cli/check/writeFixes.ts";
        import { readFileSync } from "node:fs";
        const files = ["large.yaml", "small.yaml"].map((path) => {
          const before = readFileSync(path, "utf8");
          return { path, diagnostics: [], text: "", fixed: { before, after: before + "fixed", fixes: 1 } };
        });
        console.log(...await writeFixes(files as never, "en"), ...await writeFixes(files.slice(0, 1) as never, "ja"));
      `);
      assert.deepEqual(said.split("\n").sort(), [
        "",
        "cfn-notes check: large.yaml was not written: files may not be that large here (EFBIG). What was there is unchanged.",
        "cfn-notes check: large.yamlに書き込めませんでした。ファイルサイズの上限を超えます。元の内容はそのまま残っています（EFBIG）。",
        "large.yaml large.yaml",
      ]);
      assert.equal(readFileSync(join(folder, "large.yaml"), "utf8"), before);
      assert.equal(statSync(join(folder, "large.yaml")).mode & 0o777, 0o640);
      assert.equal(readFileSync(join(folder, "small.yaml"), "utf8"), "oldfixed");
      assert.deepEqual(readdirSync(folder).sort(), ["large.yaml", "small.yaml"]);
    });

    it("loses no earlier result, be it a list of known findings", async () => {
      writeFileSync(join(folder, "result"), "earlier");
      const said = await runFull(`
        import { writeOutput } from "./server/src/cli/output/writeOutput.ts";
        await writeOutput("result", "x".repeat(20_000), { command: "check", language: "en" });
      `);
      assert.match(said, /^cfn-notes check: result was not written: .*EFBIG/);
      assert.equal(readFileSync(join(folder, "result"), "utf8"), "earlier");
    });
  });
