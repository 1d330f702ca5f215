import { realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { createLanguageService } from "../languageService.ts";
import { nodeHost } from "../node/nodeHost.ts";
import type { CheckedFile } from "./checked.ts";
import { type CheckRequest, checkFile, type FileToCheck } from "./checkFiles.ts";

/** A thread of its own pays only when it has so many files to check. */
const FILES_PER_THREAD = 40;
/** So many files a thread gets at a time: few enough that all end together. */
const PORTION = 8;

/** Checks files, on several threads where there are many; in the order of `files`, those that are no templates left out. */
export async function checkFiles(
  files: readonly FileToCheck[],
  request: CheckRequest,
  options: { readonly threads: number | undefined; readonly progress: (done: number) => void },
): Promise<readonly CheckedFile[]> {
  const threads = Math.min(options.threads ?? availableParallelism(), Math.ceil(files.length / FILES_PER_THREAD));
  const results: (CheckedFile | undefined)[] = new Array(files.length);
  let next = 0;
  let done = 0;
  const portion = (): readonly number[] => {
    const numbers = Array.from({ length: Math.min(PORTION, files.length - next) }, (_, index) => next + index);
    next += numbers.length;
    return numbers;
  };
  const store = (number: number, result: CheckedFile | undefined): void => {
    results[number] = result;
    options.progress(++done);
  };
  const workers = Array.from({ length: threads - 1 }, () => new Checker(request));
  const own = async (): Promise<void> => {
    const service = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
    for (let numbers = portion(); numbers.length > 0; numbers = portion()) {
      for (const number of numbers) {
        const file = files[number];
        if (file !== undefined) store(number, await checkFile(service, file, request));
      }
      // Lets the other threads hand in their results and get new work.
      await nodeHost.pause();
    }
  };
  const others = workers.map(async (worker) => {
    for (let numbers = portion(); numbers.length > 0; numbers = portion()) {
      const checked = await worker.check(numbers.flatMap((number) => files[number] ?? []));
      for (const [index, number] of numbers.entries()) store(number, checked[index]);
    }
    await worker.end();
  });
  await Promise.all([own(), ...others]);
  return results.filter((result) => result !== undefined);
}

/** Whether this thread was started by {@link checkFiles}. */
export const IS_CHECKING_THREAD: boolean =
  !isMainThread && (workerData as { check?: unknown } | null)?.check !== undefined;

/** Another thread that checks files. It runs the same command, which finds out by {@link IS_CHECKING_THREAD}. */
class Checker {
  readonly #worker: Worker;

  constructor(request: CheckRequest) {
    const [, script = ""] = process.argv;
    this.#worker = new Worker(realpathSync(script), { argv: ["check"], workerData: { check: request } });
  }

  check(files: readonly FileToCheck[]): Promise<readonly (CheckedFile | undefined)[]> {
    return new Promise((resolve, reject) => {
      this.#worker.once("error", reject);
      this.#worker.once("message", (checked: readonly (CheckedFile | undefined)[]) => {
        this.#worker.off("error", reject);
        resolve(checked);
      });
      this.#worker.postMessage(files);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** What such a thread does: waits for files and sends back what it found. */
export async function runCheckingThread(): Promise<void> {
  const { check: request } = workerData as { readonly check: CheckRequest };
  const service = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
  parentPort?.on("message", (files: readonly FileToCheck[]) => {
    void Promise.all(files.map((file) => checkFile(service, file, request))).then((checked) => {
      parentPort?.postMessage(checked);
    });
  });
}
