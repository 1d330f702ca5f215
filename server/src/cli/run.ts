import { stdout } from "node:process";
import { didYouMean } from "../text/didYouMean.ts";
import { nearest } from "../text/nearest.ts";
import { check } from "./check/check.ts";
import { IS_CHECKING_THREAD, runCheckingThread } from "./check/checkThreads.ts";
import { init } from "./init.ts";
import { type Command, type Run, readArguments } from "./options/commandLine.ts";
import { COMMANDS } from "./options/commands.ts";
import { completion } from "./options/completion.ts";
import { environmentLanguage, optionLanguage } from "./options/environmentLanguage.ts";
import { exitCode } from "./options/exitCode.ts";
import { refuse } from "./options/refuse.ts";
import { commandUsage, overview } from "./options/usage.ts";
import { rules } from "./rules.ts";

/** The functions of the commands. Modules that only one of them needs are loaded with it. */
const RUN: Readonly<Record<string, Run>> = {
  check,
  explain: async (given, language) => (await import("./printExplanation.ts")).printExplanation(given, language),
  rules,
  init,
  hover: async (given, language) => (await import("./printHover.ts")).printHover(given, language),
  diff: async (given, language) => (await import("./printDiff.ts")).printDiff(given, language),
  review: async (given, language) => (await import("./printReview.ts")).printReview(given, language),
  graph: async (given, language) => (await import("./printGraph.ts")).printGraph(given, language),
  // main.ts starts the server; what comes here can't be started.
  lsp: async (_, language) => refuse("lsp", NO_TRANSPORT[language]),
  // The protocol's library, which nothing else needs, comes with it.
  mcp: async (given, language) => (await import("./mcp/serveAssistants.ts")).serveAssistants(given, language),
  hook: async (given, language) => (await import("./hooks/runHook.ts")).runHook(given, language),
  completion,
};

const NO_TRANSPORT = {
  en: "choose how to communicate: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.",
  ja: "通信方法がありません。--stdio、--node-ipc、--socket=PORT、--pipe=NAMEのどれかを指定してください。",
} as const;

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
  if (command === undefined) return refuse(undefined, unknownCommand(asked)[language]);
  const given = readArguments(command, isHelp ? ["--help"] : rest);
  if (given !== "help" && "problem" in given) return failed(command, refuse(asked, given.problem[language]));
  const run = RUN[asked];
  if (given === "help" || run === undefined) {
    stdout.write(commandUsage(command, language));
    return 0;
  }
  return failed(command, await exitCode(asked, () => run(given, language, COMMANDS)));
}

function failed({ failure = 2 }: Command, code: number): number {
  return code === 2 ? failure : code;
}

/** What the arguments ask for, even if something else is wrong with them. */
function askedLanguage(args: readonly string[]): "en" | "ja" | undefined {
  const [, language] = /(?:^| )--language[ =](\S+)/.exec(args.join(" ")) ?? [];
  return optionLanguage(language);
}

function unknownCommand(name: string) {
  const near = nearest(
    name,
    COMMANDS.map((one) => one.name),
  );
  const { en, ja } =
    near === undefined
      ? { en: " cfn-notes --help lists them.", ja: "一覧はcfn-notes --helpで表示できます。" }
      : didYouMean(near);
  return { en: `there is no command “${name}”.${en}`, ja: `「${name}」というコマンドはありません。${ja}` };
}
