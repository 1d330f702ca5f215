import { relative, resolve } from "node:path";
import { parseScript } from "../../scripts/parseScript.ts";
import type { Word } from "../../scripts/script.ts";

/** A command that deploys a template or deletes a stack, among those that a line runs. */
export interface DeployingCommand {
  readonly action: "deploy" | "delete";
  /** The template's path, absolute; `undefined` if the command names none that is a file. */
  readonly template: string | undefined;
  /** What the template's name is written as, if only the shell knows which it is, if the line makes it, or if it is an address. */
  readonly unread: string | undefined;
  readonly stack: string | undefined;
  /** Whether it is SAM's, which takes {@link SAM_TEMPLATES} if none is named. */
  readonly isSam: boolean;
  /** The folder that it runs in. */
  readonly folder: string;
}

/** Commands and options as their references have them: AWS CLI's `cloudformation`, AWS SAM CLI's, Rain's. */
const DEPLOYING: readonly {
  readonly program: readonly string[];
  readonly action: DeployingCommand["action"];
  /** Options that name the template; `0` and so on are operands. */
  readonly template: readonly string[];
  readonly stack: readonly string[];
}[] = [
  ...["deploy", "update-stack", "create-change-set", "update-stack-set"].map((name) => ({
    program: ["aws", "cloudformation", name],
    action: "deploy" as const,
    template: ["--template-file", "--template-body", "--template-url"],
    stack: ["--stack-name", "--stack-set-name"],
  })),
  { program: ["aws", "cloudformation", "delete-stack"], action: "delete", template: [], stack: ["--stack-name"] },
  ...["deploy", "sync"].map((name) => ({
    program: ["sam", name],
    action: "deploy" as const,
    template: ["--template-file", "--template", "-t"],
    stack: ["--stack-name"],
  })),
  { program: ["sam", "delete"], action: "delete", template: [], stack: ["--stack-name"] },
  { program: ["rain", "deploy"], action: "deploy", template: ["0"], stack: ["1"] },
  { program: ["rain", "rm"], action: "delete", template: [], stack: ["0"] },
];

/** The templates that SAM takes if none is named. */
export const SAM_TEMPLATES = ["template.yaml", "template.yml", "template.json"] as const;

/** The commands of a command line that deploy or delete, those of shells and loops in it, too. */
export function deployingCommands(
  line: string,
  folder: string,
  known: ReadonlyMap<string, readonly string[]> = new Map(),
  depth = 0,
): readonly DeployingCommand[] {
  const found: DeployingCommand[] = [];
  const variables = new Map(known);
  const made = new Set<string>();
  let at = folder;
  for (const { words, assignments, heredocs, redirects } of parseScript(line).commands) {
    for (const { name, value } of assignments) variables.set(name, filled([value], variables).flat());
    const [first = "", second = "", third] = words.map(({ text }) => text);
    for (const { operator, target } of redirects) if (operator.includes(">")) made.add(resolve(at, target.text));
    if (SHOWING.has(first)) continue;
    if (first === "for" && third === "in") variables.set(second, filled(words.slice(3), variables).flat());
    if (first === "export")
      for (const { text } of words.slice(1)) {
        const [, name = "", value = ""] = /^(\w+)=(.*)$/s.exec(text) ?? [];
        if (name !== "") variables.set(name, [value]);
      }
    for (const texts of filled(words, variables)) {
      if (texts[0] === "cd" && texts[1] !== undefined) at = resolve(at, texts[1]);
      const scripts = [
        ...innerScripts(texts),
        ...(isShell(texts[0] ?? "") ? heredocs : []).map((one) => line.slice(one.start, one.end)),
      ];
      for (const script of depth < MAX_DEPTH ? scripts : [])
        found.push(...deployingCommands(script, at, variables, depth + 1));
      const command = deployingCommand(texts, at);
      const { template } = command ?? {};
      const isMade = template !== undefined && made.has(template);
      if (command !== undefined)
        found.push(isMade ? { ...command, template: undefined, unread: relative(folder, template) } : command);
      const output = texts.findIndex((text) => /^--output-template(?:-file)?$/.test(text));
      const copied = COPYING.has(texts[0] ?? "") ? texts.at(-1) : undefined;
      for (const file of [output < 0 ? undefined : texts[output + 1], copied])
        if (file !== undefined) made.add(resolve(at, file));
    }
  }
  return found;
}

/** Commands whose last operand is what they make. */
const COPYING: ReadonlySet<string> = new Set(["cp", "mv", "tee"]);

/** Shells within shells. */
const MAX_DEPTH = 5;

