import { keysAround } from "../../../model/focus/completionPlace.ts";
import { parse } from "../../../model/reading/parse.ts";
import { entryOf, type Template } from "../../../model/template.ts";
import { blockLines } from "../../../snippets/blockBody.ts";
import { jsonBody } from "../../../snippets/jsonBody.ts";
import { plainBody } from "../../../snippets/plainBody.ts";
import { instanceCount } from "../../../snippets/policyEdit.ts";
import { scriptOwner } from "../../../snippets/scriptOwner.ts";
import { sendsSignal, signalEdits } from "../../../snippets/signalEdits.ts";
import type { Snippet } from "../../../snippets/snippet.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { beginsParts } from "../match.ts";
import {
  type CompletionItem,
  commaEdits,
  escapedSnippet,
  gapBefore,
  type Scene,
  type TextEdit,
  typedText,
} from "../scene.ts";
import { filledSnippet } from "./snippetNames.ts";
import { isLegal } from "./snippetPlace.ts";

/** Template fragments that are legal at the caret, with the logical id of its resource filled in. */
export function snippetItems(scene: Scene): CompletionItem[] {
  const present = presentKeys(scene);
  const typed = typedText(scene);
  // Among keys somebody may type a name of their own, whose letters are in many a long word.
  const isMeant = (prefix: string): boolean => scene.place.accepts.key !== true || beginsParts(typed, prefix);
  return scene.snippets.flatMap((snippet) => {
    if (!snippet.where.some((place) => isLegal(scene, place)) || !snippet.prefixes.some(isMeant)) return [];
    if (present.size > 0 && keysOf(snippet).some((key) => present.has(key))) return [];
    const item = snippetItem(scene, snippet);
    return item === undefined ? [] : [item];
  });
}

function presentKeys({ place, template }: Scene): ReadonlySet<string> {
  if (place.accepts.key !== true || place.steps.length === 1) return new Set();
  if (place.steps.length === 0) return new Set(template.sections.map(({ name }) => name));
  return keysAround(place);
}

/** The keys that a snippet adds to the map around it. */
export const keysOf: (snippet: Snippet) => readonly string[] = memoBy(({ body }) =>
  parse(body).sections.map(({ name }) => name),
);

function snippetItem(scene: Scene, snippet: Snippet): CompletionItem | undefined {
  const body = filledSnippet(scene, snippet.body);
  return body === undefined ? undefined : itemOf(scene, snippet, body);
}

/** @param body the snippet's, with the names that it has here */
export function itemOf(scene: Scene, snippet: Snippet, body: string): CompletionItem | undefined {
  const { place, snippetSupport, language } = scene;
  const signal = snippet.signal ? signalPart(scene) : NO_SIGNAL;
  if (signal === undefined) return undefined;
  const counted = signal.count === undefined ? body : body.replace(/(?<=Count: ).*/, signal.count);
  const text = bodyText(scene, signal.more === "" ? counted : `${counted}\n${signal.more}`);
  if (text === undefined) return undefined;
  const additional = [...(commaEdits(place).additionalEdits ?? []), ...signal.edits];
  const [prefix] = snippet.prefixes;
  return {
    label: snippet.label[language],
    kind: "snippet",
    filterText: `${place.quote}${snippet.prefixes.join(" ")}`,
    sortText: `${snippet.signal || isWholeTemplate(snippet) ? "0" : "8"}${prefix}`,
    insertText: snippetSupport ? text : plainBody(text),
    snippet: snippetSupport,
    span: place.span,
    ...(additional.length > 0 && { additionalEdits: additional }),
    data: { of: "snippet", id: snippet.id },
  };
}

/**
 * In an empty text whole templates come first, unless another item begins with the typed letter: the editor puts that
 * before them.
 */
function isWholeTemplate({ where }: Snippet): boolean {
  return where.some((place) => place.in === "empty");
}

function bodyText(scene: Scene, body: string): string | undefined {
  const { place, unit } = scene;
  if (place.style === "json") {
    const text = jsonBody(body, place.indent, unit);
    return text === undefined ? undefined : `${text}${place.commaAfter === true ? "," : ""}`;
  }
  const lines = blockLines(body, unit);
  const afterDash = place.accepts.item !== true && lines[0]?.startsWith("- ") === true;
  const indent = afterDash ? place.indent.slice(2) : place.indent;
  const text = lines.map((line, index) => (index === 0 || line === "" ? line : indent + line)).join("\n");
  return gapBefore(scene) + (afterDash ? text.slice(2) : text);
}

interface SignalPart {
  readonly edits: readonly TextEdit[];
  /** The text to add at the end of the snippet's body. */
  readonly more: string;
  /** The number of signals to wait for, as text of a body. */
  readonly count?: string | undefined;
}

const NO_SIGNAL: SignalPart = { edits: [], more: "" };

/**
 * The signal that a snippet waits for: edits of the script that runs on the instances, or more of the body; `undefined`
 * if the script cannot be edited, so that nothing is promised.
 */
function signalPart({ template, place, subject }: Scene): SignalPart | undefined {
  const { text } = template;
  const { start, end } = place.span;
  const { entry } = subject;
  if (entry === undefined) return undefined;
  // The word that is being typed may break the resource: it is read without it.
  const whole = parse(text.slice(0, start) + " ".repeat(end - start) + text.slice(end), template);
  const owner = scriptOwner(whole, entry);
  if (owner === undefined) return undefined;
  const count = countOf(whole, entry);
  if (sendsSignal(owner, entry)) return { edits: [], more: "", count };
  const edits = signalEdits(whole, owner, entry);
  if (edits !== undefined) return { edits, more: "", count };
  if (owner.userData !== undefined || keysAround(place).has("Properties")) return undefined;
  return { edits: [], more: PROPERTIES.replace("$CFN_LOGICAL_ID", escapedSnippet(entry)) };
}

/** The number of instances that an Auto Scaling group starts; a literal number becomes a tab stop. */
function countOf(template: Template, logicalId: string): string | undefined {
  const entry = entryOf(template, "Resources", logicalId);
  if (entry?.value.kind !== "map") return undefined;
  const count = instanceCount(entry.value, entry.unit.text, false);
  return /^\d+$/.test(count) ? `\${1:${count}}` : escapedSnippet(count);
}

const PROPERTIES = `Properties:
  ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}'
  InstanceType: \${8:t3.micro}
  UserData:
    Fn::Base64: !Sub |
      #!/bin/bash -x
      dnf install -y aws-cfn-bootstrap
      \${9:# Set the instance up here.}
      /opt/aws/bin/cfn-signal -e \\$? --stack \\\${AWS::StackName} --resource $CFN_LOGICAL_ID --region \\\${AWS::Region}`;
