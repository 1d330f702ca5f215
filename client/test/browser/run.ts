// Mocha for browsers, which puts itself and its functions among the globals.
import "mocha/mocha.js";

/**
 * Runs suites in the extension host of a browser. Rejects where a test failed, or where there was none.
 *
 * @param suites loads them, one after the other
 * @param grep the names of the tests that are wanted; all where it is empty
 */
export async function run(suites: readonly (() => Promise<unknown>)[], grep: string): Promise<void> {
  mocha.setup({ ui: "bdd", reporter: "spec", timeout: 30_000, ...(grep && { grep }) });
  for (const load of suites) await load();
  const { failures, tests } = await new Promise<Partial<Mocha.Stats>>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? {}));
  });
  if (failures !== 0) throw new Error(`${failures} editor tests failed.`);
  if (tests === 0) throw new Error("No editor test ran.");
}
