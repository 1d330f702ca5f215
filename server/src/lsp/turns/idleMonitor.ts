import type { Host } from "../host/host.ts";

/** After so many moments, work goes on even if requests keep coming. */
const MAX_MOMENTS = 10;
/**
 * How long work stands back for a request that a person waits for, in all; that request may wait for a slow folder of
 * notes itself.
 */
const MAX_STAND_BACK_MS = 300;

/** Tells when background work may go on. */
export class IdleMonitor {
  readonly #host: Pick<Host, "yieldToEventLoop" | "sleep" | "now">;
  #last = Number.NEGATIVE_INFINITY;
  #awaited = 0;
  /** When the first of the awaited requests came. */
  #awaitedSince = 0;
  /** Resolves when no person waits any more. */
  #answered: Promise<void> | undefined;
  #tellAnswered = (): void => undefined;

  constructor(host: Pick<Host, "yieldToEventLoop" | "sleep" | "now">) {
    this.#host = host;
  }

  /** When something last came in or went out, as the host's clock tells it. */
  get last(): number {
    return this.#last;
  }

  /** To be called for each change of a document, each question and each answer. */
  noteActivity(): void {
    this.#last = this.#host.now();
  }

  /** Answers a request that a person waits for: until then other work stands back. */
  async answerFirst<Result>(answer: () => Promise<Result>): Promise<Result> {
    if (this.#awaited++ === 0) {
      this.#awaitedSince = this.#host.now();
      this.#answered = new Promise((done) => {
        this.#tellAnswered = done;
      });
    }
    try {
      return await answer();
    } finally {
      if (--this.#awaited === 0) {
        this.#answered = undefined;
        this.#tellAnswered();
      }
    }
  }

  /** Waits until nothing has come in or gone out for so many milliseconds. */
  async whenIdle(milliseconds: number): Promise<void> {
    for (;;) {
      const rest = this.#last + milliseconds - this.#host.now();
      if (!(rest > 0)) return;
      await this.#host.sleep(rest);
    }
  }

  /**
   * Lets everything that came in be handled first.
   *
   * @param moment for how many milliseconds nothing must have come in or gone out
   */
  async yieldToClient(moment = 0): Promise<void> {
    await this.#host.yieldToEventLoop();
    const rest = this.#awaitedSince + MAX_STAND_BACK_MS - this.#host.now();
    if (this.#answered !== undefined && rest > 0) await Promise.race([this.#answered, this.#host.sleep(rest)]);
    // A timer counts from when the event loop last looked at the clock: it may end at once after an answer was made.
    for (let waited = 0; this.#host.now() - this.#last < moment && waited < MAX_MOMENTS; waited++) {
      await this.#host.sleep(moment);
      await this.#host.yieldToEventLoop();
    }
  }
}
