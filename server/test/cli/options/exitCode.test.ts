import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { stderr } from "node:process";
import { exitCode } from "../../../src/cli/options/exitCode.ts";

/** The exit code, and what was written to standard error. */
async function check(run: () => Promise<number>): Promise<{ readonly code: number; readonly said: string }> {
  const { write } = stderr;
  let said = "";
  stderr.write = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  try {
    return { code: await exitCode("check", run), said };
  } finally {
    stderr.write = write;
  }
}

describe("exitCode", () => {
  it("is what the command gives", async () => assert.deepEqual(await check(async () => 1), { code: 1, said: "" }));

  it("is 2 where the command fails, with the reason", async () => {
    const failure = new Error("a.yaml could not be checked.", { cause: new TypeError("x is not a function") });
    const { code, said } = await check(() => Promise.reject(failure));
    assert.equal(code, 2);
    assert.match(said, /^cfn-notes check: a\.yaml could not be checked\.\n {2}x is not a function\n {2}at /);
    assert.ok(said.split("\n").length < 10);
  });

  it("is 2 where the system refuses a file, in one line", async () => {
    const { code, said } = await check(() => writeFile("/no/such\u001b/file.json", "").then(() => 0));
    assert.deepEqual(
      { code, said },
      { code: 2, said: "cfn-notes check: /no/such\\u001b/file.json: no such file or directory (ENOENT)\n" },
    );
  });

  it("is 2 where the disk is full, in one line", async () => {
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), {
      code: "ENOSPC",
      syscall: "write",
    });
    const { code, said } = await check(() => Promise.reject(full));
    assert.deepEqual({ code, said }, { code: 2, said: "cfn-notes check: no space left on device (ENOSPC)\n" });
  });

  it("is 2 where something else is thrown", async () => {
    const { code, said } = await check(() => Promise.reject("no"));
    assert.deepEqual({ code, said }, { code: 2, said: "cfn-notes check: no\n" });
  });
});
