import { type ScriptText, scriptText } from "../model/references/scriptText.ts";
import { type Node, textOf, valueAt } from "../model/tree/node.ts";
import type { Dialect, Script } from "../scripts/script.ts";
import type { Argument } from "./helperCall.ts";
import { helperOption } from "./helperScripts.ts";
import { MENTION, readScript, type ScriptReading } from "./readScript.ts";

/** A script in a resource, with what it says about bootstrapping. */
export interface ScriptSource {
  /**
   * `userData`; `command` and `file` of `AWS::CloudFormation::Init`; `api`: a step that calls the API itself (Systems
   * Manager's `aws:executeAwsApi`); `other`: documents of Systems Manager, build specifications …
   */
  readonly where: "userData" | "command" | "file" | "api" | "other";
  readonly node: Node;
  /** Keys from the resource downwards. */
  readonly path: readonly string[];
  readonly text: ScriptText;
  readonly reading: ScriptReading;
}

/** Nodes deeper than this are not searched. */
const MAX_DEPTH = 60;

/**
 * The scripts of a resource: user data, and any other text that names a helper script or signals.
 * `unitText` is the text that the nodes were parsed from.
 */
export function scriptSources(resource: Node, unitText: string): ScriptSource[] {
  const sources: ScriptSource[] = [];
  search(resource, [], unitText, sources);
  return sources;
}

function search(node: Node, path: readonly string[], unitText: string, sources: ScriptSource[]): void {
  if (path.length > MAX_DEPTH) return;
  const userData = path.at(-1) === "UserData";
  if (!userData && !mentions(node, unitText)) return;
  if (node.kind === "map") {
    const step = signalStep(node, path, unitText);
    if (step) sources.push(step);
    for (const { key, value } of node.pairs) search(value, [...path, key.text], unitText, sources);
  } else if (node.kind === "list" && !isLines(node, path)) {
    for (const [index, item] of node.items.entries()) search(item, [...path, String(index)], unitText, sources);
  } else if (node.kind === "call" && chooses(node)) {
    const branches = ifBranches(node);
    for (const branch of branches) search(branch, path, unitText, sources);
  } else if (userData || node.kind !== "call" || /^Fn::(?:Base64|Sub|Join)$/.test(node.name)) {
    sources.push(source(node, path, unitText));
  }
}

function source(node: Node, path: readonly string[], unitText: string): ScriptSource {
  const text = scriptText(node, unitText);
  return { where: whereOf(path), node, path, text, reading: readScript(text.text, text.holes, dialectAt(path)) };
}

/** The step of an automation that calls `SignalResource`, as if it were the CLI's command. */
function signalStep(node: Node, path: readonly string[], unitText: string): ScriptSource | undefined {
  const resource = valueAt(node, "LogicalResourceId");
  if (textOf(valueAt(node, "Api"))?.toLowerCase() !== "signalresource" || resource?.kind !== "scalar") return undefined;
  const text = scriptText(resource, unitText);
  const span = { start: 0, end: text.text.length };
  const args = STEP_INPUTS.flatMap(([input, name]): Argument[] => {
    const raw = textOf(valueAt(node, input));
    if (raw === undefined) return [];
    const literals = raw.includes("{{") ? undefined : [raw];
    return [
      {
        ...span,
        name,
        option: helperOption("signal-resource", name),
        value: { ...span, raw, literals, hole: undefined, written: literals && span },
      },
    ];
  });
  const script: Script = { dialect: "bash", interpreter: undefined, commands: [] };
  const reached = { kind: "direct", signals: [], outer: undefined } as const;
  const call = {
    ...span,
    helper: "signal-resource",
    nameSpan: span,
    arguments: args,
    script,
    index: 0,
    reached,
  } as const;
  const reading = { scripts: [], calls: [call], hooks: [], confs: [], mayAlsoSignal: false };
  return { where: "api", node: resource, path, text, reading };
}

const STEP_INPUTS: readonly (readonly [string, string])[] = [
  ["StackName", "--stack-name"],
  ["LogicalResourceId", "--logical-resource-id"],
  ["UniqueId", "--unique-id"],
  ["Status", "--status"],
];

/** Whether a text is worth a look: it names what takes part in bootstrapping, or holds user data further down. */
function mentions(node: Node, unitText: string): boolean {
  const text = unitText.slice(node.start, node.end);
  return MENTION.test(text) || (node.kind === "map" && text.includes("UserData"));
}

/** Lists of lines: `runCommand` of a document, `commands` of an association. */
function isLines(node: Node, path: readonly string[]): boolean {
  return node.kind === "list" && /^(?:runCommand|commands?|Commands)$/.test(path.at(-1) ?? "");
}

/** `Fn::If`, perhaps within `Fn::Base64`: one script or another. */
function chooses(node: Node): boolean {
  if (node.kind !== "call") return false;
  return node.name === "Fn::If" || (node.name === "Fn::Base64" && chooses(node.argument));
}

function ifBranches(node: Node): readonly Node[] {
  if (node.kind !== "call") return [];
  if (node.name === "Fn::Base64") return ifBranches(node.argument);
  return node.argument.kind === "list" ? node.argument.items.slice(1) : [];
}

function whereOf(path: readonly string[]): ScriptSource["where"] {
  if (path.at(-1) === "UserData") return "userData";
  const [attribute, key, , kind] = path;
  if (attribute !== "Metadata" || key !== "AWS::CloudFormation::Init") return "other";
  if (kind === "commands") return "command";
  return kind === "files" ? "file" : "other";
}

function dialectAt(path: readonly string[]): Dialect | undefined {
  return path.some((key) => /PowerShell/i.test(key)) ? "powershell" : undefined;
}
