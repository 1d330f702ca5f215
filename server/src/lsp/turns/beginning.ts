import type { Host } from "../host/host.ts";

/** How long a session's first answers wait for what they are made from, and for a first check. */
const PATIENCE_MS = { settings: 2000, notes: 4000, "first check": 300 } as const;

/** What has to be read before the first answers are right: the client's settings, and the notes that they name. */
export type Needed = "settings" | "notes";

/** What answers requests is loaded when the template that was opened first is checked. */
type Expected = Needed | "first check";

/** What a session reads when it begins. Whoever needs it waits, but never for ever: a folder may be on a slow network. */
export class Beginning {
  readonly #host: Host;
  readonly #gates: Readonly<Record<Expected, Gate>> = { settings: gate(), notes: gate(), "first check": gate() };
  readonly #limits = new Map<Expected, Promise<void>>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** To be called when something is read or done, or will never be. */
  has(needed: Expected): void {
    this.#gates[needed].open();
  }

  /** Resolves when it is read or done, or after a time that is counted from the first one who waits; `undefined`: nothing to wait for. */
  waitFor(needed: Expected): Promise<void> | undefined {
    const { isOpen, opened } = this.#gates[needed];
    if (isOpen()) return undefined;
    const limit = this.#limits.get(needed) ?? this.#host.sleep(PATIENCE_MS[needed]).then(() => this.has(needed));
    this.#limits.set(needed, limit);
    return Promise.race([opened, limit]);
  }
}

interface Gate {
  readonly opened: Promise<void>;
  isOpen(): boolean;
  open(): void;
}

function gate(): Gate {
  let isOpen = false;
  let resolve = (): void => undefined;
  const opened = new Promise<void>((done) => {
    resolve = done;
  });
  const open = (): void => {
    if (!isOpen) resolve();
    isOpen = true;
  };
  return { opened, isOpen: () => isOpen, open };
}
