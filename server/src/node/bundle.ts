import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { Script } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { type BytecodeKey, readBytecode, writeBytecode } from "./bytecode.ts";
import { PRODUCT } from "./product.ts";
import { underFirstFlags } from "./v8Flags.ts";

/**
 * Loads a bundle of dist/server/, with the bytecode that V8 made of it in an earlier run: compiling takes longer than
 * anything else when a process starts.
 *
 * @param name of the file, without its ending
 * @param use the command it is loaded for: each compiles other functions, under other flags of V8
 */
export function bundle<Exports extends object>(name: string, use: string): Exports {
  const file = join(PRODUCT, "dist", "server", `${name}.cjs`);
  const { size, mtimeMs } = statSync(file);
  const key: BytecodeKey = { name: `${name}-${use}`, state: `${size}-${Math.floor(mtimeMs)}` };
  const keeps = env["NODE_DISABLE_COMPILE_CACHE"] === undefined;
  const cachedData = keeps ? readBytecode(key) : undefined;
  const text = readFileSync(file, "latin1");
  const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${text}\n})`, {
    filename: file,
    ...(cachedData !== undefined && { cachedData }),
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  const isFresh = cachedData === undefined || script.cachedDataRejected === true;
  if (keeps && isFresh && isMainThread) keepSoon(key, script);
  return module.exports as Exports;
}

/**
 * By then all functions are compiled that a start needs, and mostly those that the first questions need; later V8 throws
 * away those that did not run again. In milliseconds.
 */
const STARTED = 5000;

function keepSoon(key: BytecodeKey, script: Script): void {
  let isKept = false;
  const keep = (): void => {
    if (!isKept)
      writeBytecode(
        key,
        underFirstFlags(() => script.createCachedData()),
      );
    isKept = true;
  };
  setTimeout(keep, STARTED).unref();
  process.once("exit", keep);
}
