import { readFile, stat } from "node:fs/promises";
import { looksLikeTemplate } from "../detect.ts";
import type { DiagnosticsRequest, LanguageService } from "../languageService.ts";
import { parse } from "../model/parse.ts";
import { type CheckedFile, checkedFile } from "./checked.ts";

/** Larger files are no templates: CloudFormation takes 1 MB. */
const LARGEST = 10_000_000;

/** A file to check. */
export interface FileToCheck {
  readonly file: string;
  /** As it is shown. */
  readonly path: string;
}

/** Checks a text; `undefined` where it does not look like a template. */
export function checkText(
  service: LanguageService,
  path: string,
  text: string,
  request: DiagnosticsRequest,
): CheckedFile | undefined {
  if (!looksLikeTemplate(text)) return undefined;
  const steps = service.diagnostics(parse(text), request);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return checkedFile(path, text, step.value);
}

/** Checks a file; `undefined` where it can't be read or does not look like a template. */
export async function checkFile(
  service: LanguageService,
  { file, path }: FileToCheck,
  request: DiagnosticsRequest,
): Promise<CheckedFile | undefined> {
  const size = (await stat(file).catch(() => undefined))?.size;
  if (size === undefined || size > LARGEST) return undefined;
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : checkText(service, path, text, request);
}
