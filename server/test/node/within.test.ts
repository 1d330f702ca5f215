import assert from "node:assert/strict";
import process, { platform } from "node:process";
import { startWatchdog } from "../../src/node/watchdog.ts";
import { limitBy, within } from "../../src/node/within.ts";

const forEver = (): never => {
  for (;;);
};
const late = (): string => "late";
/** Backtracks for ages. */
const SUPERLINEAR = /^(?:a+)+$/;

for (const watcher of ["V8", "a thread of its own"])
  describe(`within, ended by ${watcher}`, () => {
    let others: readonly NodeJS.SignalsListener[] = [];

    before(async () => {
      if (watcher === "V8") return;
      // Listeners of the signal, such as a test runner's, keep Node from ending scripts by it.
      others = process.listeners("SIGINT");
      process.removeAllListeners("SIGINT");
      const watchdog = await startWatchdog();
      // Windows has no SIGINT that one could send.
      assert.equal(watchdog === undefined, platform === "win32");
      limitBy(watchdog);
    });
    after(() => {
      limitBy(undefined);
      for (const listener of others) process.on("SIGINT", listener);
    });

    const cases: readonly [name: string, run: () => unknown, expected: unknown][] = [
      ["gives what is run in time", () => 7, 7],
      ["gives nothing where that is the result", () => undefined, undefined],
      ["ends a loop", forEver, "late"],
      ["ends a regular expression", () => SUPERLINEAR.test(`${"a".repeat(60)}b`), "late"],
      ["ends a sort", () => [3, 1, 2].sort(forEver), "late"],
      [
        "is noticed by no catch and no finally inside",
        () => {
          try {
            forEver();
          } catch {
            return "caught";
          } finally {
            // biome-ignore lint/correctness/noUnsafeFinally: it must never come to that
            return "finally";
          }
        },
        "late",
      ],
      ["ends a call inside with it", () => within(10, forEver, () => "inner"), "late"],
      ["gives what a call inside gives", () => within(10, () => 1, late), 1],
    ];
    for (const [name, run, expected] of cases)
      it(name, () => assert.deepEqual(within(expected === "late" ? 100 : 10_000, run, late), expected));

    it("hands on what is thrown", () => {
      const failure = new Error("x");
      const fail = (): never => {
        throw failure;
      };
      assert.throws(
        () => within(1000, fail, late),
        (error) => error === failure,
      );
    });

    if (watcher !== "V8") {
      it("does not count the time in which the process does not work", () => {
        const held = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
        assert.equal(
          within(150, () => Atomics.wait(held, 0, 0, 400), late),
          "timed-out",
        );
      });

      it("ends nothing that runs after what came to its end at the last moment", () => {
        const spin = (milliseconds: number): string => {
          for (const end = performance.now() + milliseconds; performance.now() < end; );
          return "done";
        };
        for (let run = 0; run < 100; run++) {
          const limit = 1 + (run % 3);
          within(limit, () => spin(limit), late);
          assert.equal(
            within(10_000, () => spin(1), late),
            "done",
          );
        }
      });
    }

    it("can be used again", () => {
      assert.equal(within(50, forEver, late), "late");
      assert.equal(
        within(1000, () => 1, late),
        1,
      );
    });
  });
