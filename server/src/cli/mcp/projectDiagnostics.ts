import { dirname, relative, resolve } from "node:path";
import type { AnswerContext } from "../../assistant/answers.ts";
import { beyondBaseline, readBaseline } from "../../features/project/baseline.ts";
import { posix } from "../../node/gitIgnore.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { textInProject } from "../../node/projectFiles.ts";
import { within } from "../../node/within.ts";
import type { TemplateChecker } from "../../templateChecker.ts";
import { diagnosticsOf, MAX_CHECK_MS } from "../check/checkFiles.ts";
import { projectOf } from "../files/projectFiles.ts";
import { UNCHECKED } from "../files/unchecked.ts";

/**
 * Checks what an assistant asks about below a folder, as its project says.
 *
 * @param longest in milliseconds
 */
export function projectDiagnostics(
  checker: Pick<TemplateChecker, "diagnostics">,
  folder: string,
  language: "en" | "ja",
  longest: number = MAX_CHECK_MS,
): AnswerContext["diagnosticsOf"] {
  return async ({ file, text }) => {
    const path = resolve(folder, file);
    // Read anew each time: an assistant may just have changed it.
    const { root, settings } = await projectOf(dirname(path));
    const { severities, ignored, regions, baseline } = settings;
    const request = { language, today: nodeHost.today(), severities, ignored, regions };
    const diagnostics = within(
      longest,
      () => diagnosticsOf(checker, path, text, request),
      () => undefined,
    );
    if (diagnostics === undefined) return { problem: `${file} ${UNCHECKED["takes-too-long"].en}.` };
    const known = baseline === undefined ? undefined : readBaseline((await textInProject(root, baseline)) ?? "");
    return beyondBaseline({ path: posix(relative(root, path)), diagnostics }, known ?? {}).diagnostics;
  };
}
