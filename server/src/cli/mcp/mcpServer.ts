import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { visible } from "../../text/visible.ts";
import type { ToolServer } from "./tool.ts";

/** Serves tools over standard input and output until the client closes them. */
export async function serveTools({ name, version, instructions, tools, answer: answerOf }: ToolServer): Promise<void> {
  const server = new Server({ name, version }, { capabilities: { tools: {} }, instructions });
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name: tool, title, description, input }) => ({
      name: tool,
      title,
      description,
      inputSchema: { ...input, required: [...input.required] },
      annotations: { title, readOnlyHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    if (!tools.some((one) => one.name === params.name)) return refused(`There is no tool ${params.name}.`);
    const answer = await answerOf(params.name, params.arguments ?? {});
    if ("problem" in answer) return refused(String(answer.problem));
    return { content: [{ type: "text", text: JSON.stringify(answer) }] };
  });
  const closed = new Promise<void>((done) => {
    server.onclose = done;
  });
  const transport = new StdioServerTransport();
  // The library does not look for the end of its input.
  process.stdin.once("end", () => void transport.close());
  await server.connect(transport);
  await closed;
}

function refused(text: string) {
  return { content: [{ type: "text" as const, text: visible(text) }], isError: true };
}
