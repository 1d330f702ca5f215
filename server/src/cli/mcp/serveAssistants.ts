import { dirname, relative, resolve } from "node:path";
import { cwd } from "node:process";
import { type AnswerContext, answerOf, DATA_ONLY } from "../../assistant/answers.ts";
import { TOOLS } from "../../assistant/toolDescriptions.ts";
import { beyondBaseline, readBaseline } from "../../features/baseline.ts";
import { createLanguageService } from "../../languageService.ts";
import { posix } from "../../node/gitIgnore.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { textInProject } from "../../node/projectFiles.ts";
import { within } from "../../node/within.ts";
import { diagnosticsOf, LONGEST } from "../checkFiles.ts";
import type { Given } from "../commandLine.ts";
import { productVersion } from "../product.ts";
import { projectOf } from "../projectFiles.ts";
import { readNotes } from "../readNotes.ts";
import { refuse } from "../refuse.ts";
import { UNCHECKED } from "../unchecked.ts";
import { askedText } from "./askedText.ts";
import { serveTools } from "./mcpServer.ts";

/** `cfn-notes mcp`. */
export async function serveAssistants(given: Given, language: "en" | "ja"): Promise<number> {
  const service = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
  const problem = await readNotes(service.notes, given, language);
  if (problem !== undefined) return refuse("mcp", problem);
  const folder = cwd();
  const context: AnswerContext = {
    service,
    language,
    textOf: (input) => askedText(folder, input),
    diagnosticsOf: async ({ file, text }) => {
      const path = resolve(folder, file);
      // Read anew each time: an assistant may just have changed it.
      const { root, settings } = await projectOf(dirname(path));
      const { severities, ignored, baseline } = settings;
      const request = { language, today: nodeHost.today(), severities, ignored };
      const diagnostics = within(
        LONGEST,
        () => diagnosticsOf(service, path, text, request),
        () => undefined,
      );
      if (diagnostics === undefined) return { problem: `${file} ${UNCHECKED["takes-too-long"].en}.` };
      const known = baseline === undefined ? undefined : readBaseline((await textInProject(root, baseline)) ?? "");
      return beyondBaseline({ path: posix(relative(root, path)), diagnostics }, known ?? {}).diagnostics;
    },
  };
  await serveTools({
    name: "cfn-notes",
    version: productVersion(),
    instructions: `Read-only help with AWS CloudFormation templates: check them after each change, and look up the person's notes before explaining. ${DATA_ONLY}`,
    tools: Object.values(TOOLS),
    answer: (tool, input) => answerOf(tool, input, context),
  });
  return 0;
}
