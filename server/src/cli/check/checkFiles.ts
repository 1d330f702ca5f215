import { dirname, relative } from "node:path";
import { cwd } from "node:process";
import { pathToFileURL } from "node:url";
import { looksLikeTemplate } from "../../detect.ts";
import type { Diagnostic } from "../../features/diagnostics.ts";
import { inPackagedProject } from "../../features/project/packagedProject.ts";
import { parse } from "../../model/reading/parse.ts";
import { declarationsOfChildren } from "../../model/references/childTemplates.ts";
import { posix } from "../../node/gitIgnore.ts";
import { packagesTemplates } from "../../node/packaging.ts";
import { type FileProblem, textFileNow } from "../../node/textFile.ts";
import { within } from "../../node/within.ts";
import type { DiagnosticsRequest, TemplateChecker } from "../../templateChecker.ts";
import { runToEnd } from "../../text/runToEnd.ts";
import {
  type CheckedFile,
  checkedFile,
  type FileToCheck,
  type FixedText,
  type UncheckedFile,
} from "../files/checked.ts";
import { childTemplates, missingTemplates } from "../files/childTemplates.ts";
import { exportedBeside, type SharedNames } from "../files/exportedNames.ts";
import { withSafeFixes } from "./safeFixes.ts";

/** How files are to be checked, all in the same way; plain data, for other threads. */
export interface CheckRequest extends DiagnosticsRequest {
  readonly shared: SharedNames;
  /** Whether the safe fixes are to be applied; nothing is written here. */
  readonly fix: boolean;
}

/** Checks a text that is (or would be) in `file`; `undefined` if it does not look like a template. */
export function checkFileText(
  checker: Pick<TemplateChecker, "diagnostics">,
  { file, path }: FileToCheck,
  text: string,
  { shared, fix, ...request }: CheckRequest,
): CheckedFile | undefined {
  if (!looksLikeTemplate(text)) return undefined;
  const asked = { ...request, exportedElsewhere: exportedBeside(shared, path) };
  const children = new Map<string, FileProblem>();
  const found = (current: string): readonly Diagnostic[] =>
    diagnosticsOf(checker, file, current, asked, (child, problem) => children.set(child, problem));
  const fixed = fix ? withSafeFixes(text, found) : undefined;
  const checked = checkedFile(path, fixed?.after ?? text, fixed?.found ?? found(text));
  const unread = [...children].map(([child, problem]) => ({ path: posix(relative(cwd(), child)), problem }));
  return {
    ...checked,
    ...(fixed !== undefined && fixed.fixes > 0 && { fixed: fixedText(path, fixed) }),
    ...(unread.length > 0 && { unread }),
  };
}

function fixedText(path: string, { before, after, fixes, foundBefore }: ReturnType<typeof withSafeFixes>): FixedText {
  return { before, after, fixes, unfixed: checkedFile(path, before, foundBefore).diagnostics };
}

/** The findings in a template that is (or would be) in `file`, with the templates that it nests. */
export function diagnosticsOf(
  checker: Pick<TemplateChecker, "diagnostics">,
  file: string,
  text: string,
  request: DiagnosticsRequest,
  unread?: (path: string, problem: FileProblem) => void,
): readonly Diagnostic[] {
  const template = parse(text);
  const children = declarationsOfChildren(childTemplates(file, template, unread), pathToFileURL(file).href);
  const missing = missingTemplates(file, template);
  const found = runToEnd(checker.diagnostics(template, { ...request, children, missing }));
  return inPackagedProject(found, request.severities, () => packagesTemplates(dirname(file)));
}

/** They tell of a file that is too large whether it is meant to be a template. */
const MAX_HEAD_BYTES = 100_000;

/** Checks a file; `undefined` if it does not look like a template. */
export function checkFile(
  checker: Pick<TemplateChecker, "diagnostics">,
  at: FileToCheck,
  request: CheckRequest,
): CheckedFile | UncheckedFile | undefined {
  const found = textFileNow(at.file);
  if ("problem" in found) {
    // Node puts this sign for what it can't decode, and finds nothing by such a name.
    const problem = found.problem === "missing" && at.file.includes("\ufffd") ? "name-not-utf-8" : found.problem;
    return problem === "too-large" && at.named !== true && !beginsLikeTemplate(at.file)
      ? undefined
      : { path: at.path, problem };
  }
  return checkInTime(checker, at, found.text, request);
}

/** In milliseconds; CloudFormation's largest templates take less than one second. */
export const MAX_CHECK_MS = 30_000;

/**
 * Checks a text as {@link checkFileText} does, for a limited time.
 *
 * @param longest in milliseconds
 */
export function checkInTime(
  checker: Pick<TemplateChecker, "diagnostics">,
  at: FileToCheck,
  text: string,
  request: CheckRequest,
  longest: number = MAX_CHECK_MS,
): CheckedFile | UncheckedFile | undefined {
  try {
    return within(
      longest,
      () => checkFileText(checker, at, text, request),
      () => ({ path: at.path, problem: "takes-too-long" }),
    );
  } catch (cause) {
    throw new Error(`${at.path} could not be checked.`, { cause });
  }
}

function beginsLikeTemplate(file: string): boolean {
  const head = textFileNow(file, MAX_HEAD_BYTES);
  return "text" in head && looksLikeTemplate(head.text);
}
