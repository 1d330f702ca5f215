import { isSignal } from "../bootstrap/callMeaning.ts";
import type { BootstrapGraph } from "../bootstrap/graphTypes.ts";
import { withLineBreaks } from "../model/references/declarationEdit.ts";
import type { Entry, Template } from "../model/template.ts";
import { indentUnit } from "../model/yaml/indentUnit.ts";
import { policyEdit } from "../snippets/policyEdit.ts";
import { hasCreationPolicy, type ScriptOwner, scriptOwner, signalledEntry } from "../snippets/scriptOwner.ts";
import { sendsSignal, signalEdits } from "../snippets/signalEdits.ts";
import type { SignalEdit } from "../snippets/textEdit.ts";
import { sayerOf } from "../text/localised.ts";
import { startOfLine } from "../text/span.ts";
import texts from "./addSignal.json";

/** A code action: its edits, or why it cannot be done here. */
export type SignalAction =
  | { readonly title: string; readonly edits: readonly SignalEdit[] }
  | { readonly title: string; readonly disabled: string };

/**
 * "Add CreationPolicy and cfn-signal" for the EC2 instance or Auto Scaling group at the caret (also in its launch
 * template): both places are edited at once, and only what is missing. `undefined` if the caret is in neither.
 *
 * @example
 * Web:                                    Web:
 *   Type: AWS::EC2::Instance                Type: AWS::EC2::Instance
 *   Properties:                      →      CreationPolicy:
 *     UserData:                               ResourceSignal:
 *       Fn::Base64: !Sub |                      Timeout: PT15M
 *         #!/bin/bash                       Properties:
 *         yum -y update                       … and cfn-signal at the end of the script
 */
export function addSignal(
  template: Template,
  graph: BootstrapGraph,
  offset: number,
  language: "en" | "ja",
): SignalAction | undefined {
  const around = entryAround(template, offset);
  const target = around && signalledEntry(template, around);
  if (target === undefined) return undefined;
  const say = sayerOf(language);
  const owner = scriptOwner(template, target.name);
  const waits = hasCreationPolicy(target);
  const isSignalled = graph.calls.some((call) => isSignal(call) && call.targets?.includes(target.name) === true);
  const sends = owner !== undefined && (isSignalled || sendsSignal(owner, target.name));
  if (waits && sends) return { title: say(texts.both), disabled: say(texts.done) };
  const script = sends ? [] : scriptEdits(template, owner, target.name);
  if (script === undefined)
    return { title: say(texts.both), disabled: say(owner === undefined ? texts.noScript : texts.form) };
  const policy = waits ? undefined : policyEdit(template, target, indentUnit(template));
  if (!waits && policy === undefined) return { title: say(texts.both), disabled: say(texts.form) };
  const title = say(waits ? texts.signal : sends ? texts.policy : texts.both);
  return { title, edits: policy === undefined ? script : [withLineBreaks(template, policy), ...script] };
}

function scriptEdits(
  template: Template,
  owner: ScriptOwner | undefined,
  logicalId: string,
): readonly SignalEdit[] | undefined {
  return owner === undefined ? undefined : signalEdits(template, owner, logicalId);
}

function entryAround(template: Template, offset: number): Entry | undefined {
  const lineStart = startOfLine(template.text, offset);
  const after = (start: number): boolean => start <= offset || startOfLine(template.text, start) <= lineStart;
  const section = template.sections.findLast(({ key, offset: from }) => key.start + from <= offset);
  if (section?.name !== "Resources") return undefined;
  return section.entries.findLast(({ key, offset: from }) => after(key.start + from));
}
