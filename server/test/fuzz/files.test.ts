import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { platform } from "node:process";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { checkFile } from "../../src/cli/check/checkFiles.ts";
import { sharedNames } from "../../src/cli/files/exportedNames.ts";
import { templateFiles } from "../../src/cli/files/templateFiles.ts";
import { createLanguageService } from "../../src/languageService.ts";
import { nodeHost } from "../../src/node/nodeHost.ts";
import { catalogueData } from "../catalogue/loadCatalogue.ts";
import { fuzz } from "./run.ts";
import { TEMPLATES } from "./texts.ts";

const service = createLanguageService({ catalogue: catalogueData() });

const NAMES = [
  "a.yaml",
  "b.template",
  "n.md",
  ".cfn-notes.yaml",
  ".cfnlintrc",
  ".gitignore",
  "d",
  "e",
  "\u001b[31m.yaml",
  "\udcff.yaml",
  "日本.md",
];
const [DEVICE, MISSING] = ["/dev/zero", "/nowhere"];

/** Something that is put into a folder; `to` is what a link leads to. */
interface Item {
  readonly kind:
    | "text"
    | "bytes"
    | "folder"
    | "fifo"
    | "link"
    | "hard link"
    | "locked file"
    | "locked folder"
    | "sparse";
  readonly name: string;
  readonly within: string;
  readonly to: string;
  readonly text: string;
}

const ITEM: fc.Arbitrary<Item> = fc.record({
  kind: fc.constantFrom<Item["kind"][]>(
    "text",
    "text",
    "bytes",
    "folder",
    "fifo",
    "link",
    "hard link",
    "locked file",
    "locked folder",
    "sparse",
  ),
  name: fc.constantFrom(...NAMES),
  within: fc.constantFrom("", "d", "d/e"),
  to: fc.constantFrom("..", ".", "a.yaml", "d", "../a.yaml", DEVICE, MISSING, "/etc/hostname"),
  text: fc.constantFrom(
    ...TEMPLATES,
    "baseline: /dev/zero\n",
    "baseline: d/a.yaml\nignore: ['**']\n",
    "Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties: {TemplateURL: ./b.template}\nOutputs: {O: {Value: x, Export: {Name: n}}}\n",
    "# T\n\n## DeletionPolicy\n\nx\n",
  ),
});

/** Not into what is there already: it may be a FIFO. */
const NEW = { flag: "wx" } as const;

/** What can't be put there is not: another thing may have the name. */
function put(root: string, { kind, name, within: folder, to, text }: Item): void {
  const path = join(root, folder, name);
  try {
    if (kind === "text" || kind === "locked file") writeFileSync(path, text, NEW);
    if (kind === "bytes") writeFileSync(path, Buffer.from([0xff, 0xfe, 0, 0x80, 0x1b]), NEW);
    if (kind === "sparse") writeFileSync(path, Buffer.alloc(11_000_000, " "), NEW);
    if (kind === "folder" || kind === "locked folder") mkdirSync(path);
    if (kind === "fifo") execFileSync("mkfifo", [path], { stdio: "ignore" });
    if (kind === "link") symlinkSync(to, path);
    if (kind === "hard link") linkSync(join(root, to), path);
    if (kind.startsWith("locked")) chmodSync(path, 0);
  } catch {}
}

const inTime = async <Result>(name: string, run: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} takes too long.`)), 20_000);
  });
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
};

// Windows has neither FIFOs nor these names.
const suite = (): void => {
  it("are read to the end, by the command and by the server", async () => {
    await fuzz(fc.array(ITEM, { maxLength: 12 }), async (items) => {
      const around = mkdtempSync(join(tmpdir(), "cfn-notes-fuzz-"));
      // Links lead out of it, and must not find what others keep in the folder for temporary files.
      const root = join(around, "root");
      try {
        mkdirSync(join(root, "d/e"), { recursive: true });
        for (const item of items) put(root, item);
        const options = { cwd: root, gitignore: true, ignoredPaths: [], root };
        const found = await inTime("Looking for templates", templateFiles([".", "*.yaml", "d"], options));
        const files = [...found.named, ...found.candidates].map((file) => ({ file, path: file, named: true }));
        const request = {
          language: "en",
          today: "2026-11-25",
          severities: new Map(),
          shared: sharedNames(files),
          fix: false,
        } as const;
        for (const file of files) checkFile(service, file, request);
        const uri = pathToFileURL(join(root, "d/x.yaml")).href;
        const folders = [pathToFileURL(root).href];
        const project = await inTime("The project", nodeHost.projectTexts(uri));
        await inTime("The baseline", Promise.resolve(project?.baseline("d/a.yaml")));
        for (const path of ["../a.yaml", "e", "../../etc/passwd", DEVICE])
          await inTime("What a template names", nodeHost.readBeside(uri, path, folders));
        const { files: listed } = await inTime("The workspace", nodeHost.templateFiles(folders));
        for (const file of listed) await inTime("A file", file.text());
        const { sources } = await inTime("The notes", nodeHost.readNotes(root, "en"));
        assert.ok(sources.every(({ text }) => typeof text === "string"));
      } finally {
        execFileSync("chmod", ["-R", "u+rwx", around], { stdio: "ignore" });
        rmSync(around, { recursive: true, force: true });
      }
    });
  });
};

if (platform !== "win32") describe("random folders", suite);
