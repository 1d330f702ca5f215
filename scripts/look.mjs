// Looks at the extension as a person would: opens a file in a real VS Code, carries out steps, takes pictures.
//
//   node scripts/look.mjs --file examples/web-server.yaml "hover 12:8" "shot out/hover.png"
//
//   --file FILE        the file to open            --folder DIR    the folder to open (default: the file's)
//   --settings JSON    the user's settings, or a file with them
//   --vsix FILE        install this package instead of running from dist/ (build first: npm run build)
//   --size 1400x900    of the window               --log           show the editor's own log
//   --steps FILE       steps from a file, one a line, before those of the command line
//
// Steps; lines and columns as the editor shows them, from 1:
//   caret 12:8         puts the caret there
//   hover 12:8         points at that character, prints the hover's text
//   type TEXT          types at the caret (\n, \t)  key Control+s    presses a key
//   complete [LABEL]   asks for completions, prints their labels; accepts LABEL if given
//   diagnostics        opens the problems view, prints it
//   sidebar            opens the extension's view container, prints it
//   command ID [JSON]  runs a command               click SELECTOR, wait SELECTOR, text SELECTOR (prints)
//   page SELECTOR      prints text inside the first webview         pageClick SELECTOR
//   pause MS           shot FILE.png
// Ends with 1 where a step fails; the window at that moment is then in out/look-failed.png.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./paths.mjs";
import { browserPath } from "./vscode/browser.mjs";
import { openPage, remotePath, SIGNALS, serve, workbenchUrl } from "./vscode/served.mjs";

const WAIT_MS = 15_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    file: { type: "string" },
    folder: { type: "string" },
    settings: { type: "string", default: "{}" },
    vsix: { type: "string" },
    size: { type: "string", default: "1400x900" },
    steps: { type: "string" },
    log: { type: "boolean", default: false },
  },
});
const file = values.file === undefined ? undefined : resolve(values.file);
const folder = resolve(values.folder ?? (file ? dirname(file) : join(root, "examples")));
for (const path of [file, folder]) if (path && !existsSync(path)) throw new Error(`${path} does not exist.`);
const settings = JSON.parse(existsSync(values.settings) ? readFileSync(values.settings, "utf8") : values.settings);
const [width, height] = values.size.split("x").map(Number);
const steps = [...(values.steps ? readFileSync(values.steps, "utf8").split("\n") : []), ...positionals]
  .map((step) => step.trim())
  .filter((step) => step && !step.startsWith("#"))
  .map(
    (step) => /** @type {const} */ ([step.split(" ", 1)[0] ?? "", step.slice(step.indexOf(" ") + 1 || step.length)]),
  );

// Commands have no way in by their id but a key: each gets one.
const commandKeys = steps
  .filter(([verb]) => verb === "command")
  .map(([, argument], index) => {
    const [command = "", json] = argument.split(/ (.*)/s);
    return { key: keyOf(index), command, ...(json ? { args: JSON.parse(json) } : {}) };
  });

const keybindings = [...commandKeys, { key: "ctrl+alt+shift+f2", command: "workbench.panel.markers.view.focus" }];

const server = await serve({
  settings,
  keybindings,
  vsix: values.vsix ? [resolve(values.vsix)] : [],
  log: (line) => values.log && console.error(line),
});
const { page, close } = await openPage({
  executablePath: browserPath(),
  ...(width && height ? { width, height } : {}),
});
for (const signal of SIGNALS) process.on(signal, () => void end(130));
page.setDefaultTimeout(WAIT_MS);
if (values.log) page.on("console", (message) => console.error(`[page] ${message.text()}`));
let commands = 0;

