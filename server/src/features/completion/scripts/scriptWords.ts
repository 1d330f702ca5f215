import { HELPER_SCRIPTS, type HelperOption, type HelperScript } from "../../../bootstrap/helperScripts.ts";
import { entryOf } from "../../../model/template.ts";
import { type Node, valueAt } from "../../../model/tree/node.ts";
import type { CompletionItem, Scene } from "../scene.ts";
import { isSubText, openVariable } from "../values/subText.ts";

/** How far back a command may have begun. */
const MAX_LENGTH = 2000;

/** Words of scripts: the helper scripts, their options, and the options' values. */
export function scriptItems(scene: Scene): CompletionItem[] {
  if (!isScript(scene) || openVariable(scene) !== undefined) return [];
  const { line, word } = commandLine(scene);
  const helper = helperIn(line);
  if (helper === undefined) return beginsCommand(line, word) ? commandItems(scene, word) : [];
  const { option, typed } = optionBefore(helper, line, word);
  if (option !== undefined) return optionValues(scene, helper, option, typed);
  return optionItems(scene, helper, line, word);
}

/** Whether the string at the caret is run on an instance: user data, commands and files of cfn-init. */
export function isScript({ subject, place }: Scene): boolean {
  if (place.accepts.text !== true && place.accepts.value !== true) return false;
  if (subject.section !== "Resources") return false;
  if (place.accepts.value === true && place.span.start === place.span.end && place.quote === "") return false;
  const { path } = subject;
  if (path.includes("UserData")) return true;
  if (!path.includes("AWS::CloudFormation::Init")) return false;
  return path.includes("command") || path.includes("content") || path.includes("test");
}

