import { kill, versions } from "node:process";
import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { HostClient } from "../server/languageServer.ts";

/** The client of a language server that runs `module` as a process of its own; it is not started yet. */
export function languageClient(module: string, options: LanguageClientOptions): HostClient {
  // The server is run by the Node that runs the extension.
  const execArgv = [...serverArguments(versions.v8)];
  const server = { module, transport: TransportKind.ipc, options: { execArgv } };
  const client = new LanguageClient("cfnNotes", "CloudFormation Notes", server, options);
  return {
    client,
    end: (processId) => {
      if (processId === undefined) return "unnoticed";
      kill(processId, "SIGKILL");
      return "noticed";
    },
  };
}

/**
 * What the server's process is started with, by the version of V8 that runs it. V8's flags must not change later:
 * Node says of that “unpredictable behavior, including crashes and data loss”.
 *
 * - V8 runs a function eight times as long before it optimises it: by default it compiles hundreds of them while the first
 *   template is opened. This flag's name differs: it is that of Node 20, or of Node 22 and 24.
 * - The space for new objects is 4 MB a half from the start and stays so, and V8 looks for free objects once there are two
 *   and a half times as many: each edit leaves the text before it behind, and other processes want the memory. With less room,
 *   V8 would look for them while somebody searches in many notes.
 *
 * A process does not start with a flag that V8 does not know. So a version that these were not tried with gets none.
 *
 * @param v8 as in `process.versions`
 */
function serverArguments(v8: string): readonly string[] {
  const late = LATE_OPTIMISATION.get(Number.parseInt(v8, 10));
  return late === undefined
    ? []
    : [late, "--min-semi-space-size=4", "--max-semi-space-size=4", "--heap-growing-percent=150"];
}

const LATE_OPTIMISATION: ReadonlyMap<number, string> = new Map([
  [11, "--interrupt-budget=540672"],
  [12, "--invocation-count-for-turbofan=24000"],
  [13, "--invocation-count-for-turbofan=24000"],
]);
