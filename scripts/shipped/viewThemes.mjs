// Our views in a real VS Code, in its themes: contrast, and all else that axe finds.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { frameWith, isIn, mustBeReadable, shown, until } from "./readable.mjs";

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

/** The keys by which the views are opened, as the editor's settings have them. */
export const VIEW_KEYS = [
  { key: "ctrl+alt+shift+t", command: "workbench.action.selectTheme" },
  { key: "ctrl+alt+shift+r", command: "cfnNotes.review" },
  { key: "ctrl+alt+shift+c", command: "cfnNotes.compare", args: "routing-policies" },
  { key: "ctrl+alt+shift+b", command: "cfnNotes.showBootstrapSequence" },
  { key: "ctrl+alt+shift+g", command: "cfnNotes.showTemplateGraph" },
  { key: "ctrl+alt+shift+d", command: "cfnNotes.showDeploymentOrder" },
];
const SIDE_BAR = "--vscode-sideBar-background";
const EDITOR = "--vscode-editor-background";
/** Against hanging only, as in the editor tests: a page takes long to load while other tests use the cores. */
const WAIT_MS = 30_000;

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {(title: string, body: () => unknown) => Promise<unknown>} Check */

/**
 * @param {Page} page of an editor in which {@link VIEW_KEYS} are bound, with template.yaml of the workspace open
 * @param {{ workspace: string, check: Check }} options
 */
export async function viewThemes(page, { workspace, check }) {
  writeFileSync(join(workspace, "notes", "look.md"), LOOK);
  page.setDefaultTimeout(WAIT_MS);
  await page.waitForSelector(".statusbar-item:has-text('Ln ')");
  await page.click('.activitybar a.action-label[aria-label^="CloudFormation Notes"]');
  for (const theme of THEMES) {
    await chooseTheme(page, theme);
    await noteView(page, theme, check);
    await panels(page, theme, check);
  }
}

/** @param {Page} page @param {string} theme @param {Check} check */
async function noteView(page, theme, check) {
  await caret(page, WITH_NOTE);
  await frameWith(page, "article .body");
  await check(`the note view can be read in ${theme}`, () => mustBeReadable(page, "article .body", SIDE_BAR));
  await caret(page, WITHOUT_NOTE);
  await check(`the note of before can be read in ${theme}`, () => mustBeReadable(page, ".past article", SIDE_BAR));
}

/**
 * The panels, and each state of the cards, by keyboard alone.
 *
 * @param {Page} page @param {string} theme @param {Check} check
 */
async function panels(page, theme, check) {
  /** @param {string} name @param {string} selector @param {string} key @param {boolean} [opens] */
  const state = async (name, selector, key, opens = false) => {
    const pressed = async () => {
      await page.keyboard.press(key);
      return !opens || isIn(page, selector);
    };
    // Whoever has closed a panel has the keyboard in the editor only a moment later.
    await until(pressed);
    await frameWith(page, selector);
    await check(`${name} can be read in ${theme}`, () => mustBeReadable(page, selector, EDITOR));
  };
  await state("a card", "#study .front", "Control+Alt+Shift+KeyR", true);
  await state("a card’s answer", "#study .back", "Space");
  await state("a card that is edited", "#study .area", "KeyE");
  await state("a card that was not edited", "#study .front", "Escape");
  await page.keyboard.press("Escape");
  await state("a comparison", "#compare .table", "Control+Alt+Shift+KeyC", true);
  await page.keyboard.press("Escape");
  await state("the bootstrap sequence", ".steps .link", "Control+Alt+Shift+KeyB", true);
  await state("the template graph", "#picture .box", "Control+Alt+Shift+KeyG", true);
  await state("the deployment order", "#picture .step", "Control+Alt+Shift+KeyD", true);
  await page.keyboard.press("Escape");
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
  // A panel that was slow to close may still lie over the template.
  await page.locator(".tabs-container .tab", { hasText: "template.yaml" }).first().click();
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("Control+f");
  await page.waitForSelector(".find-widget.visible");
  await page.keyboard.press("Control+a");
  await page.keyboard.type(word);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
}
