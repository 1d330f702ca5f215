import { stdout } from "node:process";
import { createCatalogue } from "../catalogue/createCatalogue.ts";
import { changeSet } from "../change/changeSet.ts";
import { FAIL_ON } from "../change/failOn.ts";
import { changeReport } from "../change/report.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { visibleLines } from "../text/visible.ts";
import { DIFF_FORMATS } from "./diffs/diffFormats.ts";
import { givenChanges } from "./diffs/givenChanges.ts";
import type { Given } from "./options/commandLine.ts";
import { refuse } from "./options/refuse.ts";

/** `cfn-notes diff`. */
export async function printDiff(given: Given, language: "en" | "ja"): Promise<number> {
  const changes = await givenChanges(given, language, createCatalogue(await nodeHost.catalogue()));
  if ("problem" in changes) return refuse("diff", changes.problem);
  const reports = changes.map(({ pair, change, stack, others }) => ({
    file: pair.after.file,
    stack,
    report: changeReport(change, language, { others }),
  }));
  const format = DIFF_FORMATS.get(given.text("format") ?? "text");
  if (format !== undefined) stdout.write(visibleLines(format(reports, language)));
  else {
    const sets = changes.map(({ pair: { before, after }, change, stack, others }) => ({
      Stack: stack,
      ...changeSet(change, { before: before.file, after: after.file }, language, others),
    }));
    const [first, ...nested] = sets;
    const shown = given.has("base") ? sets : { ...first, NestedStacks: nested.length > 0 ? nested : undefined };
    stdout.write(`${visibleLines(JSON.stringify(shown, undefined, 2))}\n`);
  }
  const failing = FAIL_ON.filter((effect) => given.texts("fail-on").includes(effect));
  if (failing.some((effect) => reports.some(({ report }) => report.effects.has(effect)))) return 1;
  return changes.some(({ change }) => change.unread.after !== undefined) ? 2 : 0;
}
