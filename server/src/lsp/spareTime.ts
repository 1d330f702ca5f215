import type { Host } from "./host.ts";
import type { Quiet } from "./quiet.ts";

interface SpareTimeParts {
  readonly quiet: Pick<Quiet, "calm">;
  readonly host: Pick<Host, "delay" | "now">;
  /** So long nobody must have asked or written anything, in milliseconds. */
  readonly calm: number;
}

/** At least so long others get their turn, in milliseconds. */
const PAUSE = 2;
/** So much is done in one go where the steps are small, in milliseconds. */
const SLICE = 3;

/** The time in which nobody does anything, for work that nobody waits for. */
export class SpareTime {
  readonly #parts: SpareTimeParts;
  #since = 0;

  constructor(parts: SpareTimeParts) {
    this.#parts = parts;
  }

  /** Waits for the next time. */
  async next(): Promise<void> {
    const { quiet, host, calm } = this.#parts;
    await host.delay(PAUSE);
    await quiet.calm(calm);
    this.#since = host.now();
  }

  /** Goes through the steps, each of which may be a promise, and waits for the next time whenever they have taken a while. */
  async through(steps: Iterable<unknown>): Promise<void> {
    for (const step of steps) {
      await step;
      if (this.#parts.host.now() - this.#since >= SLICE) await this.next();
    }
  }
}
