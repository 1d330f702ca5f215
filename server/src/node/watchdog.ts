import { execFile } from "node:child_process";
import process, { env, execPath, pid, platform, versions } from "node:process";
import type { Script } from "node:vm";
import { Worker } from "node:worker_threads";

/** The memory that both threads share. */
interface Cells {
  /** Four times the number of the run, and {@link RUNNING} and {@link SIGNALLED} as far as they are so. */
  readonly run: Int32Array;
  readonly limitMs: Int32Array;
  /** Whether the thread sleeps. */
  readonly isAsleep: Int32Array;
  /** Whether the thread has sent a signal that has come to nobody yet. */
  readonly isUnderway: Int32Array;
}

/** The run has begun, and not ended. */
const RUNNING = 1;
/** The thread ends the run. */
const SIGNALLED = 2;
/** A signal that has not come after so long was taken by something else in this process. */
const MAX_SIGNAL_MS = 5000;

const BY_SIGINT = { breakOnSigint: true };

/** Ends what takes too long, by a thread that watches. */
export class Watchdog {
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  /** Runs a script, which calls {@link begin} first of all; it may come to its end or not. */
  run(script: Script): void {
    let isEnded = false;
    try {
      script.runInThisContext(BY_SIGINT);
    } catch (error) {
      if (!isInterrupted(error)) throw error;
      isEnded = true;
    } finally {
      this.#end(isEnded);
    }
  }

  /** To be called inside of the script, from when on a signal reaches it: it may run for so many milliseconds. */
  begin(limitMs: number): void {
    const { run, isAsleep } = this.#cells;
    this.#cells.limitMs[0] = limitMs;
    Atomics.or(run, 0, RUNNING);
    if (Atomics.load(isAsleep, 0) === 1) {
      Atomics.store(isAsleep, 0, 0);
      Atomics.notify(isAsleep, 0);
    }
  }

  /** @param isEnded whether a signal has ended the script */
  #end(isEnded: boolean): void {
    const { run, isUnderway } = this.#cells;
    const before = Atomics.and(run, 0, ~RUNNING);
    if ((before & SIGNALLED) === 0) {
      // The user pressed Ctrl-C.
      if (isEnded) process.kill(pid, "SIGTERM");
    } else if (isEnded) Atomics.store(isUnderway, 0, 0);
    // It ended at the last moment. On a busy machine the signal takes a while, and would end what runs next.
    else Atomics.wait(isUnderway, 0, 1, MAX_SIGNAL_MS);
    Atomics.store(run, 0, (before | RUNNING | SIGNALLED) + 1);
  }
}

/**
 * Starts one thread that watches over all runs, since V8's own time limit costs a thread for each run, a tenth of a millisecond
 * or more. The thread sleeps while nothing runs. It ends a run by SIGINT, which Node makes the end of the latest script that runs
 * with `breakOnSigint`; it runs such a script itself, so that Node's handler stays in place from one run to the next.
 *
 * @returns `undefined` if this process must not be sent SIGINT: it would end the process itself
 */
export async function startWatchdog(): Promise<Watchdog | undefined> {
  if (!(await endsScriptsOnSigint())) return undefined;
  const cells: Cells = { run: cell(), limitMs: cell(), isAsleep: cell(), isUnderway: cell() };
  const code = `(${watch})(require("node:vm"), require("node:worker_threads"), process)`;
  const worker = new Worker(code, {
    eval: true,
    workerData: { cells, pid, RUNNING, SIGNALLED },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
  });
  const isWatching = await new Promise<boolean>((done) => {
    worker.once("message", () => done(true));
    worker.once("error", () => done(false));
  });
  worker.unref();
  return isWatching ? new Watchdog(cells) : undefined;
}

/** The exit code of such a process if SIGINT ended its script and not the process. */
const SCRIPT_ENDED = 42;
const PROOF = `
const loop = "process.kill(process.pid, 'SIGINT'); for (const end = Date.now() + 2000; Date.now() < end; );";
try { new (require("node:vm").Script)(loop).runInThisContext({ breakOnSigint: true }); }
catch { process.exit(${SCRIPT_ENDED}); }`;

