// The note view in a real VS Code, in its themes: contrast, and all else that axe finds.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { browserPath } from "../vscode/browser.mjs";
import { openPage, workbenchUrl } from "../vscode/served.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const THEMES = ["Light Modern", "Dark Modern", "Dark High Contrast", "Light High Contrast"];
/** In template.yaml: a place with notes, and a word of its author's own. */
const WITH_NOTE = "UpdateReplacePolicy";
const WITHOUT_NOTE = "httpd";
/** A note with all that is coloured. */
const LOOK = `# 見た目

## UpdateReplacePolicy

*強調*と**太字**、\`code\`、[リンク](https://example.com)、脚注[^1]。

\`\`\`yaml:template.yaml
# comment
Key: !Sub "text \${Name}" # 1
Other: [true, 12, &anchor x]
\`\`\`

\`\`\`bash
if [ -f x ]; then cfn-signal --success "$1"; fi
\`\`\`

\`\`\`diff
+ added
- removed
\`\`\`

:::message
メッセージ
:::

:::message alert
警告
:::

| 列 | 値 |
| --- | --- |
| a | b |

[^1]: 脚注の文。
`;
/** As a key binding has it. */
export const THEME_KEY = "ctrl+alt+shift+t";
const WAIT_MS = 15_000;

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {(title: string, body: () => unknown) => Promise<unknown>} Check */

/**
 * @param {{ port: number, workspace: string, check: Check, payload?: readonly (readonly [string, string])[], shots?: string }} options
 *   in the editor {@link THEME_KEY} is bound to the choice of themes; `shots` is a folder for pictures
 */
export async function noteViewThemes({ port, workspace, check, payload = [], shots }) {
  writeFileSync(join(workspace, "notes", "look.md"), LOOK);
  for (const theme of THEMES) {
    const { page, close } = await openPage({ executablePath: browserPath(), width: 1200, height: 900 });
    page.setDefaultTimeout(WAIT_MS);
    try {
      await page.goto(workbenchUrl(port, { folder: workspace, file: join(workspace, "template.yaml"), payload }));
      await page.waitForSelector(".statusbar-item:has-text('Ln ')");
      await page.click('.activitybar a.action-label[aria-label^="CloudFormation Notes"]');
      await chooseTheme(page, theme);
      await caret(page, WITH_NOTE);
      await noteFrame(page, "article .body");
      const picture = (/** @type {string} */ name) =>
        shots === undefined ? undefined : page.screenshot({ path: join(shots, `${name} ${theme}.png`) });
      await picture("note");
      await check(`the note view can be read in ${theme}`, () => mustBeAccessible(page, "article .body"));
      await caret(page, WITHOUT_NOTE);
      await check(`the note of before can be read in ${theme}`, () => mustBeAccessible(page, ".past article"));
      await picture("past");
    } finally {
      await close();
    }
  }
}

/**
 * Keys are bound a while after the page is there, and the list closes when what loads then takes the focus.
 *
 * @param {Page} page @param {string} theme
 */
async function chooseTheme(page, theme) {
  const input = page.locator(".quick-input-widget input").first();
  const row = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: theme }).first();
  await until(async () => {
    await page.keyboard.press("Control+Alt+Shift+KeyT");
    if (!(await shown(input))) return false;
    await input.fill(theme, { timeout: 1500 }).catch(() => {});
    return shown(row);
  });
  await page.keyboard.press("Enter");
  const id = { "Light Modern": "vs", "Dark Modern": "vs-dark", "Dark High Contrast": "hc-black" }[theme] ?? "hc-light";
  await page.waitForSelector(`.monaco-workbench.${id}`);
}

/** Puts the caret into the last line that begins with a word. @param {Page} page @param {string} word */
async function caret(page, word) {
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("Control+f");
  await page.waitForSelector(".find-widget.visible");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(word);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}

/** The frame of the note view, as soon as it shows something. @param {Page} page @param {string} selector */
async function noteFrame(page, selector) {
  /** @type {import("playwright-core").Frame | undefined} */
  let found;
  await until(async () => {
    for (const frame of page.frames()) {
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) found = frame;
    }
    return found !== undefined;
  });
  assert.ok(found, `The note view shows no ${selector}.`);
  return found;
}

/** A view is a part of a window, and needs no heading of its own. @param {Page} page @param {string} selector */
async function mustBeAccessible(page, selector) {
  const frame = await noteFrame(page, selector);
  await frame.evaluate(AXE);
  // A view is transparent: what is behind it axe takes for white.
  await frame.evaluate('document.body.style.background = "var(--vscode-sideBar-background)"');
  const violations = await frame.evaluate(async () => {
    const { axe } = /** @type {typeof globalThis & { axe: typeof import("axe-core") }} */ (globalThis);
    const found = await axe.run({ rules: { "page-has-heading-one": { enabled: false } } });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)}`,
    );
  });
  assert.deepEqual(violations, []);
}

/** @param {() => Promise<boolean>} condition */
async function until(condition) {
  const deadline = Date.now() + WAIT_MS;
  while (!(await condition()) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
}

/** @param {import("playwright-core").Locator} locator */
function shown(locator) {
  return locator.waitFor({ timeout: 1500 }).then(
    () => true,
    () => false,
  );
}
