import { argv, exit, stderr, stdout } from "node:process";
import { refusal } from "./options/exitCode.ts";
import { lspArguments } from "./options/lspArguments.ts";
import { productVersion } from "./options/product.ts";

/** Does what the command line says; each part of the command loads what it needs. */
export async function start(): Promise<void> {
  const [, , command, ...rest] = argv;
  const asksForHelp = rest.some((argument) => argument === "--help" || argument === "-h");
  const lsp = command === "lsp" && !asksForHelp ? lspArguments(rest) : undefined;
  if (command === "--version" || command === "-V") stdout.write(`${productVersion()}\n`);
  else if (lsp !== undefined) {
    argv.splice(3, rest.length, ...lsp.others);
    const { runLanguageServer } = await import("../node/languageServer.ts");
    runLanguageServer(lsp.noteFolders);
  } else {
    endWithReader();
    const { runCommand } = await import("./run.ts");
    process.exitCode = await runCommand(argv.slice(2));
  }
}

/**
 * Ends the process when its output is read no further, as in `cfn-notes rules | head`: that is no failure; or if it can't
 * be written, as on a full disk.
 */
function endWithReader(): void {
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") exit(0);
      if (stream === stdout) stderr.write(`cfn-notes: ${refusal(error) ?? error.message}\n`);
      exit(2);
    });
  }
}
