import { parseDocument } from "yaml";
import { functionTags } from "./functionTags.mjs";
import { median } from "./statistics.mjs";

const TIMES = 5;

/** The floor of what an edit costs: milliseconds of parsing the whole text with `yaml`, in a process that has done it before. @param {string} text */
export function parseTime(text) {
  const times = Array.from({ length: TIMES }, () => {
    const begin = performance.now();
    parseDocument(text, { customTags: functionTags, prettyErrors: false, logLevel: "silent" });
    return performance.now() - begin;
  });
  return median(times) ?? Number.NaN;
}
