import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Stats } from "mocha";

/**
 * What VS Code calls in its extension host: runs every `*.test.cjs` beside this file and below.
 * Rejects where a test failed, or where there was none.
 */
export async function run(): Promise<void> {
  const grep = process.env["CFN_NOTES_GREP"];
  // Mocha is an ES module, and this file becomes CommonJS, as VS Code wants it.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 30_000, forbidOnly: true, ...(grep ? { grep } : {}) });
  for (const name of readdirSync(__dirname, { recursive: true, encoding: "utf8" }).sort())
    if (name.endsWith(".test.cjs")) mocha.addFile(join(__dirname, name));
  const { failures, tests } = await new Promise<Stats>((resolve) => {
    const runner = mocha.run(() => runner.stats && resolve(runner.stats));
  });
  if (failures > 0) throw new Error(`${failures} editor tests failed.`);
  if (tests === 0) throw new Error("No editor test ran.");
}
