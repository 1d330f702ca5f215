import type { Host } from "../host/host.ts";
import type { IdleMonitor } from "./idleMonitor.ts";

interface MemoryReleaseParts {
  readonly host: Pick<Host, "releaseMemory">;
  readonly activity: IdleMonitor;
  /** Runs background work, and logs its failures. */
  readonly attempt: (name: string, run: () => Promise<unknown>) => Promise<void>;
}

/** After fewer documents there is not much to give back. */
const MIN_CLOSED = 10;
/** Only after this time without activity, since everything stands still meanwhile. */
const IDLE_MS = 3000;

/** Gives memory back when many documents were closed, as after a search through a workspace. */
export class MemoryRelease {
  readonly #parts: MemoryReleaseParts;
  #closed = 0;

  constructor(parts: MemoryReleaseParts) {
    this.#parts = parts;
  }

  /** To be called for each document that is closed. */
  closed(): void {
    const { host, activity, attempt } = this.#parts;
    // Later ones are only counted, as one is waiting already.
    if (host.releaseMemory === undefined || ++this.#closed !== MIN_CLOSED) return;
    void attempt("memory", async () => {
      await activity.whenIdle(IDLE_MS);
      this.#closed = 0;
      await host.releaseMemory?.();
    });
  }
}
