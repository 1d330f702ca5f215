// The floor of what an edit costs: parses the text of standard input with `yaml` several times, and says what it took in the
// middle, in milliseconds.
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { functionTags } from "./functionTags.mjs";
import { median } from "./statistics.mjs";

const TIMES = 5;
const STANDARD_INPUT = 0;

const text = readFileSync(STANDARD_INPUT, "utf8");
const times = Array.from({ length: TIMES }, () => {
  const begin = performance.now();
  parseDocument(text, { customTags: functionTags, prettyErrors: false, logLevel: "silent" });
  return performance.now() - begin;
});
console.log(median(times));
