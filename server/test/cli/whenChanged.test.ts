import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { whenChanged } from "../../src/cli/whenChanged.ts";

describe("whenChanged", () => {
  it("runs again when a file changes, but not because of what it writes itself", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    const report = join(folder, "report.json");
    let runs = 0;
    let ran = (): void => undefined;
    const again = (): Promise<void> =>
      new Promise((done) => {
        ran = done;
      });
    try {
      const first = again();
      const ended = whenChanged([folder], [report], async () => {
        await writeFile(report, String(++runs));
        ran();
        return runs;
      });
      await first;
      // Longer than it waits for a file that is written in several steps.
      await setTimeout(500);
      assert.equal(runs, 1);
      const second = again();
      await writeFile(join(folder, "a.yaml"), "A: 1\n");
      await second;
      process.emit("SIGTERM");
      assert.equal(await ended, 2);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
