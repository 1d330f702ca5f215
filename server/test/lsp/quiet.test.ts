import assert from "node:assert/strict";
import { Quiet } from "../../src/lsp/quiet.ts";

/**
 * A host with a clock of its own that notes what it is asked for. What comes in during a delay is handled in the pause
 * behind it.
 *
 * @param late how much later than asked for each delay ends; below zero: earlier
 */
function hosted(comesIn: (quiet: Quiet) => void = () => undefined, late = 0): { quiet: Quiet; log: string[] } {
  const log: string[] = [];
  let now = 0;
  const quiet: Quiet = new Quiet({
    pause: async () => {
      if (log.at(-1)?.startsWith("delay") === true) comesIn(quiet);
      log.push("pause");
    },
    delay: async (milliseconds) => {
      now += milliseconds + late;
      log.push(`delay ${milliseconds}`);
    },
    now: () => now,
  });
  return { quiet, log };
}

describe("waiting for quiet", () => {
  it("lets everything that came in be handled, and no more where nobody asks", async () => {
    const { quiet, log } = hosted();
    await quiet.wait();
    assert.deepEqual(log, ["pause"]);
  });

  it("sleeps for a moment after something was heard, once", async () => {
    const { quiet, log } = hosted();
    quiet.heard();
    await quiet.wait();
    await quiet.wait();
    assert.deepEqual(log, ["pause", "delay 1", "pause", "pause"]);
  });

  it("sleeps again where something is heard meanwhile", async () => {
    let asked = 0;
    const { quiet, log } = hosted((it) => {
      if (++asked < 3) it.heard();
    });
    quiet.heard();
    await quiet.wait();
    assert.deepEqual(log, ["pause", "delay 1", "pause", "delay 1", "pause", "delay 1", "pause"]);
  });

  it("sleeps again where a sleep was too short", async () => {
    const { quiet, log } = hosted(undefined, -0.5);
    quiet.heard();
    await quiet.wait();
    assert.deepEqual(log, ["pause", "delay 1", "pause", "delay 1", "pause"]);
  });

  it("goes on at last where somebody asks without an end", async () => {
    const { quiet, log } = hosted((it) => it.heard());
    quiet.heard();
    await quiet.wait();
    assert.equal(log.filter((entry) => entry.startsWith("delay")).length, 10);
  });

  it("waits for calm until nothing was heard for long enough", async () => {
    const { quiet, log } = hosted();
    await quiet.calm(500);
    assert.deepEqual(log, []);
    quiet.heard();
    await quiet.calm(500);
    assert.deepEqual(log, ["delay 500"]);
    await quiet.calm(500);
    assert.deepEqual(log, ["delay 500"]);
  });
});
