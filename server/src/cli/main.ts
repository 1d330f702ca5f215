#!/usr/bin/env node
import "./optimiseLate.ts";
import { argv, stdout } from "node:process";
import { load } from "../node/load.ts";
import { startLanguageServer } from "../node/startLanguageServer.ts";
import { endWithReader } from "./closedOutput.ts";
import { lspArguments } from "./lspArguments.ts";
import { productVersion } from "./product.ts";
import type { runCommand } from "./run.ts";

interface Core {
  readonly runCommand: typeof runCommand;
}

const [, , command, ...rest] = argv;
const asksForHelp = rest.some((argument) => argument === "--help" || argument === "-h");
const lsp = command === "lsp" && !asksForHelp ? lspArguments(rest) : undefined;

if (command === "--version" || command === "-V") stdout.write(`${productVersion()}\n`);
else if (lsp !== undefined) {
  argv.splice(3, rest.length, ...lsp.others);
  startLanguageServer(lsp.noteFolders);
} else {
  endWithReader();
  process.exitCode = await load<Core>("core").runCommand(argv.slice(2));
}
