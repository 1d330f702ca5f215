import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { AskedText, ToolInput } from "../../assistant/answers.ts";
import { isBelow, isInside, textFile } from "../../node/textFile.ts";
import { UNCHECKED } from "../files/unchecked.ts";

/** A draft, or the text of a file below the folder; the files that a draft names are read as if it were there. */
export async function askedText(
  folder: string,
  { path, text }: ToolInput,
): Promise<AskedText | { readonly problem: string }> {
  if (typeof path !== "string")
    return typeof text === "string"
      ? { file: "draft", text }
      : { problem: "path is needed, or the template itself as text." };
  const file = resolve(folder, path);
  const isDraft = typeof text === "string";
  if (!isInside(folder, file) || (isDraft && !mayStandAt(folder, file)))
    return { problem: `${path} is not below the folder that is served.` };
  const { href: uri } = pathToFileURL(file);
  if (isDraft) return { file: path, text, uri };
  if (!isBelow(folder, file)) return { problem: `There is no ${path} below the folder that is served.` };
  const found = await textFile(file);
  return "text" in found
    ? { file: path, text: found.text, uri }
    : { problem: `${path} ${UNCHECKED[found.problem].en}.` };
}

/**
 * Whether a draft may be written here: the nearest folder that exists has to be in the folder, since it may be a link.
 */
function mayStandAt(folder: string, file: string): boolean {
  let at = dirname(file);
  while (at !== folder && !existsSync(at)) at = dirname(at);
  return at === folder || isBelow(folder, at);
}
