import assert from "node:assert/strict";
import { changeStore, mergeStores } from "../../../server/src/study/store/changeStore.ts";
import { readStore } from "../../../server/src/study/store/readStore.ts";
import type { CardChange } from "../../../server/src/study/store/record.ts";
import { ScheduleFile, type ScheduleFolder, type Updated } from "../../src/study/scheduleFile.ts";
import { type Files, SteppedClock, SteppedFolder } from "./steppedFolder.ts";

const NAME = "schedule.json";
const review = (front: string, time: number): CardChange => ({
  card: { kind: "term", front, back: `What ${front} means.`, where: ["Memo"] },
  time,
  grade: 3,
});
const OLD = Array.from({ length: 30 }, (_, index) => review(`Old${index}`, index + 1));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (file: Uint8Array | undefined): string => new TextDecoder().decode(file);
const filesWith = (...changes: readonly CardChange[]): Files => new Map([[NAME, bytes(changeStore("", changes).text)]]);

function opened(folder: ScheduleFolder, clock: SteppedClock): ScheduleFile {
  return new ScheduleFile({ folder, name: NAME, clock, merge: async (one, other) => mergeStores(one, other) });
}

function grade(file: ScheduleFile, ...changes: readonly CardChange[]): Promise<Updated> {
  return file.update(async (store) => changeStore(store, changes));
}

/** The number of reviews by card. */
function reviews(file: Uint8Array | undefined): Record<string, number> {
  const { state, records } = readStore(text(file));
  assert.equal(state, "whole");
  return Object.fromEntries([...records.values()].map((record) => [record.front, record.reviews.length]).sort());
}
const OLD_REVIEWS = reviews(filesWith(...OLD).get(NAME));

describe("a schedule that is renamed over in two steps", () => {
  for (const seed of [1, 2, 3, 4])
    it(`has what three windows write at the same time, in the order of ${seed}`, async () => {
      const clock = new SteppedClock(seed);
      const files = filesWith(...OLD);
      const windows = ["Alpha", "Beta", "Gamma"].map(async (front) => {
        const file = opened(new SteppedFolder(files, clock), clock);
        for (let time = 101; time <= 115; time++) await grade(file, review(front, time));
      });
      await clock.run(Promise.all(windows));
      assert.deepEqual(reviews(files.get(NAME)), { ...OLD_REVIEWS, Alpha: 15, Beta: 15, Gamma: 15 });
      assert.deepEqual([...files.keys()].sort(), [NAME, `${NAME}.backup`]);
    });

  it("is never read as missing or empty while another window writes", async () => {
    const clock = new SteppedClock(5);
    const files = filesWith(...OLD);
    let isDone = false;
    const write = async (): Promise<void> => {
      const file = opened(new SteppedFolder(files, clock), clock);
      for (let time = 101; time <= 120; time++) await grade(file, review("Alpha", time));
      isDone = true;
    };
    const read = async (): Promise<void> => {
      while (!isDone) {
        const found = reviews(bytes(await opened(new SteppedFolder(files, clock), clock).read()));
        assert.deepEqual({ ...found, Alpha: 0 }, { ...OLD_REVIEWS, Alpha: 0 });
      }
    };
    await clock.run(Promise.all([write(), read()]));
  });

  it("keeps all when a window ends at any step, and cleans up", async () => {
    let hasEnded = false;
    for (let steps = 0; !hasEnded; steps++) {
      const clock = new SteppedClock(steps);
      const files = filesWith(...OLD);
      const last = grade(opened(new SteppedFolder(files, clock, steps), clock), review("Last", 101));
      const isOver = clock.sleep(30_000).then(() => "gone" as const);
      hasEnded = (await clock.run(Promise.race([last, isOver]))) !== "gone";
      // Once the new text lies there, the grade counts.
      const isWritten = [...files.values()].some(
        (file) => text(file).includes('"Last"') && text(file).endsWith("]}\n"),
      );
      await clock.run(grade(opened(new SteppedFolder(files, clock), clock), review("Next", 102)));
      const expected = { ...OLD_REVIEWS, ...(isWritten && { Last: 1 }), Next: 1 };
      assert.deepEqual(reviews(files.get(NAME)), expected, `after ${steps} steps`);
      assert.deepEqual([...files.keys()].sort(), [NAME, `${NAME}.backup`]);
    }
  });

  it("waits for a window that has ended a moment ago", async () => {
    const clock = new SteppedClock(6);
    const files = filesWith(...OLD);
    files.set(`${NAME}.${clock.now().toString(36)}-0badcafe.tmp`, changed(files, review("Last", 101)));
    await clock.run(grade(opened(new SteppedFolder(files, clock), clock), review("Next", 102)));
    assert.deepEqual(reviews(files.get(NAME)), { ...OLD_REVIEWS, Last: 1, Next: 1 });
  });
});

