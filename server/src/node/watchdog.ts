import { execFile } from "node:child_process";
import process, { env, execPath, pid, platform, versions } from "node:process";
import type { Script } from "node:vm";
import { Worker } from "node:worker_threads";

/** What both threads share: the number of the run (odd while it runs), its time limit, whether the thread sleeps, whose end it asked for. */
interface Cells {
  readonly run: Int32Array;
  readonly limitMs: Int32Array;
  readonly isAsleep: Int32Array;
  readonly endedRun: Int32Array;
}

/** Ends what takes too long, by a thread that watches. */
export class Watchdog {
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  /**
   * Runs a script for some milliseconds at most.
   *
   * @returns whether it came to its end
   */
  run(script: Script, limitMs: number): boolean {
    const { run, isAsleep, endedRun } = this.#cells;
    this.#cells.limitMs[0] = limitMs;
    const number = Atomics.add(run, 0, 1) + 1;
    if (Atomics.load(isAsleep, 0) === 1) {
      Atomics.store(isAsleep, 0, 0);
      Atomics.notify(isAsleep, 0);
    }
    try {
      script.runInThisContext({ breakOnSigint: true });
      return true;
    } catch (error) {
      if (!isInterrupted(error)) throw error;
      // Somebody pressed Ctrl-C.
      if (Atomics.load(endedRun, 0) !== number) process.kill(pid, "SIGTERM");
      return false;
    } finally {
      Atomics.add(run, 0, 1);
    }
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
  const cells: Cells = { run: cell(), limitMs: cell(), isAsleep: cell(), endedRun: cell() };
  const code = `(${watch})(require("node:vm"), require("node:worker_threads"), process.kill)`;
  const worker = new Worker(code, {
    eval: true,
    workerData: { cells, pid },
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

/** What a process of this kind exits with if SIGINT ended its script and not the process. */
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

/** What the thread does. It is handed over as text: nothing outside of this function is known inside. */
function watch(
  vm: typeof import("node:vm"),
  { parentPort, workerData }: Pick<typeof import("node:worker_threads"), "parentPort" | "workerData">,
  kill: typeof process.kill,
): void {
  const { cells, pid } = workerData as { cells: Cells; pid: number };
  const { run, limitMs, isAsleep, endedRun } = cells;
  const TICK_MS = 100;
  let isTold = false;
  const look = (): void => {
    if (!isTold) parentPort?.postMessage("watching");
    isTold = true;
    let seen = Atomics.load(run, 0);
    let since = Date.now();
    for (;;) {
      const now = Atomics.load(run, 0);
      if (now !== seen) {
        seen = now;
        since = Date.now();
      } else if ((now & 1) === 0) {
        Atomics.store(isAsleep, 0, 1);
        if (Atomics.load(run, 0) === now) Atomics.wait(isAsleep, 0, 1);
        else Atomics.store(isAsleep, 0, 0);
        continue;
      } else if (Date.now() - since >= Atomics.load(limitMs, 0)) {
        Atomics.store(endedRun, 0, now);
        kill(pid, "SIGINT");
      }
      Atomics.wait(isAsleep, 0, 0, Math.min(TICK_MS, Atomics.load(limitMs, 0)));
    }
  };
  Object.assign(globalThis, { look });
  const script = new vm.Script("look()");
  for (;;) {
    const ended = Atomics.load(endedRun, 0);
    try {
      script.runInThisContext({ breakOnSigint: true });
    } catch {
      // A signal that this thread sent comes here if the run ended by itself meanwhile; any other one is somebody's Ctrl-C.
      if (Atomics.load(endedRun, 0) === ended) kill(pid, "SIGTERM");
    }
  }
}
