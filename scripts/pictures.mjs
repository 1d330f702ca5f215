// Makes the pictures of the README and of the walkthrough, docs/images/NAME.LANGUAGE.png, with the extension as it is in
// dist/ in a real VS Code:  node scripts/pictures.mjs [NAME…]     (after npm run build)
// Their colours are reduced by pngquant where that is installed; without it they are several times as large. The moving
// one, NAME.LANGUAGE.gif, is put together by ImageMagick.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

const SOURCES = join(root, "scripts/pictures");
const DARK = "Default Dark Modern";
const LIGHT = "Default Light Modern";

/** What is shown for a while, in hundredths of a second. */
const FRAME = { key: 22, look: 180 };

/** The walkthrough has half of a window for a picture, some 400 pixels: what is twice as wide cannot be read there. */
const WALKTHROUGH = "560x420";

/**
 * The theme is there, and our item in the status bar: the server has answered.
 *
 * @param {string} theme
 */
const ready = (theme) => [
  `wait .monaco-workbench[class*="${theme === DARK ? "dark" : "light"}_modern"]`,
  'wait .statusbar-item[id^="cfn-notes.cfn-notes"]',
  "pause 1000",
];

/**
 * @typedef {{ file: string, theme: string, steps: readonly string[], size?: string }} Scene in one that moves, `frame look` and
 *   `frame key` are pictures that are shown so long
 */

/** @type {Record<string, Scene>} */
const SCENES = {
  hover: {
    file: "web.yaml",
    theme: DARK,
    size: "560x560",
    steps: ["command workbench.action.closeSidebar", "caret 18:1", "hover 18:38", "pause 800"],
  },
  view: {
    file: "web.yaml",
    theme: LIGHT,
    size: "560x560",
    steps: ["caret 43:12", "command workbench.view.extension.cfnNotes", "pause 4000"],
  },
  diagnostics: {
    file: "mistakes.yaml",
    theme: DARK,
    steps: ["caret 19:85", "diagnostics", "pause 1500"],
  },
  sequence: {
    file: "web.yaml",
    theme: LIGHT,
    size: WALKTHROUGH,
    steps: [
      ...["command workbench.action.closeSidebar", "caret 24:7"],
      ...["command cfnNotes.showBootstrapSequence", "pause 4000"],
      ...["command workbench.action.focusRightGroup", "command workbench.action.toggleMaximizeEditorGroup"],
      "pause 1500",
    ],
  },
  search: {
    file: "web.yaml",
    theme: LIGHT,
    size: WALKTHROUGH,
    steps: [
      ...["command workbench.action.closeSidebar", "caret 28:10"],
      ...["command cfnNotes.searchNotes", "pause 1500", "type cfn-signal", "pause 2500"],
    ],
  },
  completion: {
    file: "mistakes.yaml",
    theme: DARK,
    size: WALKTHROUGH,
    steps: [
      ...["command workbench.action.closeSidebar", "caret 8:29"],
      ...["type \\nUpda", "pause 1000", "key Control+Space", "pause 1500"],
    ],
  },
  write: {
    file: "web.yaml",
    theme: LIGHT,
    size: WALKTHROUGH,
    steps: [
      ...["command workbench.action.closeSidebar", "caret 29:12", "pause 1000"],
      ...["command cfnNotes.writeNoteHere", "pause 7000"],
    ],
  },
  review: {
    file: "web.yaml",
    theme: DARK,
    size: WALKTHROUGH,
    steps: [
      ...["command workbench.action.closeSidebar"],
      ...["command cfnNotes.review", "pause 4000", "key Space", "pause 1500"],
      ...["command workbench.action.focusRightGroup", "command workbench.action.toggleMaximizeEditorGroup"],
      "pause 1500",
    ],
  },
};

/** @type {Record<string, Scene>} */
const MOVING = {
  writing: {
    file: "mistakes.yaml",
    theme: DARK,
    steps: [
      ...["caret 9:7", "frame look", "hover 9:10", "pause 900", "frame look", "frame look", "key Escape"],
      ...["caret 8:29", "frame key", "type \\n", "frame key"],
      ...[..."Upda"].flatMap((key) => [`type ${key}`, "pause 500", "frame key"]),
      ...["key Control+Space", "pause 900", "frame look", "key Enter", "pause 900", "frame look"],
    ],
  },
};

const wanted = process.argv.slice(2);
for (const [name, scene] of Object.entries(SCENES))
  for (const language of /** @type {const} */ (["en", "ja"]))
    if (wanted.length === 0 || wanted.includes(name)) takePicture(name, language, scene);
for (const [name, scene] of Object.entries(MOVING))
  for (const language of /** @type {const} */ (["en", "ja"]))
    if (wanted.length === 0 || wanted.includes(name)) takeMovingPicture(name, language, scene);

/**
 * @param {string} name
 * @param {"en" | "ja"} language
 * @param {Scene} scene
 */
function takeMovingPicture(name, language, scene) {
  const folder = mkdtempSync(join(tmpdir(), "cfn-notes-frames-"));
  /** @type {string[]} */
  const frames = [];
  const steps = scene.steps.map((step) => {
    const [, kind] = /^frame (key|look)$/.exec(step) ?? [];
    if (kind === undefined) return step;
    const frame = join(folder, `${frames.length}.png`);
    frames.push("-delay", String(FRAME[kind === "key" ? "key" : "look"]), frame);
    return `shot ${frame}`;
  });
  look({ ...scene, steps }, language);
  const picture = join(root, `docs/images/${name}.${language}.gif`);
  execFileSync("convert", [...frames, "-loop", "0", "+dither", "-colors", "64", "-layers", "optimize", picture]);
  rmSync(folder, { recursive: true, force: true });
  told(picture);
}

/**
 * @param {string} name
 * @param {"en" | "ja"} language
 * @param {Scene} scene
 */
function takePicture(name, language, scene) {
  const picture = join(root, `docs/images/${name}.${language}.png`);
  look({ ...scene, steps: [...scene.steps, `shot ${picture}`] }, language);
  spawnSync("pngquant", ["--force", "--ext", ".png", "--strip", "--nofs", "--speed", "1", "12", picture]);
  told(picture);
}

/** @param {string} picture */
function told(picture) {
  console.log(`${Math.ceil(statSync(picture).size / 1024)} KB  ${relative(root, picture)}`);
}

/** Carries out the steps of a scene. @param {Scene} scene @param {"en" | "ja"} language */
function look({ file, theme, steps, size = "1040x620" }, language) {
  const temporary = mkdtempSync(join(tmpdir(), "cfn-notes-pictures-"));
  const folder = join(temporary, "stacks");
  mkdirSync(join(folder, "notes"), { recursive: true });
  cpSync(join(SOURCES, file), join(folder, file));
  cpSync(join(SOURCES, `notes.${language}.md`), join(folder, "notes/aws.md"));
  const settings = JSON.stringify({
    "cfnNotes.notes.folders": ["notes"],
    "cfnNotes.language": language,
    "workbench.colorTheme": theme,
    "editor.minimap.enabled": false,
    "editor.fontSize": 13,
    "editor.hover.above": false,
    "window.commandCenter": false,
    "workbench.layoutControl.enabled": false,
    "workbench.startupEditor": "none",
  });
  const options = ["--file", join(folder, file), "--folder", folder, "--settings", settings, "--size", size];
  execFileSync(process.execPath, [join(root, "scripts/look.mjs"), ...options, ...ready(theme), ...steps], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  rmSync(temporary, { recursive: true, force: true });
}
