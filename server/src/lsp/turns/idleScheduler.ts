import type { Host } from "../host/host.ts";
import { MAX_TURN_MS } from "./givenUp.ts";
import type { IdleMonitor } from "./idleMonitor.ts";

interface IdleSchedulerParts {
  readonly activity: Pick<IdleMonitor, "whenIdle">;
  readonly host: Pick<Host, "sleep" | "now" | "within">;
  /** How many milliseconds without activity have to pass first. */
  readonly idle: number;
}

/** Others get their turn for at least so long, in milliseconds. */
const PAUSE_MS = 2;
/** Small steps are done together, up to this time. */
const SLICE_MS = 3;

/** Runs background work while nothing else is to be done. */
export class IdleScheduler {
  readonly #parts: IdleSchedulerParts;
  #since = 0;

  constructor(parts: IdleSchedulerParts) {
    this.#parts = parts;
  }

  /** Waits for the next slice. */
  async nextSlice(): Promise<void> {
    const { activity, host, idle } = this.#parts;
    await host.sleep(PAUSE_MS);
    await activity.whenIdle(idle);
    this.#since = host.now();
  }

  /**
   * Runs the steps, each of which may be a promise, and waits for the next slice whenever they have taken a while.
   * Rejects if one takes too long.
   */
  async run(steps: Iterable<unknown>): Promise<void> {
    const { host } = this.#parts;
    const iterator = steps[Symbol.iterator]();
    const next = (): IteratorResult<unknown> => this.#stepsAtOnce(iterator);
    for (;;) {
      const step = host.within(MAX_TURN_MS, next, () => undefined);
      if (step === undefined) throw new Error(`A step took more than ${MAX_TURN_MS / 1000} seconds, and was ended.`);
      if (step.done === true) return;
      await step.value;
      if (host.now() - this.#since >= SLICE_MS) await this.nextSlice();
    }
  }

  /** Runs steps until the end of a slice, or until one has to be waited for; gives the last one. */
  #stepsAtOnce(steps: Iterator<unknown>): IteratorResult<unknown> {
    let step = steps.next();
    while (step.done !== true && step.value === undefined && this.#parts.host.now() - this.#since < SLICE_MS)
      step = steps.next();
    return step;
  }
}
