import { withLineBreaks } from "../model/references/declarationEdit.ts";
import { scriptText } from "../model/references/scriptText.ts";
import type { Template } from "../model/template.ts";
import type { CallNode, MapNode, Node, ScalarNode } from "../model/tree/node.ts";
import { commandsEnd, isCloudConfig } from "./cloudConfig.ts";
import type { ScriptOwner } from "./scriptOwner.ts";
import { inJoin } from "./signalInJoin.ts";
import { inDoubleQuotes, inLiteral, withSub } from "./signalInText.ts";
import { type Context, signalLine } from "./signalLine.ts";
import { APT_INSTALL, doesWork, EXEC, HEAD, leavesEarly, needsHelpers, shellOf } from "./signalPlace.ts";
import { blanksBeforeKey, contentEnd, insertionAt, type SignalEdit } from "./textEdit.ts";

/** Whether the script signals the resource already, as far as its text says; a wait condition's handle is another thing. */
export function sendsSignal({ userData, entry }: ScriptOwner, logicalId: string): boolean {
  if (userData === undefined) return false;
  const { text } = scriptText(userData, entry.unit.text);
  if (/signal-resource|SignalResource|Send-CFNResourceSignal/i.test(text)) return true;
  // A name that is filled in, or in a variable, may be this one.
  const own = logicalId.replaceAll(/\W/g, "\\$&");
  return /cfn-signal/.test(text) && new RegExp(`--resource[= ]+["']?(?:${own}\\b|[\ufffc$])`).test(text);
}

/**
 * Edits that make the owner's script signal `logicalId` at its end: the line is added to the user data, or user data
 * are written if there are none. `undefined` for user data whose form cannot be edited safely (a list joined by
 * something else than line breaks, one line in flow style).
 */
export function signalEdits(
  template: Template,
  owner: ScriptOwner,
  logicalId: string,
): readonly SignalEdit[] | undefined {
  const { entry, holder, userData } = owner;
  const context: Context = {
    text: template.text,
    offset: entry.offset,
    json: template.format === "json",
    unitText: entry.unit.text,
    logicalId,
    shell: "bash",
    install: [],
    early: false,
    replaced: false,
    commands: undefined,
    head: "",
  };
  const script = userData === undefined ? "" : scriptText(userData, context.unitText).text;
  const commands = isCloudConfig(script) ? commandsEnd(script) : undefined;
  const shell = commands === undefined ? shellOf(script) : "cloud-config";
  const replaced = shell === "bash" && EXEC.test(script);
  const install = shell === "bash" && needsHelpers(script) ? APT_INSTALL : [];
  const early =
    shell === "bash" &&
    (install.length > 0 || leavesEarly(script) || (script !== "" && !replaced && !doesWork(script)));
  // Formats of cloud-init that are no script.
  if (commands === undefined && /^\s*(?:#cloud-|#include|Content-Type:|MIME-Version:|## template:)/i.test(script))
    return undefined;
  // A second trap would take the place of the script's own.
  if (early && /\btrap\b/.test(script)) return undefined;
  const isHeadless = userData !== undefined && shell === "bash" && !HEAD.test(script);
  // No shell is meant to run this.
  if (isHeadless && !/^\s*[\w#./]/.test(script)) return undefined;
  const head = isHeadless ? "#!/bin/bash\n" : "";
  const edits =
    userData === undefined
      ? holder && newUserData(context, holder)
      : edited({ ...context, shell, install, early, replaced, commands, head }, userData, undefined);
  return edits?.map((edit) => withLineBreaks(template, edit));
}

function edited(context: Context, node: Node, around: CallNode | undefined): readonly SignalEdit[] | undefined {
  if (node.kind === "call") {
    const { name, argument } = node;
    if (name === "Fn::Base64") return edited(context, argument, node);
    if (name === "Fn::Sub" && argument.kind === "scalar") return inSub(context, argument);
    if (name === "Fn::Sub" && argument.kind === "list" && argument.items[0]?.kind === "scalar")
      return inSub(context, argument.items[0]);
    if (name === "Fn::Join" && argument.kind === "list") return inJoin(context, argument);
    return undefined;
  }
  return node.kind === "scalar" ? withSub(context, node, around) : undefined;
}

/** Adds the line to a string that `Fn::Sub` reads. */
function inSub(context: Context, scalar: ScalarNode): readonly SignalEdit[] | undefined {
  const line = signalLine(context);
  if (scalar.style === "literal") return inLiteral(context, scalar, line);
  if (scalar.style === "double") return inDoubleQuotes(context, scalar, line);
  return undefined;
}

/** User data with nothing but the signal, as the last property. */
function newUserData(context: Context, holder: MapNode): readonly SignalEdit[] | undefined {
  const { text, offset, json } = context;
  const last = holder.pairs.at(-1);
  const script = [
    "#!/bin/bash -x",
    "dnf install -y aws-cfn-bootstrap",
    "# Set the instance up here.",
    signalLine(context),
  ];
  if (json || holder.flow) {
    if (!json || last === undefined) return undefined;
    const end = last.value.end + offset;
    const indent = blanksBeforeKey(text, last.key.start + offset);
    const value = `{ "Fn::Base64": { "Fn::Sub": ${JSON.stringify(`${script.join("\n")}\n`)} } }`;
    return [{ span: insertionAt(end), newText: `,\n${indent}"UserData": ${value}` }];
  }
  if (last === undefined) return undefined;
  const indent = blanksBeforeKey(text, holder.start + offset);
  const body = script.map((line) => `${indent}    ${line}`).join("\n");
  const end = contentEnd(text, Math.max(last.value.end, last.key.end) + offset);
  return [{ span: insertionAt(end), newText: `\n${indent}UserData:\n${indent}  Fn::Base64: !Sub |\n${body}` }];
}
