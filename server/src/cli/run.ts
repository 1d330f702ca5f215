import { stdout } from "node:process";
import { nearest } from "../text/nearest.ts";
import { check } from "./check/check.ts";
import { IS_CHECKING_THREAD, runCheckingThread } from "./check/checkThreads.ts";
import { diff, review } from "./diff.ts";
import { explain } from "./explain.ts";
import { graph } from "./graph.ts";
import { hook } from "./hooks/hook.ts";
import { hover } from "./hover.ts";
import { init } from "./init.ts";
import { type Command, readArguments } from "./options/commandLine.ts";
import { languageOf } from "./options/commonOptions.ts";
import { completion } from "./options/completion.ts";
import { environmentLanguage } from "./options/environmentLanguage.ts";
import { exitCode } from "./options/exitCode.ts";
import { refuse } from "./options/refuse.ts";
import { commandUsage, overview } from "./options/usage.ts";
import { rules } from "./rules.ts";
import { LSP, MCP } from "./servers.ts";

/** The commands in the order of the help. */
const COMMANDS: readonly Command[] = [
  check,
  explain,
  rules,
  init,
  hover,
  diff,
  review,
  graph,
  LSP,
  MCP,
  hook,
  completion,
];

/** Runs a command, or shows the help. Gives the exit code. */
export async function runCommand([name, ...rest]: readonly string[]): Promise<number> {
  if (IS_CHECKING_THREAD) {
    await runCheckingThread();
    return 0;
  }
  const language = askedLanguage(rest) ?? environmentLanguage();
  const isHelp = name === "help" || name === "--help" || name === "-h";
  const asked = isHelp ? rest.slice(0, 1).find((one) => !one.startsWith("-")) : name;
  if (asked === undefined) {
    stdout.write(overview(COMMANDS, language));
    return isHelp ? 0 : 2;
  }
  const command = COMMANDS.find((one) => one.name === asked);
  if (command === undefined) return refuse(undefined, unknown(asked)[language]);
  const given = readArguments(command, isHelp ? ["--help"] : rest);
  if (given !== "help" && "problem" in given) return failed(command, refuse(asked, given.problem[language]));
  if (given === "help" || command.run === undefined) {
    stdout.write(commandUsage(command, language));
    return 0;
  }
  const { run } = command;
  return failed(command, await exitCode(asked, () => run(given, language, COMMANDS)));
}

function failed({ failure = 2 }: Command, code: number): number {
  return code === 2 ? failure : code;
}

/** What the arguments ask for, even where something else is wrong with them. */
function askedLanguage(args: readonly string[]): "en" | "ja" | undefined {
  const [, language] = /(?:^| )--language[ =](\S+)/.exec(args.join(" ")) ?? [];
  return languageOf(language);
}

function unknown(name: string) {
  const near = nearest(
    name,
    COMMANDS.map((one) => one.name),
  );
  return {
    en: `there is no command “${name}”; ${near === undefined ? "cfn-notes --help lists them." : `did you mean ${near}?`}`,
    ja: `“${name}” というコマンドはありません。${near === undefined ? "一覧はcfn-notes --helpで表示できます。" : `${near}ではありませんか。`}`,
  };
}
