import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { nodeHost } from "../../node/nodeHost.ts";
import { within } from "../../node/within.ts";
import { createTemplateChecker } from "../../templateChecker.ts";
import type { CheckedFile, FileToCheck, UncheckedFile } from "../files/checked.ts";
import { type CheckRequest, checkFile, MAX_CHECK_MS } from "./checkFiles.ts";

/** A thread of its own pays only when it has so many files to check. */
const FILES_PER_THREAD = 40;

/** The work of all threads. Each takes the next file itself, so that none waits for another and all end together. */
interface Work {
  readonly files: readonly FileToCheck[];
  readonly request: CheckRequest;
  /** How many files were taken; shared. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

type Results = readonly (readonly [number: number, result: CheckedFile | UncheckedFile])[];

/** Checks files, on several threads if there are many; in the order of `files`, without those that are no templates. */
export async function checkFiles(
  files: readonly FileToCheck[],
  request: CheckRequest,
  options: { readonly threads: number | undefined; readonly progress: (done: number) => void },
): Promise<readonly (CheckedFile | UncheckedFile)[]> {
  const threads = Math.min(options.threads ?? availableParallelism(), Math.ceil(files.length / FILES_PER_THREAD));
  const work: Work = { files, request, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const others = Array.from({ length: threads - 1 }, () => resultsOfThread(work));
  const results = await Promise.all([checkNext(work, options.progress), ...others]);
  return results
    .flat()
    .sort(([a], [b]) => a - b)
    .map(([, result]) => result);
}

/** Whether this thread was started by {@link checkFiles}. */
export const IS_CHECKING_THREAD: boolean =
  !isMainThread && (workerData as { check?: unknown } | null)?.check !== undefined;

/** Starts another thread that checks files. It runs the same command, which finds out by {@link IS_CHECKING_THREAD}. */
function resultsOfThread(work: Work): Promise<Results> {
  const [, script = ""] = process.argv;
  const worker = new Worker(realpathSync(script), { argv: ["check"], workerData: { check: work } });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", resolve);
  });
}

/** The work of one thread. */
export async function runCheckingThread(): Promise<void> {
  const { check: work } = workerData as { readonly check: Work };
  parentPort?.postMessage(await checkNext(work, () => undefined));
}

/** Files are checked under one limit for this time: to set one starts a thread, for which a busy machine takes a while. */
const TOGETHER_MS = 100;

/** Checks one file after another until all are taken. */
async function checkNext({ files, request, taken }: Work, progress: (done: number) => void): Promise<Results> {
  const checker = createTemplateChecker(await nodeHost.catalogue());
  const results: [number, CheckedFile | UncheckedFile][] = [];
  for (;;) {
    const since = performance.now();
    let number = 0;
    const next = (): "done" | "more" => {
      while (performance.now() - since < TOGETHER_MS) {
        number = Atomics.add(taken, 0, 1);
        const file = files[number];
        if (file === undefined) return "done";
        const result = checkFile(checker, file, request);
        if (result !== undefined) results.push([number, result]);
        progress(Math.min(number + 1, files.length));
      }
      return "more";
    };
    const ended = within(TOGETHER_MS + MAX_CHECK_MS, next, () => "late");
    if (ended === "done") return results;
    const file = files[number];
    if (ended === "late" && file !== undefined) results.push([number, { path: file.path, problem: "takes-too-long" }]);
  }
}
