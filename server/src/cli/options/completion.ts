import { stdout } from "node:process";
import { type Command, type Given, HELP, type Option } from "./commandLine.ts";
import { refuse } from "./refuse.ts";
import { firstSentence } from "./usage.ts";

const SHELLS: Readonly<Record<string, (commands: readonly Command[]) => string>> = { bash, zsh, fish };

/** `cfn-notes completion`. */
export async function completion(given: Given, language: "en" | "ja", commands: readonly Command[]): Promise<number> {
  const script = SHELLS[given.operands[0] ?? ""];
  if (script === undefined || given.operands.length > 1) {
    const names = Object.keys(SHELLS).join(", ");
    return refuse(
      "completion",
      language === "en" ? `name one shell: ${names}.` : `シェルを1つ指定してください（${names}）。`,
    );
  }
  stdout.write(script(commands));
  return 0;
}

function optionsOf({ options }: Command): readonly Option[] {
  return [...options, HELP];
}

/** The words that may follow the command itself, if that is a closed list. */
function operandWords({ operands }: Command): readonly string[] {
  return /^[a-z|]+$/.test(operands) ? operands.split("|") : [];
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const flags = optionsOf(command).map(({ name }) => `--${name}`);
    return `      ${command.name}) words="${flags.join(" ")}" ;;\n`;
  });
  const operands = commands
    .filter((command) => operandWords(command).length > 0)
    .map((command) => `      ${command.name}) words="${operandWords(command).join(" ")}" ;;\n`);
  const values = optionValues(commands).map(([name, words]) => `    --${name}) words="${words.join(" ")}" ;;\n`);
  return `_cfn_notes() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words=""
  case "$previous" in
${values.join("")}  esac
  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({ name }) => name).join(" ")}"; fi
  if [ -z "$words" ] && [[ "$current" == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${cases.join("")}    esac
  elif [ -z "$words" ]; then
    case "\${COMP_WORDS[1]}" in
${operands.join("")}    esac
  fi
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _cfn_notes cfn-notes
`;
}

/** zsh takes bash's. */
function zsh(commands: readonly Command[]): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
}

function fish(commands: readonly Command[]): string {
  const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, "\\$&")}'`;
  const lines = commands.flatMap((command) => [
    `complete -c cfn-notes -f -n __fish_use_subcommand -a ${command.name} -d ${quoted(firstSentence(command.summary.en))}`,
    ...operandWords(command).map(
      (word) => `complete -c cfn-notes -f -n '__fish_seen_subcommand_from ${command.name}' -a ${word}`,
    ),
    ...optionsOf(command).map(({ name, short, value, help }) =>
      [
        `complete -c cfn-notes -n '__fish_seen_subcommand_from ${command.name}' -l ${name}`,
        ...(short === undefined ? [] : [`-s ${short}`]),
        ...(value?.values === undefined ? [] : [`-x -a ${quoted(value.values.join(" "))}`]),
        ...(value !== undefined && value.values === undefined ? ["-r"] : []),
        `-d ${quoted(help.en)}`,
      ].join(" "),
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

/** The options with a closed list of values; of one name in several commands, all values. */
function optionValues(commands: readonly Command[]): readonly (readonly [name: string, words: readonly string[]])[] {
  const values = new Map<string, Set<string>>();
  for (const { name, value } of commands.flatMap(({ options }) => options)) {
    if (value?.values === undefined) continue;
    values.set(name, new Set([...(values.get(name) ?? []), ...value.values]));
  }
  return [...values].map(([name, words]) => [name, [...words]]);
}
