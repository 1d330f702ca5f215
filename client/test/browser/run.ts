/**
 * Runs suites in the extension host of a browser, where Mocha is among the globals. Rejects where a test failed, or where
 * there was none.
 *
 * @param suites loads them, one after the other
 * @param grep the names of the tests that are wanted; all where it is empty
 */
export async function run(suites: readonly (() => Promise<unknown>)[], grep: string): Promise<void> {
  const reporter = Lines as unknown as Mocha.ReporterConstructor;
  mocha.setup({ ui: "bdd", reporter, timeout: 30_000, ...(grep && { grep }) });
  for (const load of suites) await load();
  const { failures, tests } = await new Promise<Partial<Mocha.Stats>>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? {}));
  });
  if (failures !== 0) throw new Error(`${failures} editor tests failed.`);
  if (tests === 0) throw new Error("No editor test ran.");
}

/** Tells in lines how it goes: Mocha's own reporters need a page or a terminal. */
class Lines {
  constructor(runner: Mocha.Runner) {
    const failed: string[] = [];
    runner.on("suite", ({ title }) => console.log(`\n  ${title}`));
    runner.on("pass", ({ duration, title }) => console.log(`    ✔ ${title} (${duration ?? 0}ms)`));
    runner.on("fail", (test, error: Error) => {
      failed.push(`${test.fullTitle()}:\n${error.message}\n${error.stack ?? ""}`);
      console.log(`    ${failed.length}) ${test.title}`);
    });
    runner.on("end", () => {
      const { duration = 0, failures, passes } = runner.stats ?? {};
      console.log(`\n  ${passes} passing (${Math.round(duration / 1000)}s)`);
      if (failures) console.log(`  ${failures} failing\n\n${failed.join("\n\n")}`);
    });
  }
}
