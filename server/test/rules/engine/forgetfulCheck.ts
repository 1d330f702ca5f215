import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { cwd } from "node:process";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { dataFiles } from "../../../../scripts/data/dataFiles.mjs";
import type { Diagnostic, diagnostics } from "../../../src/features/diagnostics.ts";
import type { parse } from "../../../src/model/reading/parse.ts";
import type { exampleContext } from "./ruleExamples.ts";

interface Checker {
  readonly diagnostics: typeof diagnostics;
  readonly parse: typeof parse;
  readonly exampleContext: typeof exampleContext;
  forgetAll(): void;
}

const ENTRY = `
export { diagnostics } from "./server/src/features/diagnostics.ts";
export { parse } from "./server/src/model/reading/parse.ts";
export { forgetAll } from "./server/src/text/memoBy.ts";
export { exampleContext } from "./server/test/rules/engine/ruleExamples.ts";`;

/** All that is kept goes through the functions of one file: each memory is made anew after `forgetAll`. */
const FORGETFUL = `
import * as memory from "./memoBy.ts?real";
let time = 0;
export const forgetAll = () => { time++; };
const forgetful = (remember) => (...given) => {
  let made;
  let since;
  return (key, around) => {
    if (since !== time) made = remember(...given);
    since = time;
    return made(key, around);
  };
};
export const memoBy = forgetful(memory.memoBy);
export const memoWhile = forgetful(memory.memoWhile);
export const memoByText = forgetful(memory.memoByText);
export const memoOfLatest = forgetful(memory.memoOfLatest);`;

const forgetfulMemory: Plugin = {
  name: "forgetful memory",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /\?real$/ }, ({ resolveDir }) => ({ path: join(resolveDir, "memoBy.ts"), suffix: "?real" }));
    onLoad({ filter: /[\\/]text[\\/]memoBy\.ts$/ }, ({ path, suffix }) =>
      suffix === "?real" ? undefined : { contents: FORGETFUL, resolveDir: resolve(path, "..") },
    );
  },
};

/** What is found in a text by modules that share nothing with those under test, and have kept nothing of another text. */
export async function forgetfulCheck(): Promise<(text: string) => readonly Diagnostic[]> {
  const out = mkdtempSync(join(cwd(), "out/forgetful-"));
  try {
    const outfile = join(out, "checker.mjs");
    await build({
      absWorkingDir: cwd(),
      stdin: { contents: ENTRY, resolveDir: cwd() },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      logLevel: "warning",
      plugins: [dataFiles, forgetfulMemory],
    });
    const checker = (await import(pathToFileURL(outfile).href)) as Checker;
    return (text) => {
      checker.forgetAll();
      return checker.diagnostics(checker.parse(text), checker.exampleContext);
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
