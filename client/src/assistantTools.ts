import * as vscode from "vscode";
import { type CancellationToken, Disposable, Uri, workspace } from "vscode";
import type { AssistantParams } from "../../server/src/protocol/common.ts";
import type { LanguageServer } from "./server/languageServer.ts";

/** VS Code's API for tools of assistants, since 1.95; older versions have none of it. */
interface ToolsApi {
  readonly lm?: {
    registerTool?(
      name: string,
      tool: { invoke(options: { readonly input: ToolInput }, token: CancellationToken): Promise<unknown> },
    ): Disposable;
  };
  readonly LanguageModelToolResult: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart: new (text: string) => unknown;
}

type ToolInput = Readonly<Record<string, unknown>>;

/** The tools of package.json, by the server's names for them. */
const TOOLS = {
  "cfn-notes_check_template": "check_template",
  "cfn-notes_preview_change": "preview_change",
  "cfn-notes_describe_type": "describe_type",
  "cfn-notes_explain": "explain",
  "cfn-notes_notes_for_place": "notes_for_place",
  "cfn-notes_search_notes": "search_notes",
} as const;

/** Registers the tools of assistants, if VS Code supports them. None changes anything. */
export function assistantTools(server: LanguageServer): Disposable {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as unknown as ToolsApi;
  const register = lm?.registerTool?.bind(lm);
  if (register === undefined) return new Disposable(() => undefined);
  const registered = Object.entries(TOOLS).map(([name, tool]) =>
    register(name, {
      invoke: async ({ input }, token) => {
        const answer = await askTool(server, tool, input, token);
        return new Result([new Text(JSON.stringify(answer))]);
      },
    }),
  );
  return Disposable.from(...registered);
}

/** The answer of a tool; a problem is an answer, too, so that the assistant can read it. */
export async function askTool(
  server: LanguageServer,
  tool: string,
  input: ToolInput,
  token?: CancellationToken,
): Promise<unknown> {
  const { path, text, before } = input;
  const params: AssistantParams = { tool, input };
  if (["search_notes", "describe_type", "explain"].includes(tool)) return server.request("assistant", params, token);
  if (tool === "preview_change") return previewOf(server, input, before ?? path, token);
  if (typeof text === "string") return server.request("assistant", { ...params, text }, token);
  const uri = typeof path === "string" ? uriOf(path) : undefined;
  if (uri === undefined) return { problem: "path must lead to a file of the workspace." };
  try {
    const document = await workspace.openTextDocument(uri);
    return await server.request("assistant", { ...params, uri: uri.toString(), text: document.getText() }, token);
  } catch {
    return { problem: `${String(path)} can't be read.` };
  }
}

/** What a template, as a draft or as a file, changes over the template at another path, or at the same. */
async function previewOf(
  server: LanguageServer,
  input: ToolInput,
  deployed: unknown,
  token: CancellationToken | undefined,
): Promise<unknown> {
  const { path, text } = input;
  const read = async (file: unknown): Promise<string | undefined> => {
    const uri = typeof file === "string" ? uriOf(file) : undefined;
    return (
      uri &&
      workspace.openTextDocument(uri).then(
        (document) => document.getText(),
        () => undefined,
      )
    );
  };
  const [before, after] = [await read(deployed), typeof text === "string" ? text : await read(path)];
  if (before === undefined || after === undefined) {
    return { problem: "path and before must lead to files of the workspace." };
  }
  return server.request("assistant", { tool: "preview_change", input, text: after, before }, token);
}

/** The URI of a path; only files of the workspace are read. */
function uriOf(path: string): Uri | undefined {
  const [folder] = workspace.workspaceFolders ?? [];
  const isAbsolute = /^(?:\/|[a-z]:[\\/])/i.test(path);
  const uri = isAbsolute ? folder?.uri.with({ path: Uri.file(path).path }) : folder && Uri.joinPath(folder.uri, path);
  return uri !== undefined && workspace.getWorkspaceFolder(uri) !== undefined ? uri : undefined;
}