try {
  await page.goto(
    workbenchUrl(server.port, {
      folder,
      ...(file ? { file } : {}),
      payload: values.vsix ? [] : [["extensionDevelopmentPath", remotePath(server.port, root)]],
    }),
  );
  // An empty file's line has no width.
  await page.waitForSelector(file ? ".monaco-editor .view-line" : ".monaco-workbench .activitybar", {
    state: "attached",
    timeout: 30_000,
  });
  if (file) await page.waitForSelector(".statusbar-item:has-text('Ln ')");
  for (const [verb, argument] of steps) await carryOut(verb, argument);
  await end(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await picture(join(root, "out/look-failed.png")).catch(() => {});
  await end(1);
}

/** @param {number} code */
async function end(code) {
  await close().catch(() => {});
  await server.stop();
  process.exit(code);
}

/**
 * @param {string} verb
 * @param {string} argument
 */
async function carryOut(verb, argument) {
  console.log(`> ${verb} ${argument}`);
  switch (verb) {
    case "caret":
      return await caret(argument);
    case "hover":
      return await hover(argument);
    case "type":
      return await page.keyboard.type(argument.replaceAll("\\n", "\n").replaceAll("\\t", "\t"), { delay: 20 });
    case "key":
      return await page.keyboard.press(argument);
    case "complete":
      return await complete(argument);
    case "diagnostics":
      await page.keyboard.press("Control+Alt+Shift+F2");
      return await print(".markers-panel, .markers-panel-container");
    case "sidebar":
      await page.click('.activitybar a.action-label[aria-label^="CloudFormation Notes"]');
      return await print(".sidebar");
    case "command":
      return await page.keyboard.press(playwrightKeyOf(commands++));
    case "click":
      return await page.click(argument);
    case "wait":
      return void (await page.waitForSelector(argument));
    case "text":
      return await print(argument);
    case "page":
      return console.log(await webview().locator(argument).first().innerText());
    case "pageClick":
      return await webview().locator(argument).first().click();
    case "pause":
      return await page.waitForTimeout(Number(argument));
    case "shot":
      return await picture(resolve(argument));
    default:
      throw new Error(`No such step: ${verb}`);
  }
}

function webview() {
  return page.frameLocator("iframe.webview").first().frameLocator("iframe#active-frame");
}

/** @param {number} index */
function keyOf(index) {
  return `ctrl+alt+shift+${letter(index)}`;
}

/** @param {number} index */
function playwrightKeyOf(index) {
  return `Control+Alt+Shift+Key${letter(index).toUpperCase()}`;
}

/** @param {number} index */
function letter(index) {
  if (index >= 26) throw new Error("At most 26 commands.");
  return String.fromCharCode(97 + index);
}

/** @param {string} position line:column */
async function caret(position) {
  await page.keyboard.press("Escape");
  await page
    .locator(".editor-group-container.active .monaco-editor .view-lines")
    .first()
    .focus()
    .catch(() => {});
  await page.keyboard.press("Control+g");
  await page.waitForSelector(".quick-input-widget input");
  await page.keyboard.type(position);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".quick-input-widget", { state: "hidden" });
}

/** @param {string} position line:column */
async function hover(position) {
  await caret(position);
  const cursor = page.locator(".monaco-editor.focused .cursors-layer .cursor").first();
  const contents = page.locator(".monaco-hover:not(.hidden) .hover-contents:not(:has-text('Loading...'))");
  const deadline = Date.now() + WAIT_MS;
  while (Date.now() < deadline) {
    // Lines above others move these.
    const at = await cursor.boundingBox();
    if (!at) throw new Error("The caret is not to be seen.");
    // The pointer has to come from elsewhere; while the server starts, an early hover stays empty.
    await page.mouse.move(at.x + 300, at.y + 200);
    await page.mouse.move(at.x + 4, at.y + at.height / 2, { steps: 3 });
    if (
      await contents
        .first()
        .waitFor({ timeout: 2500 })
        .then(
          () => true,
          () => false,
        )
    )
      break;
  }
  const texts = await contents.allInnerTexts();
  if (texts.length === 0) throw new Error(`No hover at ${position}.`);
  console.log(texts.join("\n---\n"));
}

/** @param {string} label */
async function complete(label) {
  await page.keyboard.press("Control+Space");
  const rows = page.locator(".suggest-widget.visible .monaco-list-row");
  await rows.first().waitFor();
  console.log((await rows.locator(".label-name").allInnerTexts()).join("\n"));
  if (label)
    await rows
      .filter({ has: page.getByText(label, { exact: true }) })
      .first()
      .click();
}

/** @param {string} selector */
async function print(selector) {
  console.log(await page.locator(selector).first().innerText());
}

/** @param {string} path */
async function picture(path) {
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
  console.log(`  ${path}`);
}
