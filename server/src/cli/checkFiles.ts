import { dirname, resolve } from "node:path";
import { cwd } from "node:process";
import { looksLikeTemplate } from "../detect.ts";
import { type Diagnostic, lastOf } from "../features/diagnostics.ts";
import type { DiagnosticsRequest, LanguageService } from "../languageService.ts";
import { childTemplatePaths } from "../model/childTemplates.ts";
import type { Outline } from "../model/outline.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import { isBelow, textFileNow } from "../node/textFile.ts";
import { type CheckedFile, checkedFile, type UnreadFile } from "./checked.ts";
import { exportedBeside, type SharedNames } from "./exportedNames.ts";
import { withSafeFixes } from "./safeFixes.ts";

/** A file to check. */
export interface FileToCheck {
  readonly file: string;
  /** As it is shown. */
  readonly path: string;
  /** Whether the user named the file itself. */
  readonly named?: boolean;
}

/** How files are to be checked, all in the same way; plain data, so that threads can be told. */
export interface CheckRequest extends DiagnosticsRequest {
  readonly shared: SharedNames;
  /** Whether the safe fixes are to be applied; nothing is written here. */
  readonly fix: boolean;
}

/** Checks a text that stands (or would stand) in `file`; `undefined` where it does not look like a template. */
export function checkText(
  service: LanguageService,
  { file, path }: FileToCheck,
  text: string,
  { shared, fix, ...request }: CheckRequest,
): CheckedFile | undefined {
  if (!looksLikeTemplate(text)) return undefined;
  const exportedElsewhere = exportedBeside(shared, path);
  const diagnosticsOf = (current: string): readonly Diagnostic[] => {
    const template = parse(current);
    const children = childOutlines(file, template);
    return lastOf(service.diagnostics(template, { ...request, children, exportedElsewhere }));
  };
  if (!fix) return checkedFile(path, text, diagnosticsOf(text));
  const { found, ...fixed } = withSafeFixes(text, diagnosticsOf);
  return { ...checkedFile(path, fixed.after, found), ...(fixed.fixes > 0 && { fixed }) };
}

/**
 * What the local templates declare that a template nests, by the paths that it writes; those below the working directory
 * or, for a template that is elsewhere, below its own folder.
 */
function childOutlines(file: string, template: Template): ReadonlyMap<string, Outline> {
  const outlines = new Map<string, Outline>();
  const paths = childTemplatePaths(template);
  if (paths.length === 0) return outlines;
  const root = isBelow(cwd(), file) ? cwd() : dirname(file);
  for (const path of paths) {
    const child = resolve(dirname(file), path);
    const found = isBelow(root, child) ? textFileNow(child) : undefined;
    if (found === undefined || !("text" in found)) continue;
    if (looksLikeTemplate(found.text)) outlines.set(path, parse(found.text).outline);
  }
  return outlines;
}

/** So many bytes of a file that is too large tell whether it is meant to be a template. */
const HEAD = 100_000;

/** Checks a file; `undefined` where it does not look like a template. */
export function checkFile(
  service: LanguageService,
  at: FileToCheck,
  request: CheckRequest,
): CheckedFile | UnreadFile | undefined {
  const found = textFileNow(at.file);
  if ("problem" in found) {
    const { problem } = found;
    return problem === "too-large" && at.named !== true && !beginsLikeTemplate(at.file)
      ? undefined
      : { path: at.path, problem };
  }
  try {
    return checkText(service, at, found.text, request);
  } catch (cause) {
    throw new Error(`${at.path} could not be checked.`, { cause });
  }
}

function beginsLikeTemplate(file: string): boolean {
  const head = textFileNow(file, HEAD);
  return "text" in head && looksLikeTemplate(head.text);
}
