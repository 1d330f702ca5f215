// Runs a suite in a served VS Code, as desktop VS Code's test runner does it there.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { root } from "../paths.mjs";
import { browserPath } from "./browser.mjs";
import { openPage, PAGE_NOISE, remotePath, workbenchUrl } from "./served.mjs";

/** So long a suite may take, with the start of the editor: against hanging only, as each test has a limit of its own. */
const LIMIT_SECONDS = Number(process.env["CFN_NOTES_EDITOR_SECONDS"] ?? 900);

/** The editor looks for the folder in memory before there is somebody who has it. */
const NO_FILES_YET = /ENOPRO|^CodeExpectedError/;

/**
 * @param {number} port the server's
 * @param {object} options
 * @param {string} options.folder what is opened: a path, or a URI
 * @param {string} options.development the path of the extension under test
 * @param {string} options.suite the path of the bundled suite
 * @returns {Promise<number>} 0 if all is right
 */
export async function suiteInPage(port, { folder, development, suite }) {
  const verbose = Boolean(process.env["CFN_NOTES_VERBOSE"]);
  const { page, close } = await openPage({ executablePath: browserPath() });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    // Everything that the page and the extension host write, the suite's report among it.
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const message = format(...args);
      if (!verbose && (PAGE_NOISE.test(message) || NO_FILES_YET.test(message))) return;
      (type === "error" || type === "warn" ? console.error : console.log)(message);
    });
    if (verbose) page.on("console", (message) => console.error(`[page] ${message.text()}`));
    const address = workbenchUrl(port, {
      folder,
      payload: [
        ["extensionDevelopmentPath", remotePath(port, development)],
        ["extensionTestsPath", remotePath(port, suite)],
        ["enableProposedApi", ""],
      ],
    });
    const ended = new Promise((resolve) =>
      page.exposeFunction("codeAutomationExit", resolve).then(() => page.goto(address)),
    );
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, LIMIT_SECONDS * 1000, "late");
    });
    const code = await Promise.race([ended, late]);
    if (code !== "late") return Number(code);
    mkdirSync(join(root, "out"), { recursive: true });
    const picture = join(root, "out/editor-time-limit.png");
    await page.screenshot({ path: picture });
    console.error(`The editor tests did not end within ${LIMIT_SECONDS} seconds; what the editor showed: ${picture}`);
    return 1;
  } finally {
    clearTimeout(timer);
    await close();
  }
}
