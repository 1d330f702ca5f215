import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { readBytecode, writeBytecode } from "../../src/node/bytecode.ts";

describe("bytecode of earlier runs", () => {
  const folder = mkdtempSync(join(tmpdir(), "cfn-notes-bytecode-"));
  const names = ["XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"] as const;
  const before = names.map((name) => env[name]);

  beforeEach(() => {
    for (const name of names) env[name] = folder;
  });

  after(() => {
    for (const [index, name] of names.entries()) {
      const value = before[index];
      if (value === undefined) delete env[name];
      else env[name] = value;
    }
    rmSync(folder, { recursive: true });
  });

  it("is read as it was written", () => {
    const key = { name: "core-lsp", state: "10-20" };
    assert.equal(readBytecode(key), undefined);
    writeBytecode(key, Buffer.from("bytes"));
    assert.equal(readBytecode(key)?.toString(), "bytes");
    assert.equal(readBytecode({ ...key, state: "10-21" }), undefined);
    assert.equal(readBytecode({ ...key, name: "core-check" }), undefined);
  });

  it("stays beside that of other installations, until it is old", () => {
    const old = { name: "core-lsp", state: "1-1" };
    const other = { name: "core-lsp", state: "30-40" };
    writeBytecode(old, Buffer.from("old"));
    writeBytecode(other, Buffer.from("other"));
    assert.equal(readBytecode(old)?.toString(), "old");
    const later = Date.now() + 31 * 24 * 3600 * 1000;
    writeBytecode({ name: "core-check", state: "1-1" }, Buffer.from("check"), later);
    assert.equal(readBytecode(old), undefined);
    assert.equal(readBytecode({ name: "core-check", state: "1-1" })?.toString(), "check");
  });

  it("is done without where nothing can be written", () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    for (const name of names) env[name] = file;
    const key = { name: "core-lsp", state: "1-2" };
    writeBytecode(key, Buffer.from("bytes"));
    assert.equal(readBytecode(key), undefined);
  });
});
