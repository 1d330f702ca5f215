import { resolve } from "node:path";
import { cwd, stdout } from "node:process";
import { changedOtherwise } from "../change/otherwise.ts";
import { changeReport } from "../change/report.ts";
import { createLanguageService } from "../languageService.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { visibleLines } from "../text/visible.ts";
import { givenChanges } from "./diffs/givenChanges.ts";
import { reviewComment } from "./diffs/reviewComment.ts";
import type { Given } from "./options/commandLine.ts";
import { refuse } from "./options/refuse.ts";
import { addNotes } from "./readNotes.ts";

/** `cfn-notes review`. */
export async function printReview(given: Given, language: "en" | "ja"): Promise<number> {
  if (!given.has("base")) return refuse("review", NO_BASE[language]);
  const service = createLanguageService({ catalogue: await nodeHost.catalogue() });
  const changes = await givenChanges(given, language, service.catalogue);
  if ("problem" in changes) return refuse("review", changes.problem);
  const files = changes
    .map(({ pair, change, stack, others }) => ({
      file: pair.after.file,
      was: pair.was,
      stack,
      uri: nodeHost.uriOf(resolve(cwd(), pair.after.file)),
      template: change.sides.after.template,
      report: changeReport(change, language, { otherwise: changedOtherwise(change), others }),
    }))
    .filter(({ report }) => report.sections.length > 0);
  if (files.length === 0) return 0;
  const problem = await addNotes(service.notes, given, language);
  if (problem !== undefined) return refuse("review", problem);
  stdout.write(visibleLines(reviewComment(files, service.notes, language)));
  return 0;
}

const NO_BASE = {
  en: "--base and a commit, branch or tag are needed.",
  ja: "--baseでコミット、ブランチ、タグのどれかを指定してください。",
} as const;
