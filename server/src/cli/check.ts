import { readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { cwd, env, stderr, stdin, stdout } from "node:process";
import { type Baseline, baselineOf, beyondBaseline, readBaseline } from "../features/baseline.ts";
import { createLanguageService, type DiagnosticsRequest } from "../languageService.ts";
import { posix } from "../node/gitIgnore.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { PRODUCT } from "../node/product.ts";
import { textInProject } from "../node/projectFiles.ts";
import { type TextFile, textFile } from "../node/textFile.ts";
import { type CheckedFile, type CheckProblem, reaches, type UncheckedFile } from "./checked.ts";
import { checkInTime } from "./checkFiles.ts";
import { CHECK_USAGE, type CheckFormat, type CheckOptions, checkOptions } from "./checkOptions.ts";
import { checkFiles, IS_CHECKING_THREAD, runCheckingThread } from "./checkThreads.ts";
import { sharedNames } from "./exportedNames.ts";
import type { Report } from "./formats/format.ts";
import { github } from "./formats/github.ts";
import { json } from "./formats/json.ts";
import { sarif } from "./formats/sarif.ts";
import { text } from "./formats/text.ts";
import { type Project, projectOf } from "./projectFiles.ts";
import { templateFiles } from "./templateFiles.ts";
import { UNCHECKED } from "./unchecked.ts";
import { visible } from "./visible.ts";

const FORMATS: Readonly<Record<CheckFormat, (report: Report) => string>> = { text, json, sarif, github };

/** `cfn-notes check`. Gives the exit code. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  if (IS_CHECKING_THREAD) {
    await runCheckingThread();
    return 0;
  }
  const options = checkOptions(args);
  if (options === "help") {
    stdout.write(CHECK_USAGE);
    return 0;
  }
  if ("problem" in options) {
    stderr.write(`cfn-notes check: ${options.problem}\n\n${CHECK_USAGE}`);
    return 2;
  }
  return check(options);
}

async function check(options: CheckOptions): Promise<number> {
  const project = await projectOf(cwd());
  const { settings } = project;
  const language = options.language ?? settings.language ?? environmentLanguage();
  for (const problem of settings.problems) stderr.write(`cfn-notes check: ${problem[language]}\n`);
  const baseline = await baselineFor(options, project);
  if (baseline === undefined) return 2;
  const request: DiagnosticsRequest = {
    language,
    today: nodeHost.today(),
    severities: settings.severities,
    ignored: settings.ignored,
  };
  const result = await checked(options, project, request);
  if (result === undefined) return 2;
  const { found, isComplete } = result;
  if (options.writeBaseline !== undefined) {
    await writeFile(resolve(cwd(), options.writeBaseline), `${JSON.stringify(baselineOf(found), undefined, 2)}\n`);
    return isComplete ? 0 : 2;
  }
  const files = found.map((file) => beyondBaseline(file, baseline));
  const color = options.color ?? (stdout.isTTY && env["NO_COLOR"] === undefined);
  stdout.write(FORMATS[options.format]({ files, language, color, version: await version() }));
  const failOn = options.failOn ?? settings.failOn ?? "error";
  if (!isComplete) return 2;
  return files.some(({ diagnostics }) => diagnostics.some(({ severity }) => reaches(severity, failOn))) ? 1 : 0;
}

/**
 * The files with what was found in them, and whether all that was to be checked could be read; `undefined` where there is
 * nothing to check. What is missing has been said.
 */
async function checked(
  options: CheckOptions,
  project: Project,
  request: DiagnosticsRequest,
): Promise<{ readonly found: readonly CheckedFile[]; readonly isComplete: boolean } | undefined> {
  const all: (CheckedFile | UncheckedFile)[] = [];
  const { language } = request;
  if (options.paths.includes("-")) {
    const service = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
    const at = { file: resolve(cwd(), options.stdinName), path: options.stdinName };
    const result = checkInTime(service, at, await standardInput(), { ...request, shared: new Map() });
    if (result === undefined) stderr.write(MESSAGES[language].noTemplate(visible(options.stdinName)));
    else all.push(result);
  }
  const paths = options.paths.filter((path) => path !== "-");
  const { settings, root } = project;
  const { gitignore } = options;
  const found = await templateFiles(paths, { cwd: cwd(), gitignore, ignoredPaths: settings.ignoredPaths, root });
  for (const path of found.missing) stderr.write(MESSAGES[language].missing(visible(path)));
  if (found.missing.length > 0) return undefined;
  const named = new Set(found.named);
  const files = [...found.named, ...found.candidates].map((file) => ({
    file,
    path: posix(relative(cwd(), file)),
    named: named.has(file),
  }));
  const progress = progressLine(files.length, language);
  const shared = sharedNames(files);
  for (const one of await checkFiles(files, { ...request, shared }, { threads: options.threads, progress }))
    all.push(one);
  progress(files.length);
  const locked = found.locked.map((folder) => ({
    path: posix(relative(cwd(), folder)),
    problem: "unreadable" as const,
  }));
  const results = all.filter((one) => "diagnostics" in one);
  const unchecked = [...locked, ...all.filter((one) => "problem" in one)];
  for (const { path, problem } of unchecked) stderr.write(MESSAGES[language].unchecked(visible(path), problem));
  const seen = new Set([...results, ...unchecked].map(({ path }) => path));
  for (const file of found.named) {
    const path = posix(relative(cwd(), file));
    if (!seen.has(path)) stderr.write(MESSAGES[language].noTemplate(visible(path)));
  }
  // A hook that hands over single files may well hand over none that is a template.
  if (results.length === 0 && unchecked.length === 0 && found.named.length === 0) {
    stderr.write(MESSAGES[language].nothing);
    return undefined;
  }
  return { found: results, isComplete: unchecked.length === 0 };
}

interface Messages {
  missing(path: string): string;
  noTemplate(path: string): string;
  unchecked(path: string, problem: CheckProblem): string;
  readonly nothing: string;
  progress(done: number, all: number): string;
}

const MESSAGES: Readonly<Record<"en" | "ja", Messages>> = {
  en: {
    missing: (path) => `cfn-notes check: there is nothing at ${path}.\n`,
    unchecked: (path, problem) => `cfn-notes check: ${path} ${UNCHECKED[problem].en}. It was not checked.\n`,
    noTemplate: (path) => `${path}: not a CloudFormation template, not checked.\n`,
    nothing: "cfn-notes check: no CloudFormation template was found.\n",
    progress: (done, all) => `Checked ${done} of ${all} files`,
  },
  ja: {
    missing: (path) => `cfn-notes check: ${path}が見つかりません。\n`,
    unchecked: (path, problem) => `cfn-notes check: ${path}${UNCHECKED[problem].ja}検査していません。\n`,
    noTemplate: (path) => `${path}: CloudFormationテンプレートではないため、検査しませんでした。\n`,
    nothing: "cfn-notes check: CloudFormationテンプレートが見つかりませんでした。\n",
    progress: (done, all) => `${all}ファイル中${done}ファイルを検査しました`,
  },
};

/** After so many milliseconds a person wants to see that something happens. */
const PATIENCE = 1500;

/** Shows how far it is, on a terminal only, and takes the line away at the end. */
function progressLine(all: number, language: "en" | "ja"): (done: number) => void {
  if (!stderr.isTTY) return () => undefined;
  const begin = nodeHost.now();
  let shownAt = 0;
  return (done) => {
    const now = nodeHost.now();
    if (done === all) {
      if (shownAt > 0) stderr.write("\r\u001b[K");
    } else if (now - begin > PATIENCE && now - shownAt > 100) {
      shownAt = now;
      stderr.write(`\r${MESSAGES[language].progress(done, all)}\u001b[K`);
    }
  };
}

/** The baseline to go by: empty where none is asked for, `undefined` where it can't be read, which has been said. */
async function baselineFor(options: CheckOptions, { settings, root }: Project): Promise<Baseline | undefined> {
  const path =
    options.baseline !== undefined
      ? resolve(cwd(), options.baseline)
      : settings.baseline === undefined
        ? undefined
        : resolve(root, settings.baseline);
  if (path === undefined || options.writeBaseline !== undefined) return {};
  const isOwn = options.baseline !== undefined;
  const content = isOwn ? textOf(await textFile(path)) : await textInProject(root, settings.baseline ?? "");
  const baseline = content === undefined ? undefined : readBaseline(content);
  if (baseline === undefined)
    stderr.write(`cfn-notes check: ${path} is no baseline; write one with --write-baseline.\n`);
  return baseline;
}

function textOf(file: TextFile): string | undefined {
  return "text" in file ? file.text : undefined;
}

function environmentLanguage(): "en" | "ja" {
  const locale = env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "";
  return locale.startsWith("ja") ? "ja" : "en";
}

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function version(): Promise<string> {
  const content: unknown = JSON.parse(await readFile(join(PRODUCT, "package.json"), "utf8"));
  return (content as { version?: string }).version ?? "";
}