/** Ways in which a command may be filled in, of a loop's many. */
const MAX_WAYS = 50;

const VARIABLE = /\$(?:(\w+)|\{(\w+)\})/g;

/** The words with the variables that are known, once for each value. */
function filled(
  words: readonly Word[],
  variables: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  let ways: readonly (readonly string[])[] = [words.map(({ text }) => text)];
  const isOpen = words.map(({ quote }) => quote !== "single");
  const used = words.flatMap(({ text }, index) =>
    isOpen[index] ? [...text.matchAll(VARIABLE)].map(([, plain, braced]) => plain ?? braced ?? "") : [],
  );
  for (const name of new Set(used)) {
    const values = variables.get(name) ?? [];
    if (values.length === 0) continue;
    const put = (text: string, value: string): string =>
      text.replace(VARIABLE, (whole, plain, braced) => ((plain ?? braced) === name ? value : whole));
    ways = ways
      .flatMap((way) => values.map((value) => way.map((text, index) => (isOpen[index] ? put(text, value) : text))))
      .slice(0, MAX_WAYS);
  }
  return ways;
}

/** What `bash -c` and `eval` are given to run. */
function innerScripts(texts: readonly string[]): readonly string[] {
  if (texts[0] === "eval") return [texts.slice(1).join(" ")];
  const shell = texts.findIndex(isShell);
  const option = shell < 0 ? -1 : texts.findIndex((text, index) => index > shell && /^-\w*c$/.test(text));
  return option < 0 ? [] : texts.slice(option + 1, option + 2);
}

function isShell(word: string): boolean {
  return ["bash", "sh", "zsh", "dash"].some((shell) => isProgram(word, shell));
}

function deployingCommand(texts: readonly string[], folder: string): DeployingCommand | undefined {
  const begin = texts.findIndex((text) => DEPLOYING.some(({ program }) => isProgram(text, program[0] ?? "")));
  if (begin < 0) return undefined;
  const { operands, options } = argumentsOf(texts.slice(begin + 1));
  const known = DEPLOYING.find(
    ({ program: [name = "", ...rest] }) =>
      isProgram(texts[begin] ?? "", name) && rest.every((part, index) => operands[index] === part),
  );
  if (known === undefined || options.has("--help") || options.has("--no-execute-changeset")) return undefined;
  const rest = operands.slice(known.program.length - 1);
  const value = (names: readonly string[]): string | undefined =>
    names.map((name) => options.get(name) ?? rest[Number(name)]).find((one) => one !== undefined && one !== "");
  const written = value(known.template)?.replace(/^fileb?:\/\//, "");
  const [, parentheses, ticks] = written === undefined ? [] : (PRINTED.exec(written) ?? []);
  const template = parentheses ?? ticks ?? written;
  const isUrl = template !== undefined && /^[a-z]+:\/\//i.test(template);
  const isUnread =
    template !== undefined && (isUrl || UNREAD.test(template.startsWith("/") ? template : folder + template));
  return {
    action: known.action,
    template: template === undefined || isUnread ? undefined : resolve(folder, template),
    unread: isUnread ? template : undefined,
    stack: value(known.stack),
    isSam: known.program[0] === "sam",
    folder,
  };
}

/** The text of a file as an argument. */
const PRINTED = /^(?:\$\((?:cat +|< *)([^\s$()`]+)\)|`cat +([^\s$`]+)`)$/;

/** What only the shell knows: variables, substitutions, patterns, xargs' arguments. */
const UNREAD = /[$`*?]|\{\}/;

/** Commands that only show what follows, or look for it. */
const SHOWING: ReadonlySet<string> = new Set(["echo", "printf", "grep", "rg", "cat", "git", "man", "which"]);

function isProgram(word: string, program: string): boolean {
  return word === program || word.endsWith(`/${program}`) || word === `${program}.exe`;
}

/** Options of the AWS CLI and of SAM's that take no value. */
const SWITCHES =
  /^--(?:no-.*|debug|force-upload|guided|resolve-s3|resolve-image-repos|use-previous-template|watch|help|confirm-changeset)$|^-(?:y|g|h)$/;

function argumentsOf(words: readonly string[]) {
  const operands: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const equals = word.indexOf("=");
    if (!word.startsWith("-")) operands.push(word);
    else if (equals > 0) options.set(word.slice(0, equals), word.slice(equals + 1));
    else if (SWITCHES.test(word) || (words[index + 1] ?? "-").startsWith("-")) options.set(word, "");
    else {
      index++;
      options.set(word, words[index] ?? "");
    }
  }
  return { operands, options };
}
