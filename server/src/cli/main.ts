#!/usr/bin/env node
import "./optimiseLate.ts";
import { argv, stderr, stdout } from "node:process";
import { load } from "../node/load.ts";
import { startLanguageServer } from "../node/startLanguageServer.ts";
import type { checkCommand } from "./check.ts";
import { exitCode } from "./exitCode.ts";
import type { hoverCommand } from "./hover.ts";

interface Core {
  readonly checkCommand: typeof checkCommand;
  readonly hoverCommand: typeof hoverCommand;
}

const USAGE = `Usage:
  cfn-notes lsp --stdio
      Runs the language server on standard input and output.
  cfn-notes hover [--notes DIR] [--no-built-in] [--language ja|en] FILE:LINE:COLUMN
      Prints what a hover shows there, as Markdown. Lines and columns count from 1, columns in UTF-16 units.
  cfn-notes check [--format text|json|sarif|github] PATH…
      Prints the diagnostics of templates. Exit code 0: no error; 1: errors found; 2: it could not run.
`;

const [, , command, ...rest] = argv;
const asksForHelp = rest.some((argument) => argument === "--help" || argument === "-h");

switch (command !== "check" && asksForHelp ? "help" : command) {
  case "lsp": {
    const transport = /^--(?:stdio|node-ipc|(?:socket|pipe)(?:=.+)?)$/;
    if (rest.length === 0) argv.push("--stdio");
    else if (!rest.some((argument) => transport.test(argument))) {
      stderr.write(`cfn-notes lsp: “${rest.join(" ")}” says nothing to talk over.\n\n${USAGE}`);
      process.exitCode = 2;
      break;
    }
    startLanguageServer();
    break;
  }
  case "hover":
    process.exitCode = await exitCode("hover", () => load<Core>("core").hoverCommand(rest));
    break;
  case "check":
    process.exitCode = await exitCode("check", () => load<Core>("core").checkCommand(rest));
    break;
  case "help":
  case "--help":
  case "-h":
    stdout.write(USAGE);
    break;
  default:
    stderr.write(command === undefined ? USAGE : `cfn-notes: there is no command “${command}”.\n\n${USAGE}`);
    process.exitCode = 2;
}
