import { cwd } from "node:process";
import { DATA_ONLY } from "../../assistant/answers.ts";
import { createLanguageService } from "../../languageService.ts";
import { load } from "../../node/load.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import type { Given } from "../commandLine.ts";
import { productVersion } from "../product.ts";
import { readNotes } from "../readNotes.ts";
import { refuse } from "../refuse.ts";
import type { serveTools } from "./mcpServer.ts";
import { tools } from "./tools.ts";

interface McpBundle {
  readonly serveTools: typeof serveTools;
}

/** `cfn-notes mcp`. The protocol's library is a bundle of its own that nothing else loads. */
export async function serveAssistants(given: Given, language: "en" | "ja"): Promise<number> {
  const service = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
  const problem = await readNotes(service.notes, given, language);
  if (problem !== undefined) return refuse("mcp", problem);
  await load<McpBundle>("mcp").serveTools({
    name: "cfn-notes",
    version: productVersion(),
    instructions: `Read-only help with AWS CloudFormation templates: check them after each change, and look up the person's notes before explaining. ${DATA_ONLY}`,
    tools: tools({ service, language, folder: cwd() }),
  });
  return 0;
}
