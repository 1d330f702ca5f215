import { cwd } from "node:process";
import { type AnswerContext, answerTool, DATA_ONLY } from "../../assistant/answers.ts";
import { NOTE_URI, noteResources, noteResourceText } from "../../assistant/noteResources.ts";
import { PROMPTS, promptText } from "../../assistant/prompts.ts";
import { rulesMeant } from "../../assistant/rulesMeant.ts";
import { TOOLS } from "../../assistant/toolDescriptions.ts";
import { createLanguageService } from "../../languageService.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import type { Given } from "../options/commandLine.ts";
import { productVersion } from "../options/product.ts";
import { refuse } from "../options/refuse.ts";
import { addNotes } from "../readNotes.ts";
import { askedText } from "./askedText.ts";
import { serveTools } from "./mcpServer.ts";
import { projectDiagnostics } from "./projectDiagnostics.ts";

/** `cfn-notes mcp`. */
export async function serveAssistants(options: Given, language: "en" | "ja"): Promise<number> {
  const service = createLanguageService({ catalogue: await nodeHost.catalogue() });
  const problem = await addNotes(service.notes, options, language);
  if (problem !== undefined) return refuse("mcp", problem);
  const folder = cwd();
  const context: AnswerContext = {
    service,
    language,
    textOf: (input) => askedText(folder, input),
    beforeOf: ({ before, path }) => askedText(folder, { path: before ?? path }),
    rulesMeant: async (code) => rulesMeant(code, language, (one) => nodeHost.ruleText?.(one, language)),
    diagnosticsOf: projectDiagnostics(service, folder, language),
  };
  await serveTools({
    name: "cfn-notes",
    version: productVersion(),
    instructions: `Read-only help with AWS CloudFormation templates: check them after each change, and look up the person's notes before explaining. ${DATA_ONLY}`,
    tools: Object.values(TOOLS),
    answer: (tool, input) => answerTool(tool, input, context),
    prompts: PROMPTS.map(({ name, title, description, argument }) => ({
      name,
      title: title[language],
      description: description[language],
      argument: { name: argument.name, description: argument.description[language] },
    })),
    prompt: (name, given) => promptText(name, given, language),
    resources: {
      uriTemplate: NOTE_URI,
      list: () => noteResources(service.notes),
      read: (uri) => noteResourceText(service.notes, uri),
    },
  });
  return 0;
}
