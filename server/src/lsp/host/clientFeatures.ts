import type { InitializeParams } from "vscode-languageserver";
import { OPEN_NOTE_COMMAND } from "../../protocol/notes.ts";

/** Whether a client says in its options that it runs a command of ours. */
export function hasCommand({ initializationOptions }: InitializeParams, command: string): boolean {
  const { commands } = (initializationOptions ?? {}) as { readonly commands?: unknown };
  return Array.isArray(commands) && commands.includes(command);
}

/** VS Code would count us as a formatter for all YAML and JSON: there it is offered for each template by itself. */
export function offersFormattingAtOnce(client: InitializeParams): boolean {
  return !hasCommand(client, OPEN_NOTE_COMMAND);
}

/** Whether a client asks for diagnostics and takes none that it has not asked for. One that does both is told them once: unasked. */
export function onlyPulls({ capabilities }: Pick<InitializeParams, "capabilities">): boolean {
  const { diagnostic, publishDiagnostics } = capabilities.textDocument ?? {};
  return diagnostic !== undefined && publishDiagnostics === undefined;
}
