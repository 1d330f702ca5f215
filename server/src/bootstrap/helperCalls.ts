import type { Hole } from "../model/references/scriptText.ts";
import { commandName } from "../scripts/embeddedTexts.ts";
import { parseScript } from "../scripts/parseScript.ts";
import type { Command, Script, Word } from "../scripts/script.ts";
import type { Argument, HelperCall, Reached } from "./helperCall.ts";
import { HELPER_SCRIPTS, type HelperName, helperOption } from "./helperScripts.ts";
import { assign, assignedText, type Variables, valueOfWord } from "./values.ts";

/** Commands that take the names of programs as data. */
const TAKES_NAMES =
  /^(?:echo|printf|write-(?:host|output|verbose)|logger|ls|cp|mv|ln|chmod|chown|which|where|type|hash|test|\[|\[\[|rm|cat|grep|egrep|sed|awk|tail|head|find|curl|wget|yum|dnf|zypper|apt|apt-get|rpm|dpkg|pip3?|easy_install|tar|unzip|mkdir|touch|systemctl|service|chkconfig|update-rc\.d|initctl|alias|cd|source|\.|new-item|copy-item|test-path|invoke-webrequest|pushd|for|case|function|return)$/;

/** A helper's name behind more words than this is an argument. */
const MAX_DISTANCE = 40;

/** Runs what follows. */
const RUNS =
  /^(?:sudo|env|time|timeout|nice|ionice|nohup|exec|command|eval|call|@?call|xargs|start|start-process|if|else|cmd|powershell|python[\d.]*|bash|sh|&|stdbuf|retry|chroot|-\S+|\/c)$/i;

/** Calls of the helper scripts in `script`, with what is known of their arguments. */
export function helperCalls(
  script: Script,
  { text, holes }: { readonly text: string; readonly holes: readonly Hole[] },
  outer: Variables,
  reached: Reached,
): HelperCall[] {
  const calls: HelperCall[] = [];
  let variables = outer;
  script.commands.forEach((command, index) => {
    const found = findHelper(command, variables);
    if (found) {
      const { helper, word } = found;
      const rest = listedArguments(found.rest, text, script) ?? found.rest;
      const args = helper.cmdlet
        ? cmdletArguments(rest, variables, holes)
        : helperArguments(helper.name, rest, variables, holes);
      const { start, end } = command;
      calls.push({
        helper: helper.name,
        nameSpan: nameSpan(word),
        arguments: args,
        start,
        end,
        script,
        index,
        reached,
      });
    }
    variables = assign(variables, command, holes);
  });
  return calls;
}

/** The variables behind a script's last command. */
export function variablesAfter(script: Script, holes: readonly Hole[], outer: Variables): Variables {
  return script.commands.reduce((variables, command) => assign(variables, command, holes), outer);
}

interface Found {
  readonly helper: { readonly name: HelperName; readonly cmdlet: boolean };
  readonly word: Word;
  readonly rest: readonly Word[];
}

function findHelper({ words }: Command, variables: Variables): Found | undefined {
  const first = words.find(({ text }) => !/^(?:sudo|env|time|nice|nohup|command|exec|-\S+|\w+=.*)$/.test(text));
  if (TAKES_NAMES.test(commandName(first?.text ?? ""))) return undefined;
  for (const [index, word] of words.slice(0, MAX_DISTANCE).entries()) {
    const helper = helperOf(word, index, words, variables);
    if (!helper) continue;
    const rest = words.slice(index + 1);
    const runs =
      index === 0 || helper.name === "signal-resource" || RUNS.test(commandName(words[index - 1]?.text ?? ""));
    if (runs || rest.some(({ text }) => text.startsWith("-"))) return { helper, word, rest };
  }
  return undefined;
}

/** The words of `Start-Process … -ArgumentList "…"`. */
function listedArguments(words: readonly Word[], text: string, { dialect }: Script): readonly Word[] | undefined {
  const at = words.findIndex((word) => /^-(?:ArgumentList|Args?)$/i.test(word.text));
  const list = at < 0 ? undefined : words[at + 1];
  if (!list || dialect !== "powershell") return undefined;
  if (list.quote !== "single" && list.quote !== "double") return words.slice(at + 1);
  return parseScript(text, dialect, { start: list.start + 1, end: list.end - 1 }).commands.at(-1)?.words;
}

function helperOf(
  word: Word,
  index: number,
  words: readonly Word[],
  variables: Variables,
): Found["helper"] | undefined {
  if (index > 0 && word.text.startsWith("-")) return undefined;
  let text = word.text;
  if (/^[$%]/.test(text) && !/[/\\]/.test(text)) text = assignedText(word, variables) ?? text;
  const name = commandName(text.replace(/["']/g, "")).replace(/^(?:[@\uFFFC]|\$\{?\w+\}?|%\w+%)+/, "");
  if (name === "send-cfnresourcesignal") return { name: "signal-resource", cmdlet: true };
  if (name === "signal-resource") {
    const service = words.slice(0, index).some(({ text: before }) => before === "cloudformation");
    return service ? { name, cmdlet: false } : undefined;
  }
  const known = [...HELPER_SCRIPTS.keys()].find((helper) => helper === name.replace(/\.(?:py|cmd|bat)$/, ""));
  return known && { name: known, cmdlet: false };
}

function nameSpan(word: Word): { start: number; end: number } {
  const quotes = word.quote === "none" || word.quote === "mixed" ? 0 : 1;
  const inner = word.text.slice(Math.max(word.text.lastIndexOf("/"), word.text.lastIndexOf("\\")) + 1);
  const end = word.end - quotes;
  return { start: word.quote === "mixed" ? word.start : Math.max(word.start, end - inner.length), end };
}

function helperArguments(
  helper: HelperName,
  words: readonly Word[],
  variables: Variables,
  holes: readonly Hole[],
): Argument[] {
  const args: Argument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const { start, end, text } = word;
    if (!/^-[-\w]/.test(text) || (word.quote !== "none" && /\s/.test(text))) {
      args.push({ start, end, option: undefined, name: undefined, value: valueOfWord(word, variables, holes) });
      continue;
    }
    const attached = attachedValue(helper, word);
    const name = attached?.name ?? text;
    const option = helperOption(helper, name);
    const takesValue = option ? option.takesValue : takesUnknown(words[index + 1]);
    const value = attached?.value ?? (takesValue ? words[index + 1] : undefined);
    if (!attached && value) index++;
    args.push({
      start,
      end: value?.end ?? end,
      option,
      name,
      value: value && valueOfWord(value, variables, holes),
    });
  }
  return args;
}

/** Whether a word is more likely the value of an unknown option than an argument of its own. */
function takesUnknown(next: Word | undefined): boolean {
  return next !== undefined && !next.text.startsWith("-");
}

/** `--resource=Web`, `-e0`. */
function attachedValue(helper: HelperName, word: Word): { name: string; value: Word } | undefined {
  const { text } = word;
  const equals = /^(--[\w-]+)=/.exec(text)?.[1];
  const name = equals ?? (/^-\w./.test(text) && !text.startsWith("--") ? text.slice(0, 2) : undefined);
  if (name === undefined) return undefined;
  if (equals === undefined && !helperOption(helper, name)?.takesValue) return undefined;
  const skip = name.length + (equals === undefined ? 0 : 1);
  return { name, value: { ...word, start: Math.min(word.start + skip, word.end), text: text.slice(skip) } };
}

const CMDLET_OPTIONS: ReadonlyMap<string, string> = new Map([
  ["-stackname", "--stack-name"],
  ["-logicalresourceid", "--logical-resource-id"],
  ["-uniqueid", "--unique-id"],
  ["-status", "--status"],
  ["-region", "--region"],
]);

/** `Send-CFNResourceSignal -LogicalResourceId Web …` */
function cmdletArguments(words: readonly Word[], variables: Variables, holes: readonly Hole[]): Argument[] {
  return words.flatMap((word, index): Argument[] => {
    const name = CMDLET_OPTIONS.get(word.text.toLowerCase());
    const value = words[index + 1];
    if (name === undefined || !value) return [];
    const option = helperOption("signal-resource", name);
    return [
      { start: word.start, end: value.end, option, name: word.text, value: valueOfWord(value, variables, holes) },
    ];
  });
}
