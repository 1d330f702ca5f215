// Makes the pictures of the README and of the walkthrough, docs/images/NAME.LANGUAGE.png, with the extension as it is in
// dist/ in a real VS Code:  node scripts/pictures.mjs [NAME…]     (after npm run build)
// Their colours are reduced by pngquant where that is installed; without it they are several times as large.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./paths.mjs";

const SOURCES = join(root, "scripts/pictures");
const DARK = "Default Dark Modern";
const LIGHT = "Default Light Modern";

/** @type {Record<string, { file: string, theme: string, steps: readonly string[] }>} */
const SCENES = {
  hover: { file: "web.yaml", theme: DARK, steps: ["pause 3000", "caret 18:1", "hover 18:38", "pause 800"] },
  view: {
    file: "web.yaml",
    theme: LIGHT,
    steps: ["pause 2000", "caret 43:12", "command workbench.view.extension.cfnNotes", "pause 4000"],
  },
  diagnostics: {
    file: "mistakes.yaml",
    theme: DARK,
    steps: ["pause 3000", "caret 19:85", "diagnostics", "pause 1500"],
  },
  sequence: {
    file: "web.yaml",
    theme: LIGHT,
    steps: ["pause 3000", "caret 24:7", "command cfnNotes.showBootstrapSequence", "pause 4000"],
  },
  search: {
    file: "web.yaml",
    theme: LIGHT,
    steps: ["pause 3000", "caret 28:10", "command cfnNotes.searchNotes", "pause 1500", "type cfn-signal", "pause 2500"],
  },
  completion: {
    file: "mistakes.yaml",
    theme: DARK,
    steps: ["pause 3000", "caret 8:29", "type \\nUpda", "pause 1000", "key Control+Space", "pause 1500"],
  },
};

const wanted = process.argv.slice(2);
for (const [name, scene] of Object.entries(SCENES))
  for (const language of /** @type {const} */ (["en", "ja"]))
    if (wanted.length === 0 || wanted.includes(name)) takePicture(name, language, scene);

/**
 * @param {string} name
 * @param {"en" | "ja"} language
 * @param {{ file: string, theme: string, steps: readonly string[] }} scene
 */
function takePicture(name, language, { file, theme, steps }) {
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
  const picture = join(root, `docs/images/${name}.${language}.png`);
  const look = ["--file", join(folder, file), "--folder", folder, "--settings", settings, "--size", "1040x620"];
  const script = join(root, "scripts/look.mjs");
  execFileSync(process.execPath, [script, ...look, ...steps, `shot ${picture}`], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  rmSync(temporary, { recursive: true, force: true });
  spawnSync("pngquant", ["--force", "--ext", ".png", "--strip", "--speed", "1", "48", picture]);
  console.log(`${Math.ceil(statSync(picture).size / 1024)} KB  docs/images/${name}.${language}.png`);
}
