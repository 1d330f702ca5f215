import { relative, resolve } from "node:path";
import { cwd, stderr, stdin, stdout } from "node:process";
import { buffer } from "node:stream/consumers";
import { type Baseline, baselineOf, beyondBaseline, readBaseline } from "../../features/project/baseline.ts";
import { posix } from "../../node/gitIgnore.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { textInProject } from "../../node/projectFiles.ts";
import { rulePages } from "../../node/rulePages.ts";
import { type TextFile, textFile } from "../../node/textFile.ts";
import { createTemplateChecker } from "../../templateChecker.ts";
import { visible, visibleLines } from "../../text/visible.ts";
import { type CheckedFile, type CheckProblem, reaches, type UncheckedFile } from "../files/checked.ts";
import { sharedNames } from "../files/exportedNames.ts";
import { type Project, projectAt, projectOf } from "../files/projectFiles.ts";
import { templateFiles } from "../files/templateFiles.ts";
import { UNCHECKED, unusable } from "../files/unchecked.ts";
import { printed } from "../formats/all.ts";
import type { Report } from "../formats/format.ts";
import { statisticsJson, statisticsText } from "../formats/statistics.ts";
import type { Given } from "../options/commandLine.ts";
import { environmentLanguage } from "../options/environmentLanguage.ts";
import { exitCode } from "../options/exitCode.ts";
import { productVersion, rulePageAddress } from "../options/product.ts";
import { refuse } from "../options/refuse.ts";
import { wantsColor } from "../output/colors.ts";
import { unifiedDiff } from "../output/unifiedDiff.ts";
import { writeOutput } from "../output/writeOutput.ts";
import { type CheckRequest, checkInTime } from "./checkFiles.ts";
import { type CheckOptions, checkOptions } from "./checkOptions.ts";
import { checkFiles } from "./checkThreads.ts";
import { whenChanged } from "./whenChanged.ts";
import { writeFixes } from "./writeFixes.ts";

/** `cfn-notes check`. */
export async function check(given: Given, language: "en" | "ja"): Promise<number> {
  const options = checkOptions(given);
  if ("problem" in options) return refuse("check", options.problem[language]);
  if (!options.watch) return checkOnce(options);
  const { outputFile, paths } = options;
  const written = outputFile === undefined ? [] : [resolve(cwd(), outputFile)];
  // A single failure, such as a missing folder, must not end it.
  return whenChanged(paths, written, async () => {
    const code = await exitCode("check", () => checkOnce(options));
    if (!options.quiet) stderr.write(MESSAGES[language].watching);
    return code;
  });
}

async function checkOnce(options: CheckOptions): Promise<number> {
  const project =
    options.config === undefined ? await projectOf(cwd()) : await projectAt(resolve(cwd(), options.config));
  const language = options.language ?? project?.settings.language ?? environmentLanguage();
  if (project === undefined) return refuse("check", MESSAGES[language].noConfig(options.config ?? ""));
  const { settings } = project;
  for (const problem of settings.problems) refuse("check", problem[language]);
  if (settings.problems.length > 0) return 2;
  if (options.capabilities) {
    const { printCapabilities } = await import("./printCapabilities.ts");
    return printCapabilities(options, project, language);
  }
  const baseline = await baselineFor(options, project);
  if (baseline === undefined) return 2;
  const request: Omit<CheckRequest, "shared"> = {
    language,
    today: nodeHost.today(),
    severities: settings.severities,
    regions: settings.regions,
    ignored: settings.ignored,
    fix: options.fix !== undefined,
  };
  const result = await checked(options, project, request);
  if (result === undefined) return 2;
  const notes = await checkedNotes(options, project, result.found, language);
  const isComplete = result.isComplete && notes !== undefined;
  const found = [...result.found, ...(notes ?? [])];
  if (options.writeBaseline !== undefined) {
    const named = found.map((file) => ({ ...file, path: inProject(file.path, project) }));
    const text = `${JSON.stringify(baselineOf(named), undefined, 2)}\n`;
    const isWritten = await writeOutput(resolve(cwd(), options.writeBaseline), text, { command: "check", language });
    return isComplete && isWritten ? 0 : 2;
  }
  if (options.fix === "show") {
    // Output for another command must be the text itself.
    const show = (diff: string): boolean => stdout.write(stdout.isTTY ? visibleLines(diff) : diff);
    for (const { path, fixed } of found) if (fixed !== undefined) show(unifiedDiff(visible(path), fixed));
    const fixes = found.flatMap(({ fixed }) => fixed?.fixes ?? []);
    const count = fixes.reduce((sum, one) => sum + one, 0);
    if (!options.quiet) stderr.write(MESSAGES[language].wouldFix(count, fixes.length));
    if (!isComplete) return 2;
    return count > 0 ? 1 : 0;
  }
  const unfixed = options.fix === undefined ? new Set() : await writeFixes(found, language);
  const files = found.map(({ fixed, path, ...file }) => {
    const left = fixed !== undefined && unfixed.has(path) ? { ...file, diagnostics: fixed.unfixed } : file;
    return {
      ...beyondBaseline({ ...left, path: inProject(path, project) }, baseline),
      path,
      ...(fixed !== undefined && !unfixed.has(path) && { fixed }),
    };
  });
  const isPut = await put(options, { files, language });
  const failOn = options.failOn ?? settings.failOn ?? "error";
  if (!isComplete || unfixed.size > 0 || !isPut) return 2;
  return files.some(({ diagnostics }) => diagnostics.some(({ severity }) => reaches(severity, failOn))) ? 1 : 0;
}

