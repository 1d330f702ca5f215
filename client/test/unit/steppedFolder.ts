import { randomNumbers } from "../../../server/src/study/drill/random.ts";
import type { ScheduleFolder } from "../../src/study/scheduleFile.ts";

/** In milliseconds, on the average. */
const STEP_MS = 20;

/** A clock that goes on only when all others wait, and steps of several windows in an order by chance. */
export class SteppedClock {
  readonly #random: () => number;
  readonly #waiting: { readonly due: number; readonly go: () => void }[] = [];
  #now = 1_790_000_000_000;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  readonly now = (): number => Math.floor(this.#now);

  readonly sleep = (milliseconds: number): Promise<void> =>
    new Promise((go) => {
      this.#waiting.push({ due: this.#now + milliseconds, go });
    });

  step(): Promise<void> {
    return this.sleep(STEP_MS * 2 * this.#random());
  }

  /** Lets time pass until the work is done. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    for (;;) {
      await new Promise((turn) => setImmediate(turn));
      if (isDone) return done;
      this.#waiting.sort((left, right) => left.due - right.due);
      const next = this.#waiting.shift();
      if (next === undefined) throw new Error("Nobody goes on.");
      this.#now = Math.max(this.#now, next.due);
      next.go();
    }
  }
}

/** The files that windows share. */
export type Files = Map<string, Uint8Array>;

/**
 * A folder as VS Code's file system gives it to one window, in its order of steps: a file is empty before it is written, and
 * a rename deletes its target first, without asking whether there is something to rename.
 */
export class SteppedFolder implements ScheduleFolder {
  readonly #files: Files;
  readonly #clock: SteppedClock;
  readonly #steps: number;
  #taken = 0;

  /** @param steps after so many the window is gone, and nothing of it goes on */
  constructor(files: Files, clock: SteppedClock, steps: number = Number.POSITIVE_INFINITY) {
    this.#files = files;
    this.#clock = clock;
    this.#steps = steps;
  }

  async names(): Promise<readonly string[]> {
    await this.#step();
    return [...this.#files.keys()];
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    await this.#step();
    return this.#files.get(name);
  }

  async write(name: string, bytes: Uint8Array): Promise<void> {
    await this.#step();
    this.#files.set(name, new Uint8Array());
    await this.#step();
    this.#files.set(name, bytes.slice(0, bytes.length / 2));
    await this.#step();
    this.#files.set(name, bytes);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step();
    this.#files.delete(to);
    await this.#step();
    const bytes = this.#files.get(from);
    if (bytes === undefined) throw new Error(`There is no ${from}.`);
    this.#files.set(to, bytes);
    this.#files.delete(from);
  }

  async remove(name: string): Promise<void> {
    await this.#step();
    this.#files.delete(name);
  }

  async #step(): Promise<void> {
    if (this.#taken++ >= this.#steps) await new Promise(() => undefined);
    await this.#clock.step();
  }
}
