import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { ToolDescription } from "../../assistant/toolDescriptions.ts";
import { visible } from "../../text/visible.ts";

/** Serves tools, prompts and notes over standard input and output until the client closes them. */
export async function serveTools(served: ToolServer): Promise<void> {
  const { name, version, instructions, tools, answer: answerOf } = served;
  const capabilities = { tools: {}, prompts: {}, resources: {} };
  const server = new Server({ name, version }, { capabilities, instructions });
  servePrompts(server, served);
  serveNotes(server, served);
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

function servePrompts(server: Server, { prompts, prompt: promptOf }: ToolServer): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: prompts.map(({ argument, ...prompt }) => ({ ...prompt, arguments: [{ ...argument, required: true }] })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const asked = promptOf(params.name, params.arguments ?? {});
    if ("problem" in asked) throw new McpError(ErrorCode.InvalidParams, visible(asked.problem));
    return { messages: [{ role: "user", content: { type: "text", text: asked.text } }] };
  });
}

function serveNotes(server: Server, { resources: notes }: ToolServer): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({
    resources: notes.list().map(({ uri, title }) => ({ uri, name: title, title, mimeType: MARKDOWN })),
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [{ uriTemplate: notes.uriTemplate, name: "note", mimeType: MARKDOWN }],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    const text = notes.read(uri);
    if (text === undefined) throw new McpError(RESOURCE_NOT_FOUND, `There is no note at ${visible(uri)}.`);
    return { contents: [{ uri, mimeType: MARKDOWN, text }] };
  });
}

const MARKDOWN = "text/markdown";
/** The protocol's code for it (https://modelcontextprotocol.io/specification/2025-06-18/server/resources), which the library does not name. */
const RESOURCE_NOT_FOUND = -32002;

function refused(text: string) {
  return { content: [{ type: "text" as const, text: visible(text) }], isError: true };
}

/** A request that a person makes by name. */
interface ServedPrompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly argument: { readonly name: string; readonly description: string };
}

interface ServedResources {
  /** The pattern of the addresses of those that are not listed. */
  readonly uriTemplate: string;
  list(): readonly { readonly uri: string; readonly title: string }[];
  /** Markdown; `undefined` if nothing has that address. */
  read(uri: string): string | undefined;
}

/** What is served over the protocol, independent of its library. */
interface ToolServer {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly ToolDescription[];
  readonly prompts: readonly ServedPrompt[];
  readonly resources: ServedResources;
  /** Answers with plain data, or says what is wrong with the question. */
  answer(tool: string, input: Readonly<Record<string, unknown>>): Promise<object | { readonly problem: string }>;
  /** The prompt for an assistant, or what is wrong with the question. */
  prompt(
    name: string,
    given: Readonly<Record<string, string>>,
  ): { readonly text: string } | { readonly problem: string };
}
