import { resolve } from "node:path";
import { cwd } from "node:process";

const TRANSPORT = /^--(?:stdio|node-ipc|(?:socket|pipe)(?:=.+)?)$/;

/** The arguments of `cfn-notes lsp`: those that the protocol's library reads, and folders of notes. */
export interface LspArguments {
  readonly others: readonly string[];
  /** Absolute, or from `~`. */
  readonly noteFolders: readonly string[];
}

/** Reads the arguments; `undefined` if they name nothing to talk over. Without any it is standard input and output. */
export function lspArguments(args: readonly string[]): LspArguments | undefined {
  const others: string[] = [];
  const noteFolders: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? "";
    const folder = argument === "--notes" ? args[++at] : /^--notes=(.+)$/.exec(argument)?.[1];
    // An editor has no shell that would know what ~ is.
    if (folder !== undefined) noteFolders.push(folder.startsWith("~") ? folder : resolve(cwd(), folder));
    else if (argument === "--notes") return undefined;
    else others.push(argument);
  }
  if (others.length === 0) return { others: ["--stdio"], noteFolders };
  return others.some((argument) => TRANSPORT.test(argument)) ? { others, noteFolders } : undefined;
}
