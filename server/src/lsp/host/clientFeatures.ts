import type { InitializeParams } from "vscode-languageserver";
import { OPEN_NOTE_COMMAND } from "../../protocol/notes.ts";

/** Whether a client says in its `initializationOptions` that it runs a command of ours. */
export function hasCommand({ initializationOptions }: InitializeParams, command: string): boolean {
  const { commands } = (initializationOptions ?? {}) as { readonly commands?: unknown };
  return Array.isArray(commands) && commands.includes(command);
}

/**
 * Whether formatting is offered for all YAML and JSON. VS Code would then count us as a formatter for files that are no
 * templates: there it is offered for each template by itself.
 */
export function offersFormattingAtOnce(client: InitializeParams): boolean {
  return !hasCommand(client, OPEN_NOTE_COMMAND);
}

/** Whether a client pulls diagnostics and does not take published ones. To one that can do both they are published. */
export function onlyPulls({ capabilities }: Pick<InitializeParams, "capabilities">): boolean {
  const { diagnostic, publishDiagnostics } = capabilities.textDocument ?? {};
  return diagnostic !== undefined && publishDiagnostics === undefined;
}