/** The notes that are to be checked, with what was found; `undefined` if they can't be read, which has been said. */
async function checkedNotes(
  { notes, paths, fix }: CheckOptions,
  project: Project,
  templates: readonly CheckedFile[],
  language: "en" | "ja",
): Promise<readonly CheckedFile[] | undefined> {
  if ((notes.length === 0 && project.settings.notes.length === 0) || paths.includes("-")) return [];
  const { checkNotes, withNoteFixes } = await import("./checkNotes.ts");
  const named = new Set(paths.map((path) => resolve(cwd(), path)));
  const found = await checkNotes(
    notes,
    templates.map(({ path }) => path),
    templates.some(({ path }) => !named.has(resolve(cwd(), path))),
    language,
    project,
  );
  if ("problem" in found) {
    refuse("check", found.problem);
    return undefined;
  }
  return fix === undefined ? found : Promise.all(found.map(withNoteFixes));
}

/** Prints what was found, or writes it to the file that the options name; gives whether it could. */
async function put(options: CheckOptions, { files, language }: Pick<Report, "files" | "language">): Promise<boolean> {
  const { format, statistics, quiet, outputFile, fix } = options;
  const report: Report = {
    files,
    language,
    isFixing: fix === "write",
    quiet,
    color: wantsColor(options.color, outputFile !== undefined),
    version: productVersion(),
    ruleText: (code) => rulePages(language).get(code)?.text,
    ruleAddress: (code) => rulePageAddress(code, language),
  };
  const counted = format === "json" ? statisticsJson : statisticsText;
  const result = statistics ? counted(report) : printed(format, report);
  if (outputFile !== undefined) return writeOutput(resolve(cwd(), outputFile), result, { command: "check", language });
  stdout.write(result);
  return true;
}

/**
 * The files with what was found in them, and whether all that was to be checked could be read; `undefined` if there is
 * nothing to check. What is missing has been said.
 */
async function checked(
  options: CheckOptions,
  project: Project,
  request: Omit<CheckRequest, "shared">,
): Promise<{ readonly found: readonly CheckedFile[]; readonly isComplete: boolean } | undefined> {
  const all: (CheckedFile | UncheckedFile)[] = [];
  const { language } = request;
  const told = (line: string): void => {
    if (!options.quiet) stderr.write(line);
  };
  if (options.paths.includes("-")) {
    const checker = createTemplateChecker(await nodeHost.catalogue());
    const at = { file: resolve(cwd(), options.stdinName), path: options.stdinName };
    const text = (await buffer(stdin)).toString("utf8");
    const result = checkInTime(checker, at, text, { ...request, shared: new Map() });
    if (result === undefined) told(MESSAGES[language].noTemplate(visible(options.stdinName)));
    else all.push(result);
  }
  const paths = options.paths.filter((path) => path !== "-");
  const { settings, root } = project;
  const { gitignore } = options;
  const found = await templateFiles(paths, { cwd: cwd(), gitignore, ignoredPaths: settings.ignoredPaths, root });
  for (const path of found.missing) stderr.write(`cfn-notes check: ${unusable(visible(path), "missing")[language]}\n`);
  if (found.missing.length > 0) return undefined;
  const named = new Set(found.named);
  const files = [...found.named, ...found.candidates].map((file) => ({
    file,
    path: posix(relative(cwd(), file)),
    named: named.has(file),
  }));
  const progress = options.quiet ? () => undefined : progressLine(files.length, language);
  const shared = sharedNames(files);
  for (const one of await checkFiles(files, { ...request, shared }, { threads: options.threads, progress }))
    all.push(one);
  progress(files.length);
  const locked = found.locked.map((folder) => ({
    path: posix(relative(cwd(), folder)) || ".",
    problem: "unreadable" as const,
  }));
  const results = all.filter((one) => "diagnostics" in one);
  const nested = results.flatMap(({ unread = [] }) => unread);
  const unread = [...locked, ...all.filter((one) => "problem" in one), ...nested];
  const unchecked = [...new Map(unread.map((one) => [one.path, one])).values()];
  for (const { path, problem } of unchecked) stderr.write(MESSAGES[language].unchecked(visible(path), problem));
  const seen = new Set([...results, ...unchecked].map(({ path }) => path));
  for (const file of found.named) {
    const path = posix(relative(cwd(), file));
    if (!seen.has(path)) told(MESSAGES[language].noTemplate(visible(path)));
  }
  // A hook that hands over single files may well hand over none that is a template.
  if (results.length === 0 && unchecked.length === 0 && found.named.length === 0) {
    stderr.write(MESSAGES[language].nothing);
    return undefined;
  }
  return { found: results, isComplete: unchecked.length === 0 };
}

