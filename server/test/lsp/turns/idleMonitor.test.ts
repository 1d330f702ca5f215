import assert from "node:assert/strict";
import { IdleMonitor } from "../../../src/lsp/turns/idleMonitor.ts";

/**
 * A host with a clock of its own that notes what it is asked for. What comes in during a delay is handled in the pause
 * behind it.
 *
 * @param late how much later than asked for each delay ends; below zero: earlier
 */
function hosted(
  comesIn: (activity: IdleMonitor) => void = () => undefined,
  late = 0,
): { activity: IdleMonitor; log: string[] } {
  const log: string[] = [];
  let now = 0;
  const activity: IdleMonitor = new IdleMonitor({
    yieldToEventLoop: async () => {
      if (log.at(-1)?.startsWith("sleep") === true) comesIn(activity);
      log.push("yieldToEventLoop");
    },
    sleep: async (milliseconds) => {
      now += milliseconds + late;
      log.push(`sleep ${milliseconds}`);
    },
    now: () => now,
  });
  return { activity, log };
}

describe("standing back for a question that a person waits for", () => {
  it("ends with the answer", async () => {
    const { activity, log } = hosted();
    let answer = (): void => undefined;
    const answered = activity.answerFirst(() => new Promise<void>((done) => (answer = done)));
    answer();
    await answered;
    await activity.yieldToClient();
    assert.ok(!log.includes("sleep 300"), log.join());
  });

  it("is limited for the question, not for each slice of work", async () => {
    const { activity, log } = hosted();
    void activity.answerFirst(() => new Promise(() => undefined));
    for (let slice = 0; slice < 3; slice++) await activity.yieldToClient();
    assert.equal(log.filter((one) => one === "sleep 300").length, 1, log.join());
  });
});

describe("waiting until nobody asks", () => {
  it("lets everything that came in be handled, and waits for nothing else", async () => {
    const { activity, log } = hosted();
    activity.noteActivity();
    await activity.yieldToClient();
    assert.deepEqual(log, ["yieldToEventLoop"]);
  });

  it("sleeps for no moment where nobody asks", async () => {
    const { activity, log } = hosted();
    await activity.yieldToClient(1);
    assert.deepEqual(log, ["yieldToEventLoop"]);
  });

  it("sleeps for a moment after something was heard, once", async () => {
    const { activity, log } = hosted();
    activity.noteActivity();
    await activity.yieldToClient(1);
    await activity.yieldToClient(1);
    assert.deepEqual(log, ["yieldToEventLoop", "sleep 1", "yieldToEventLoop", "yieldToEventLoop"]);
  });

  it("sleeps again where something is heard meanwhile", async () => {
    let asked = 0;
    const { activity, log } = hosted((it) => {
      if (++asked < 3) it.noteActivity();
    });
    activity.noteActivity();
    await activity.yieldToClient(1);
    assert.deepEqual(log, [
      "yieldToEventLoop",
      "sleep 1",
      "yieldToEventLoop",
      "sleep 1",
      "yieldToEventLoop",
      "sleep 1",
      "yieldToEventLoop",
    ]);
  });

  it("sleeps again where a sleep was too short", async () => {
    const { activity, log } = hosted(undefined, -0.5);
    activity.noteActivity();
    await activity.yieldToClient(1);
    assert.deepEqual(log, ["yieldToEventLoop", "sleep 1", "yieldToEventLoop", "sleep 1", "yieldToEventLoop"]);
  });

  it("goes on at last where somebody asks without an end", async () => {
    const { activity, log } = hosted((it) => it.noteActivity());
    activity.noteActivity();
    await activity.yieldToClient(1);
    assert.equal(log.filter((entry) => entry.startsWith("sleep")).length, 10);
  });

  it("waits until nothing was heard for long enough", async () => {
    const { activity, log } = hosted();
    await activity.whenIdle(500);
    assert.deepEqual(log, []);
    activity.noteActivity();
    await activity.whenIdle(500);
    assert.deepEqual(log, ["sleep 500"]);
    await activity.whenIdle(500);
    assert.deepEqual(log, ["sleep 500"]);
  });
});