/**
 * Node does so, unless there are listeners of the signal, which take its handler away; on Windows the signal cannot be sent.
 * What VS Code runs extensions with is built from Node: a second process tries it there.
 */
async function endsScriptsOnSigint(): Promise<boolean> {
  if (platform === "win32" || process.listenerCount("SIGINT") > 0) return false;
  if (versions["electron"] === undefined) return true;
  const options = { env: { ...env, ELECTRON_RUN_AS_NODE: "1" }, timeout: 10_000 };
  return new Promise((done) => {
    execFile(execPath, ["-e", PROOF], options)
      .once("error", () => done(false))
      .once("exit", (code) => done(code === SCRIPT_ENDED));
  });
}

function cell(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

function isInterrupted(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

/** The code of the thread. It is handed over as text: nothing outside of this function is known inside. */
function watch(
  vm: typeof import("node:vm"),
  { parentPort, workerData }: Pick<typeof import("node:worker_threads"), "parentPort" | "workerData">,
  { kill, cpuUsage }: Pick<typeof process, "kill" | "cpuUsage">,
): void {
  const { cells, pid, RUNNING, SIGNALLED } = workerData as {
    cells: Cells;
    pid: number;
    RUNNING: number;
    SIGNALLED: number;
  };
  const { run, limitMs, isAsleep, isUnderway } = cells;
  const TICK_MS = 100;
  /** To wake the thread costs the run that begins, and runs come by the dozen: it stays awake for so long behind each. */
  const AWAKE_MS = 1000;
  let isTold = false;
  const look = (): void => {
    if (!isTold) parentPort?.postMessage("watching");
    isTold = true;
    // A signal came here, as its run had ended by itself. Only now may another run begin: a signal comes to the latest script.
    if (Atomics.exchange(isUnderway, 0, 0) === 1) Atomics.notify(isUnderway, 0);
    let seen = Atomics.load(run, 0);
    let since = Date.now();
    let used = cpuUsage();
    // Only time counts in which this process works: a busy machine, or one that was asleep, says nothing of the run.
    const isOver = (): boolean => {
      const limit = Atomics.load(limitMs, 0);
      if (Date.now() - since < limit) return false;
      const { user, system } = cpuUsage(used);
      return (user + system) / 1000 >= limit;
    };
    for (;;) {
      const now = Atomics.load(run, 0);
      if (now !== seen) {
        seen = now;
        since = Date.now();
        used = cpuUsage();
      } else if ((now & (RUNNING | SIGNALLED)) === 0 && Date.now() - since >= AWAKE_MS) {
        Atomics.store(isAsleep, 0, 1);
        if (Atomics.load(run, 0) === now) Atomics.wait(isAsleep, 0, 1);
        else Atomics.store(isAsleep, 0, 0);
        continue;
      } else if ((now & (RUNNING | SIGNALLED)) === RUNNING && isOver()) {
        // One signal for a run, and never two at a time: the second one would end something else.
        Atomics.store(isUnderway, 0, 1);
        if (Atomics.compareExchange(run, 0, now, now | SIGNALLED) === now) kill(pid, "SIGINT");
        else Atomics.store(isUnderway, 0, 0);
      }
      Atomics.wait(isAsleep, 0, 0, (now & RUNNING) === 0 ? TICK_MS : Math.min(TICK_MS, Atomics.load(limitMs, 0)));
    }
  };
  Object.assign(globalThis, { look });
  const script = new vm.Script("look()");
  for (;;) {
    try {
      script.runInThisContext({ breakOnSigint: true });
    } catch {
      // Not a signal of its own, but somebody's Ctrl-C.
      if (Atomics.load(isUnderway, 0) === 0) kill(pid, "SIGTERM");
    }
  }
}