/** The command up to the caret, from its beginning, and its last word. */
function commandLine({ template, place, offset }: Scene): { line: string; word: string } {
  const { text } = template;
  if (place.accepts.text === true) {
    const before = text.slice(Math.max(place.content.start, offset - MAX_LENGTH), offset);
    const lines = before.split(/\r?\n/);
    let first = lines.length - 1;
    while (first > 0 && /(?:\\|`|\^)[ \t]*$/.test(lines[first - 1] ?? "")) first--;
    return parts(
      lines
        .slice(first)
        .join(" ")
        .replace(/[\\`^][ \t]+(?=\s)/g, " "),
    );
  }
  // Strings of a Fn::Join: a command runs over items until one holds a line break.
  const before = text.slice(Math.max(0, offset - MAX_LENGTH), offset);
  const own = text.slice(place.content.start, offset);
  const last = before.lastIndexOf("\\n");
  const helper =
    /(?:cfn-(?:signal|init|hup|get-metadata)|signal-resource)(?![\s\S]*(?:cfn-(?:signal|init|hup|get-metadata)|signal-resource))/.exec(
      before,
    );
  if (helper === null || helper.index < last || /^ {0,6}\S+:\s*$/m.test(before.slice(helper.index))) return parts(own);
  const { word } = parts(own);
  return { line: before.slice(helper.index).replace(/["',[\]]+/g, " "), word };
}

function parts(line: string): { line: string; word: string } {
  const command = line.split(/&&|\|\||;/).at(-1) ?? line;
  return { line: command, word: /[^\s"'=,]*$/.exec(command)?.[0] ?? "" };
}

function helperIn(line: string): HelperScript | undefined {
  const words = line.slice(0, Math.max(0, line.length - (/\S*$/.exec(line)?.[0].length ?? 0)));
  const name =
    /(?:^|[\s/\\"'(])(cfn-signal|cfn-init|cfn-hup|cfn-get-metadata|signal-resource)(?:\.exe)?(?=[\s"'])/.exec(
      words,
    )?.[1];
  return [...HELPER_SCRIPTS.values()].find((helper) => helper.name === name);
}

function beginsCommand(line: string, word: string): boolean {
  if (!/^[\w./\\-]*$/.test(word)) return false;
  return (
    /^(?:[/.\w-]*[/\\])?cfn/.test(word) ||
    /(?:^|[!({]|\b(?:if|then|do|else|sudo|exec))\s*$/.test(line.slice(0, line.length - word.length))
  );
}

function optionBefore(helper: HelperScript, line: string, word: string): { option?: HelperOption; typed: string } {
  const before = line.slice(0, line.length - word.length);
  const name = /(?:^|\s)(--?[\w-]+)(?:\s+|=)["']?$/.exec(before)?.[1];
  if (name === undefined) return { typed: word };
  const option = helper.options.find((one) => one.takesValue && (one.name === name || one.short === name));
  return option === undefined ? { typed: word } : { option, typed: word };
}

function commandItems(scene: Scene, word: string): CompletionItem[] {
  const directory = /^.*[/\\]/.exec(word)?.[0] ?? "";
  return [...HELPER_SCRIPTS.values()]
    .filter(({ name }) => name.startsWith("cfn-"))
    .map(({ name, text }) => ({
      ...wordItem(scene, word.slice(directory.length), name),
      kind: "command" as const,
      detail: text[scene.language],
      sortText: `1${name}`,
      insertText: directory === "" && !windows(scene) ? `/opt/aws/bin/${name}` : name,
      data: { of: "helper" as const, name },
    }));
}

/** Whether the script is for Windows, whose helpers have no directory. */
export function windows({ template, place }: Scene): boolean {
  return /<powershell>|<script>|\.exe\b/.test(template.text.slice(place.content.start, place.content.end));
}

function optionItems(scene: Scene, helper: HelperScript, line: string, word: string): CompletionItem[] {
  if (word !== "" && !word.startsWith("-")) return [];
  return helper.options
    .filter(
      ({ name, short }) =>
        !new RegExp(`(?:^|\\s)(?:${name}${short === undefined ? "" : `|${short}`})(?=[\\s=])`).test(line),
    )
    .map((option, index) => ({
      ...wordItem(scene, word, option.name),
      kind: "option" as const,
      detail: option.text[scene.language],
      sortText: `1${String(index).padStart(2, "0")}`,
      insertText: option.takesValue ? `${option.name} ` : option.name,
      ...(option.takesValue && { again: true }),
      data: { of: "helper" as const, name: helper.name, option: option.name },
    }));
}

function optionValues(scene: Scene, helper: HelperScript, option: HelperOption, word: string): CompletionItem[] {
  const sub = isSubText(scene);
  const fixed = option.values.filter((value) => sub || !value.startsWith("${"));
  const names =
    option.role === "resource" ? resourceNames(scene, helper) : option.role === "configSets" ? configSets(scene) : [];
  return [
    ...names.map(({ name, rank, detail }) => ({
      ...wordItem(scene, word, name),
      kind: "resource" as const,
      sortText: `${rank}${name}`,
      ...(detail !== undefined && { detail }),
    })),
    ...fixed.map((value, index) => ({
      ...wordItem(scene, word, value),
      kind: "value" as const,
      sortText: `5${index}`,
    })),
  ];
}

interface NamedRank {
  readonly name: string;
  readonly rank: number;
  readonly detail?: string | undefined;
}

/** For cfn-signal the resources that wait for signals, for the others those with Init metadata; the script's own first. */
function resourceNames({ template, subject }: Scene, helper: HelperScript): NamedRank[] {
  const signals = helper.name === "cfn-signal" || helper.name === "signal-resource";
  const found: NamedRank[] = [];
  for (const [name, { type, attributes }] of template.declarations.resources) {
    const waits = attributes.has("CreationPolicy") || attributes.has("UpdatePolicy");
    const suits = signals ? waits : attributes.has("Metadata");
    const own = name === subject.entry;
    const can = signals && /::(?:Instance|AutoScalingGroup|WaitCondition|Fleet)$/.test(type ?? "");
    if (suits || own || can) found.push({ name, rank: suits && own ? 0 : suits ? 1 : own ? 2 : 3, detail: type });
  }
  return found;
}

function configSets({ template, subject }: Scene): NamedRank[] {
  const entry = subject.entry === undefined ? undefined : entryOf(template, "Resources", subject.entry);
  const metadata: Node | undefined = valueAt(entry?.value, "Metadata");
  const sets = valueAt(valueAt(metadata, "AWS::CloudFormation::Init"), "configSets");
  return sets?.kind === "map" ? sets.pairs.map(({ key }) => ({ name: key.text, rank: 1 })) : [];
}

function wordItem(
  { offset, template }: Scene,
  typed: string,
  label: string,
): Pick<CompletionItem, "label" | "insertText" | "snippet" | "span"> {
  const rest = /^[\w-]*/.exec(template.text.slice(offset, offset + 100))?.[0].length ?? 0;
  return { label, insertText: label, snippet: false, span: { start: offset - typed.length, end: offset + rest } };
}
