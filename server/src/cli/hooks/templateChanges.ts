import { dirname, relative } from "node:path";
import { cwd } from "node:process";
import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { posix } from "../../node/gitIgnore.ts";
import { isBelow, textFile } from "../../node/textFile.ts";
import { type GitBase, gitBase } from "../diffs/gitBase.ts";
import { NO_STACK } from "../diffs/templatePairs.ts";

/** A template that an agent works on. */
export interface WorkedTemplate {
  /** Absolute. */
  readonly file: string;
  /** The name for messages. */
  readonly name: string;
  readonly text: string;
}

/** A template of the folder that the agent works in; `undefined` if the file is elsewhere, or none. */
export async function workedTemplate(file: string, folder: string): Promise<WorkedTemplate | undefined> {
  const root = [cwd(), folder].find((one) => isBelow(one, file));
  const found = root === undefined ? undefined : await textFile(file);
  if (root === undefined || found === undefined || !("text" in found) || !looksLikeTemplate(found.text))
    return undefined;
  return { file, name: posix(relative(root, file)), text: found.text };
}

/** The changes in a template since a commit: by default since that of the remote's main branch, else the last one. */
export async function changeSince(
  revision: string | undefined,
  { file, text }: WorkedTemplate,
  catalogue: Catalogue,
): Promise<(TemplateChange & { readonly base: string }) | undefined> {
  for (const base of revision === undefined ? ["origin/HEAD", "HEAD"] : [revision]) {
    const commit: GitBase | undefined = await gitBase(dirname(file), base);
    if (commit === undefined) continue;
    const before = (await commit.textOf(file)) ?? NO_STACK;
    if (before !== NO_STACK && !looksLikeTemplate(before)) continue;
    return { ...templateChange({ template: parse(before) }, { template: parse(text) }, catalogue), base };
  }
  return undefined;
}
