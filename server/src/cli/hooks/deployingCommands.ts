import { resolve } from "node:path";
import { parseScript } from "../../scripts/parseScript.ts";

/** A command that deploys a template or deletes a stack, among those that a line runs. */
export interface DeployingCommand {
  readonly action: "deploy" | "delete";
  /** The template's path, absolute; `undefined` if the command names none that is a file. */
  readonly template: string | undefined;
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
    template: ["--template-file", "--template-body"],
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

/** The commands of a command line that deploy or delete. */
export function deployingCommands(line: string, folder: string): readonly DeployingCommand[] {
  const found: DeployingCommand[] = [];
  let at = folder;
  for (const { words } of parseScript(line).commands) {
    const texts = words.map(({ text }) => text);
    if (texts[0] === "cd" && texts[1] !== undefined) at = resolve(at, texts[1]);
    if (SHOWING.has(texts[0] ?? "")) continue;
    const begin = texts.findIndex((text) => DEPLOYING.some(({ program }) => isProgram(text, program[0] ?? "")));
    if (begin < 0) continue;
    const { operands, options } = argumentsOf(texts.slice(begin + 1));
    const known = DEPLOYING.find(
      ({ program: [name = "", ...rest] }) =>
        isProgram(texts[begin] ?? "", name) && rest.every((part, index) => operands[index] === part),
    );
    if (known === undefined || options.has("--help") || options.has("--no-execute-changeset")) continue;
    const rest = operands.slice(known.program.length - 1);
    const value = (names: readonly string[]): string | undefined =>
      names.map((name) => options.get(name) ?? rest[Number(name)]).find((one) => one !== undefined && one !== "");
    const template = value(known.template)?.replace(/^fileb?:\/\//, "");
    found.push({
      action: known.action,
      template: template === undefined || /^[a-z]+:\/\//i.test(template) ? undefined : resolve(at, template),
      stack: value(known.stack),
      isSam: known.program[0] === "sam",
      folder: at,
    });
  }
  return found;
}

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
