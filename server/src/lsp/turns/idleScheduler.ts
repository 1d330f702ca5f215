import type { Host } from "../host/host.ts";
import { LONGEST } from "./givenUp.ts";
import type { IdleMonitor } from "./idleMonitor.ts";

interface IdleSchedulerParts {
  readonly activity: Pick<IdleMonitor, "whenIdle">;
  readonly host: Pick<Host, "sleep" | "now" | "within">;
  /** So long nobody must have asked or written anything, in milliseconds. */
  readonly idle: number;
}

/** At least so long others get their turn, in milliseconds. */
const PAUSE = 2;
/** So much is done in one go where the steps are small, in milliseconds. */
const SLICE = 3;

/** The time in which nobody does anything, for work that nobody waits for. */
export class IdleScheduler {
  readonly #parts: IdleSchedulerParts;
  #since = 0;

  constructor(parts: IdleSchedulerParts) {
    this.#parts = parts;
  }

  /** Waits for the next time. */
  async nextSlice(): Promise<void> {
    const { activity, host, idle } = this.#parts;
    await host.sleep(PAUSE);
    await activity.whenIdle(idle);
    this.#since = host.now();
  }

  /**
   * Goes through the steps, each of which may be a promise, and waits for the next time whenever they have taken a while.
   * Rejects where one takes too long.
   */
  async run(steps: Iterable<unknown>): Promise<void> {
    const { host } = this.#parts;
    const iterator = steps[Symbol.iterator]();
    const next = (): IteratorResult<unknown> => this.#stepsAtOnce(iterator);
    for (;;) {
      const step = host.within(LONGEST, next, () => undefined);
      if (step === undefined) throw new Error(`A step took more than ${LONGEST / 1000} seconds, and was ended.`);
      if (step.done === true) return;
      await step.value;
      if (host.now() - this.#since >= SLICE) await this.nextSlice();
    }
  }

  /** Steps until it is time for others, or one has to be waited for; gives the last one. */
  #stepsAtOnce(steps: Iterator<unknown>): IteratorResult<unknown> {
    let step = steps.next();
    while (step.done !== true && step.value === undefined && this.#parts.host.now() - this.#since < SLICE)
      step = steps.next();
    return step;
  }
}