describe("a schedule that is not there, or not whole", () => {
  let files: Files;
  let clock: SteppedClock;
  let file: ScheduleFile;
  beforeEach(() => {
    files = filesWith(...OLD);
    clock = new SteppedClock(7);
    file = opened(new SteppedFolder(files, clock), clock);
  });

  it("begins where there never was one", async () => {
    files.clear();
    const begun = clock.now();
    assert.deepEqual(await clock.run(grade(file, review("First", 1))), { kind: "kept", wrote: true });
    assert.deepEqual([reviews(files.get(NAME)), [...files.keys()]], [{ First: 1 }, [NAME]]);
    assert.ok(clock.now() - begun < 1000);
  });

  for (const [name, spoil] of [
    ["deleted", () => files.delete(NAME)],
    ["emptied", () => files.set(NAME, bytes(""))],
    ["overwritten with zeros", () => files.set(NAME, new Uint8Array(5000))],
  ] as const)
    it(`is made anew from its backup where it was ${name}, which is told`, async () => {
      await clock.run(grade(file, review("Alpha", 101)));
      await clock.run(grade(file, review("Beta", 102)));
      spoil();
      assert.deepEqual(await clock.run(grade(file, review("Beta", 102), review("Gamma", 103))), {
        kind: "kept",
        wrote: true,
        restoredFrom: `${NAME}.backup`,
      });
      assert.deepEqual(reviews(files.get(NAME)), { ...OLD_REVIEWS, Alpha: 1, Beta: 1, Gamma: 1 });
    });

  it("is kept as it is where it is damaged, and what it lost comes back from the backup", async () => {
    await clock.run(grade(file, review("Alpha", 101)));
    const whole = files.get(NAME) ?? bytes("");
    const half = whole.slice(0, whole.length / 2);
    for (const [copy, damaged] of [
      [`${NAME}.damaged`, half],
      [`${NAME}.damaged-2`, whole.map((byte, index) => (index === whole.length - 20 ? 0xff : byte))],
    ] as const) {
      files.set(NAME, damaged);
      const updated = await clock.run(grade(file, review("Alpha", 101), review("Beta", 102)));
      assert.deepEqual(updated, { kind: "kept", wrote: true, copy });
      assert.deepEqual(files.get(copy), damaged);
    }
    const left = reviews(files.get(NAME));
    assert.deepEqual(Object.keys(left).filter((front) => front.startsWith("Old")).length, OLD.length);
    assert.deepEqual([left["Alpha"], left["Beta"]], [1, 1]);
  });

  it("is left alone where it is somebody else's", async () => {
    files.set(NAME, bytes('{"name":"package"}'));
    assert.deepEqual(await clock.run(grade(file, review("Alpha", 101))), { kind: "foreign" });
    assert.deepEqual([text(files.get(NAME)), files.size], ['{"name":"package"}', 1]);
  });

  it("is not written where nothing changes", async () => {
    assert.deepEqual(await clock.run(grade(file, ...OLD)), { kind: "kept", wrote: false });
    assert.deepEqual([...files.keys()], [NAME]);
  });

  it("stays whole on a full disk, and when it can't be renamed", async () => {
    const before = text(files.get(NAME));
    const full = new SteppedFolder(files, clock);
    full.write = async (name) => {
      files.set(name, bytes("half"));
      throw new Error("ENOSPC");
    };
    await assert.rejects(clock.run(grade(opened(full, clock), review("Alpha", 101))), /ENOSPC/);
    assert.deepEqual(
      [...files.entries()].map(([name, one]) => [name, text(one)]),
      [[NAME, before]],
    );

    const half = new SteppedFolder(files, clock);
    half.rename = async (_, to) => {
      files.delete(to);
      throw new Error("EIO");
    };
    await assert.rejects(clock.run(grade(opened(half, clock), review("Beta", 102))), /EIO/);
    assert.deepEqual(reviews(bytes(await clock.run(file.read()))), { ...OLD_REVIEWS, Beta: 1 });
  });
});

function changed(files: Files, ...changes: readonly CardChange[]): Uint8Array {
  return bytes(changeStore(text(files.get(NAME)), changes).text);
}
