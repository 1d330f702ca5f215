import { looksLikeTemplate } from "../../detect.ts";
import { parse } from "../../model/reading/parse.ts";
import { exportsOf } from "../../model/references/exports.ts";
import { textFileNow } from "../../node/textFile.ts";
import { within } from "../../node/within.ts";
import type { FileToCheck } from "./checked.ts";

/** Name → the files that export it, as they are shown; only names that are not computed and stand in several files. */
export type SharedNames = ReadonlyMap<string, readonly string[]>;

/** A literal name behind `Export`: most are computed. */
const LITERAL_EXPORT = /Export["']?\s*:\s*(?:\{\s*)?["']?Name["']?\s*:\s*["']?([\w:-]{1,255})["']?\s*[\r\n},]/g;

/** In milliseconds; a file that takes longer is reported when it is checked. */
const MAX_TIME_MS = 10_000;

/** Looks for names that several of the files export. Only files that seem to share one are parsed. */
export function sharedNames(files: readonly FileToCheck[]): SharedNames {
  const seemsTo = new Map<string, Set<FileToCheck>>();
  for (const at of files) {
    for (const [, name = ""] of readTemplateText(at.file).matchAll(LITERAL_EXPORT)) addToSet(seemsTo, name, at);
  }
  const names = new Map<string, Set<string>>();
  for (const { file, path } of new Set([...seemsTo.values()].flatMap((those) => (those.size > 1 ? [...those] : [])))) {
    const text = readTemplateText(file);
    const exports = within(
      MAX_TIME_MS,
      () => (looksLikeTemplate(text) ? exportsOf(parse(text)) : []),
      () => [],
    );
    for (const { name } of exports) if (!name.includes("${")) addToSet(names, name, path);
  }
  return new Map([...names].flatMap(([name, paths]) => (paths.size > 1 ? [[name, [...paths]]] : [])));
}

/** Empty if it can't be read, which is reported when it is checked. */
function readTemplateText(file: string): string {
  const found = textFileNow(file);
  return "text" in found ? found.text : "";
}

function addToSet<Value>(sets: Map<string, Set<Value>>, name: string, value: Value): void {
  const set = sets.get(name);
  if (set === undefined) sets.set(name, new Set([value]));
  else set.add(value);
}

/** Another file than `path` that exports each name. */
export function exportedBeside(shared: SharedNames, path: string): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const [name, paths] of shared) {
    const other = paths.find((one) => one !== path);
    if (other !== undefined) others.set(name, other);
  }
  return others;
}