const MESSAGES = {
  en: {
    unchecked: (path: string, problem: CheckProblem) =>
      `cfn-notes check: ${path} ${UNCHECKED[problem].en}. It was not checked.\n`,
    noTemplate: (path: string) => `${path}: not a CloudFormation template, not checked.\n`,
    nothing: "cfn-notes check: no CloudFormation template was found.\n",
    noConfig: (path: string) => `${path} can't be read.`,
    noBaseline: (path: string) => `${path} is not a baseline; write one with --write-baseline.`,
    wouldFix: (fixes: number, files: number) =>
      fixes === 0
        ? "Nothing would be fixed.\n"
        : `${fixes} ${fixes === 1 ? "fix" : "fixes"} would be made in ${files} ${files === 1 ? "file" : "files"}.\n`,
    watching: "Watching for changes; Ctrl+C ends it.\n",
    progress: (done: number, all: number) => `Checked ${done} of ${all} files`,
  },
  ja: {
    unchecked: (path: string, problem: CheckProblem) =>
      `cfn-notes check: ${path}${UNCHECKED[problem].ja}検査していません。\n`,
    noTemplate: (path: string) => `${path}: CloudFormationテンプレートではないため、検査しませんでした。\n`,
    nothing: "cfn-notes check: CloudFormationテンプレートが見つかりませんでした。\n",
    noConfig: (path: string) => `${path}を読み取れません。`,
    noBaseline: (path: string) => `${path}はベースラインではありません。--write-baselineで作成できます。`,
    wouldFix: (fixes: number, files: number) =>
      fixes === 0 ? "修正するものはありません。\n" : `${files}ファイルに${fixes}件の修正を適用できます。\n`,
    watching: "変更を監視しています。Ctrl+Cで終了します。\n",
    progress: (done: number, all: number) => `${all}ファイル中${done}ファイルを検査しました`,
  },
} as const;

/** A person wants to see then that something happens. */
const SHOW_PROGRESS_AFTER_MS = 1500;

/** Shows how far it is, on a terminal only, and takes the line away at the end. */
function progressLine(all: number, language: "en" | "ja"): (done: number) => void {
  if (!stderr.isTTY) return () => undefined;
  const begin = nodeHost.now();
  let shownAt = 0;
  return (done) => {
    const now = nodeHost.now();
    if (done === all) {
      if (shownAt > 0) stderr.write("\r\u001b[K");
    } else if (now - begin > SHOW_PROGRESS_AFTER_MS && now - shownAt > 100) {
      shownAt = now;
      stderr.write(`\r${MESSAGES[language].progress(done, all)}\u001b[K`);
    }
  };
}

/** The name of a file in a baseline, which holds from wherever in the project the command is run. */
function inProject(path: string, { root }: Project): string {
  return posix(relative(root, resolve(cwd(), path)));
}

/** The baseline to go by: empty if none is asked for, `undefined` if it can't be read, which has been said. */
async function baselineFor(options: CheckOptions, { settings, root }: Project): Promise<Baseline | undefined> {
  const path =
    options.baseline !== undefined
      ? resolve(cwd(), options.baseline)
      : settings.baseline === undefined
        ? undefined
        : resolve(root, settings.baseline);
  if (path === undefined || options.writeBaseline !== undefined) return {};
  const isOwn = options.baseline !== undefined;
  const content = isOwn ? checkedText(await textFile(path)) : await textInProject(root, settings.baseline ?? "");
  const baseline = content === undefined ? undefined : readBaseline(content);
  if (baseline === undefined)
    refuse("check", MESSAGES[options.language ?? settings.language ?? environmentLanguage()].noBaseline(path));
  return baseline;
}

function checkedText(file: TextFile): string | undefined {
  return "text" in file ? file.text : undefined;
}
