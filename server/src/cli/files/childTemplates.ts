import { dirname, resolve } from "node:path";
import { cwd } from "node:process";
import { pathToFileURL } from "node:url";
import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { type Children, type ChildTemplate, childTemplatePaths } from "../../model/references/childTemplates.ts";
import type { Template } from "../../model/template.ts";
import { isMissing } from "../../node/missingFile.ts";
import { type FileProblem, isBelow, textFileNow } from "../../node/textFile.ts";

/**
 * The local templates that a template nests; those below the working directory or, for a template that is elsewhere,
 * below its own folder.
 *
 * @param unread called with the path of one that is there and can't be read
 */
export function childTemplates(
  file: string,
  template: Template,
  unread?: (path: string, problem: FileProblem) => void,
): Children {
  const children = new Map<string, ChildTemplate>();
  const paths = childTemplatePaths(template);
  if (paths.length === 0) return children;
  const root = rootOf(file);
  for (const path of paths) {
    const child = resolve(dirname(file), path);
    if (!isBelow(root, child)) continue;
    const found = textFileNow(child);
    if ("problem" in found && found.problem !== "missing") unread?.(child, found.problem);
    if ("problem" in found || !looksLikeTemplate(found.text)) continue;
    children.set(path, { uri: pathToFileURL(child).href, template: parse(found.text) });
  }
  return children;
}

/** The paths of local templates that a template nests, and that are not there. */
export function missingTemplates(file: string, template: Template): ReadonlySet<string> {
  return new Set(childTemplatePaths(template).filter((path) => isMissing(file, path, rootOf(file))));
}

function rootOf(file: string): string {
  return isBelow(cwd(), file) ? cwd() : dirname(file);
}
