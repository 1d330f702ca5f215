import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { whenChanged } from "../../../src/cli/check/whenChanged.ts";

describe("whenChanged", () => {
  it("runs again when a file changes, but not because of what it writes itself, nor of what is installed", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    const report = join(folder, "report.json");
    let runs = 0;
    let ran = (): void => undefined;
    const again = (): Promise<void> =>
      new Promise((done) => {
        ran = done;
      });
    await mkdir(join(folder, "node_modules"));
    try {
      const first = again();
      const ended = whenChanged([folder], [report], async () => {
        await writeFile(report, String(++runs));
        await writeFile(join(folder, "node_modules", "x.yaml"), String(runs));
        ran();
        return runs;
      });
      await first;
      // Longer than it waits for a file that is written in several steps.
      await setTimeout(500);
      assert.equal(runs, 1);
      const second = again();
      // Moved in at once: making a file and writing to it are two changes on a busy machine.
      await writeFile(`${folder}.yaml`, "A: 1\n");
      await rename(`${folder}.yaml`, join(folder, "a.yaml"));
      await second;
      process.emit("SIGTERM");
      assert.equal(await ended, 2);
    } finally {
      await rm(`${folder}.yaml`, { force: true });
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("goes on when its folder is moved away and back, and when another one takes its place", async () => {
    const base = await mkdtemp(join(tmpdir(), "cfn-notes-"));
    const folder = join(base, "watched");
    await mkdir(folder);
    let runs = 0;
    let ran = (): void => undefined;
    try {
      const ended = whenChanged([folder], [], async () => {
        runs++;
        ran();
        return existsSync(folder) ? 1 : 2;
      });
      const follow = async (act: () => Promise<unknown>): Promise<void> => {
        const again = new Promise<void>((done) => {
          ran = done;
        });
        await act();
        await again;
      };
      await follow(async () => undefined);
      await follow(() => rename(folder, join(base, "away")));
      await follow(() => rename(join(base, "away"), folder));
      await follow(() => writeFile(join(folder, "a.yaml"), "A: 1\n"));
      await follow(() => rm(folder, { recursive: true }));
      await follow(() => mkdir(folder));
      await follow(() => writeFile(join(folder, "b.yaml"), "B: 1\n"));
      process.emit("SIGTERM");
      assert.equal(await ended, 1);
      assert.ok(runs >= 7);
    } finally {
      // Or the process would go on watching.
      process.emit("SIGTERM");
      await rm(base, { recursive: true, force: true });
    }
  });
});
