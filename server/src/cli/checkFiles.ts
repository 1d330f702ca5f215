import { readFile, stat } from "node:fs/promises";
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

/** Larger files are no templates: CloudFormation takes 1 MB. */
const LARGEST = 10_000_000;

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
export async function checkText(
  service: LanguageService,
  { file, path }: FileToCheck,
  text: string,
  { shared, ...request }: CheckRequest,
): Promise<CheckedFile | undefined> {
  if (!looksLikeTemplate(text)) return undefined;
  const template = parse(text);
  const children = await childOutlines(file, template);
  const exportedElsewhere = exportedBeside(shared, path);
  const found = lastOf(service.diagnostics(template, { ...request, children, exportedElsewhere }));
  return checkedFile(path, text, found);
}

/** What the local templates declare that a template nests, by the paths that it writes. */
async function childOutlines(file: string, template: Template): Promise<ReadonlyMap<string, Outline>> {
  const outlines = new Map<string, Outline>();
  for (const path of childTemplatePaths(template)) {
    const text = await readFile(resolve(dirname(file), path), "utf8").catch(() => undefined);
    if (text !== undefined && looksLikeTemplate(text)) outlines.set(path, parse(text).outline);
  }
  return outlines;
}

/** Checks a file; `undefined` where it can't be read or does not look like a template. */
export async function checkFile(
  service: LanguageService,
  at: FileToCheck,
  request: CheckRequest,
): Promise<CheckedFile | undefined> {
  const { file } = at;
  const size = (await stat(file).catch(() => undefined))?.size;
  if (size === undefined || size > LARGEST) return undefined;
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : checkText(service, at, text, request);
}
