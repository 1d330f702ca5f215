import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replaceFile } from "../../src/node/replaceFile.ts";
import { Program } from "./inProcess.ts";

describe("replacing a file", () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  const read = (name: string): string => readFileSync(at(name), "utf8");
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "cfn-notes-replace-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("makes a file, and then replaces it, with nothing left beside it", async () => {
    for (const text of ["longer", "new"]) await replaceFile(at("file"), text);
    assert.deepEqual([read("file"), readdirSync(folder)], ["new", ["file"]]);
  });

  it("makes one only where there is none, if that is asked", async () => {
    await replaceFile(at("file"), "first", true);
    await assert.rejects(replaceFile(at("file"), "second", true), { code: "EEXIST" });
    assert.deepEqual([read("file"), readdirSync(folder)], ["first", ["file"]]);
  });

  it("has the text on the disk before it gives it the name", async () => {
    writeFileSync(at("file"), "old");
    const any = await open(at("file"));
    await any.close();
    const handles = Object.getPrototypeOf(any) as FileHandle;
    const { sync } = handles;
    const before: string[] = [];
    handles.sync = function (this: FileHandle) {
      before.push(read("file"));
      return sync.call(this);
    };
    try {
      await replaceFile(at("file"), "new");
    } finally {
      handles.sync = sync;
    }
    assert.deepEqual([before, read("file")], [["old"], "new"]);
  });

  it("leaves all as it is where the folder is missing", () =>
    assert.rejects(replaceFile(at("missing/file"), "text"), { code: "ENOENT" }));

  if (process.platform !== "win32") {
    it("keeps permissions", async () => {
      writeFileSync(at("file"), "old");
      for (const mode of [0o755, 0o600, 0o666]) {
        chmodSync(at("file"), mode);
        await replaceFile(at("file"), "new");
        assert.equal(statSync(at("file")).mode & 0o7777, mode);
      }
    });

    it("keeps links, be it to what is not there yet", async () => {
      for (const [link, target] of [
        ["first", "second"],
        ["second", "target"],
      ] as const)
        symlinkSync(target, at(link));
      for (const text of ["made", "replaced"]) {
        await replaceFile(at("first"), text);
        assert.equal(read("target"), text);
      }
      assert.ok(lstatSync(at("first")).isSymbolicLink() && lstatSync(at("second")).isSymbolicLink());
    });

    it("refuses links that lead to each other", async () => {
      symlinkSync("one", at("other"));
      symlinkSync("other", at("one"));
      await assert.rejects(replaceFile(at("one"), "text"), { code: "ELOOP" });
    });
  }

  if (process.platform !== "win32" && process.getuid?.() !== 0)
    it("leaves a file alone that may not be written", async () => {
      writeFileSync(at("file"), "old", { mode: 0o444 });
      await assert.rejects(replaceFile(at("file"), "new"), { code: "EACCES" });
      assert.deepEqual([read("file"), readdirSync(folder)], ["old", ["file"]]);
    });
});

if (process.platform !== "win32")
  describe("replacing a file, in processes of their own", () => {
    const folder = mkdtempSync(join(tmpdir(), "cfn-notes-replace-"));
    const program = new Program(`
      import { replaceFile } from "./server/src/node/replaceFile.ts";
      const [path = "", character = "", length = "", times = ""] = process.argv.slice(2);
      for (let time = 0; time < Number(times); time++) await replaceFile(path, character.repeat(Number(length)));
    `);
    after(() => {
      program.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    it("loses nothing on a full disk", async () => {
      const file = join(folder, "full");
      writeFileSync(file, "old".repeat(5000));
      const { code, said } = await program.run([file, "x", "20000", "1"], { cwd: folder, mostBlocks: 8 });
      assert.notEqual(code, 0);
      assert.match(said, /EFBIG/);
      assert.equal(readFileSync(file, "utf8"), "old".repeat(5000));
      assert.deepEqual(readdirSync(folder), ["full"]);
    });

    it("is never half done for those who read", async () => {
      const file = join(folder, "read");
      await replaceFile(file, "a".repeat(100_000));
      let areWriting = true;
      const writers = Promise.all(["a", "b"].map((one) => program.run([file, one, "100000", "60"], { cwd: folder })));
      const ended = writers.finally(() => {
        areWriting = false;
      });
      while (areWriting) {
        const text = readFileSync(file, "utf8");
        assert.ok(text === "a".repeat(100_000) || text === "b".repeat(100_000), `${text.length} characters`);
        await new Promise((done) => setImmediate(done));
      }
      assert.deepEqual(
        (await ended).map(({ code, said }) => [code, said]),
        [
          [0, ""],
          [0, ""],
        ],
      );
    });
  });
