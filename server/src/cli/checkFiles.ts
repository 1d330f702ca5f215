import { dirname, resolve } from "node:path";
import { looksLikeTemplate } from "../detect.ts";
import { lastOf } from "../features/diagnostics.ts";
import type { DiagnosticsRequest, LanguageService } from "../languageService.ts";
import { childTemplatePaths } from "../model/childTemplates.ts";
import type { Outline } from "../model/outline.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import { type CheckedFile, checkedFile } from "./checked.ts";
import { exportedBeside, type SharedNames } from "./exportedNames.ts";
import { templateText } from "./templateText.ts";

/** A file to check. */
export interface FileToCheck {
  readonly file: string;
  /** As it is shown. */
  readonly path: string;
}

/** How files are to be checked, all in the same way; plain data, so that threads can be told. */
export interface CheckRequest extends DiagnosticsRequest {
  readonly shared: SharedNames;
}

/** Checks a text that stands (or would stand) in `file`; `undefined` where it does not look like a template. */
export function checkText(
  service: LanguageService,
  { file, path }: FileToCheck,
  text: string,
  { shared, ...request }: CheckRequest,
): CheckedFile | undefined {
  if (!looksLikeTemplate(text)) return undefined;
  const template = parse(text);
  const children = childOutlines(file, template);
  const exportedElsewhere = exportedBeside(shared, path);
  const found = lastOf(service.diagnostics(template, { ...request, children, exportedElsewhere }));
  return checkedFile(path, text, found);
}

/** What the local templates declare that a template nests, by the paths that it writes. */
function childOutlines(file: string, template: Template): ReadonlyMap<string, Outline> {
  const outlines = new Map<string, Outline>();
  for (const path of childTemplatePaths(template)) {
    const text = templateText(resolve(dirname(file), path));
    if (text !== undefined && looksLikeTemplate(text)) outlines.set(path, parse(text).outline);
  }
  return outlines;
}

/** Checks a file; `undefined` where it can't be read or does not look like a template. */
export function checkFile(service: LanguageService, at: FileToCheck, request: CheckRequest): CheckedFile | undefined {
  const text = templateText(at.file);
  if (text === undefined) return undefined;
  try {
    return checkText(service, at, text, request);
  } catch (cause) {
    throw new Error(`${at.path} could not be checked.`, { cause });
  }
}
