import { parse } from "../../model/parse.ts";
import { reindented } from "../../snippets/blockBody.ts";
import { jsonBody } from "../../snippets/jsonBody.ts";
import { plainBody } from "../../snippets/plainBody.ts";
import { scriptOwner } from "../../snippets/scriptOwner.ts";
import { sendsSignal, signalEdits } from "../../snippets/signalEdits.ts";
import type { Snippet } from "../../snippets/snippet.ts";
import { isNamedAs } from "./fit.ts";
import type { CompletionItem, TextEdit } from "./item.ts";
import type { Scene } from "./scene.ts";
import { isLegal } from "./snippetPlace.ts";
import { commaEdits, escaped, gapBefore } from "./writing.ts";

/** Template fragments that are legal at the caret, with the logical id of its resource filled in. */
export function snippetItems(scene: Scene): CompletionItem[] {
  const present = presentKeys(scene);
  return scene.snippets.flatMap((snippet) => {
    if (!snippet.where.some((place) => isLegal(scene, place))) return [];
    if (present.size > 0 && keysOf(snippet).some((key) => present.has(key))) return [];
    const item = snippetItem(scene, snippet);
    return item === undefined ? [] : [item];
  });
}

function presentKeys({ place, template }: Scene): ReadonlySet<string> {
  if (place.accepts.key !== true || place.steps.length === 1) return new Set();
  if (place.steps.length === 0) return new Set(template.sections.map(({ name }) => name));
  return new Set(
    place.levels
      .at(-1)
      ?.members()
      .map(({ name }) => name),
  );
}

const keys = new WeakMap<Snippet, readonly string[]>();

/** The keys that a snippet adds to the map around it. */
function keysOf(snippet: Snippet): readonly string[] {
  let known = keys.get(snippet);
  if (known === undefined) {
    known = parse(snippet.body).sections.map(({ name }) => name);
    keys.set(snippet, known);
  }
  return known;
}

function snippetItem(scene: Scene, snippet: Snippet): CompletionItem | undefined {
  const { place, subject, snippetSupport } = scene;
  const body = withOwnNames(scene, snippet.body.replaceAll("$CFN_LOGICAL_ID", escaped(subject.entry ?? "LogicalId")));
  const signal = snippet.signal ? signalPart(scene) : NO_SIGNAL;
  const text = bodyText(scene, signal.more === "" ? body : `${body}\n${signal.more}`);
  if (text === undefined) return undefined;
  const [label] = snippet.prefixes;
  const additional = [...(commaEdits(place).additionalEdits ?? []), ...signal.edits];
  return {
    label,
    kind: "snippet",
    filterText: `${place.accepts.text === true ? "" : place.quote}${snippet.prefixes.join(" ")}`,
    sortText: `${snippet.signal || place.accepts.text === true ? "0" : "8"}${label}`,
    insertText: snippetSupport ? text : plainBody(text),
    snippet: snippetSupport,
    span: spanOf(scene),
    ...(additional.length > 0 && { additionalEdits: additional }),
    data: { of: "snippet", id: snippet.id },
  };
}

/** `!Ref ${2:LoadBalancer}` with the load balancer that the template has. */
function withOwnNames({ template, subject }: Scene, body: string): string {
  const { resources, parameters } = template.declarations;
  return body.replace(/(!(?:Ref|GetAtt) )\$\{(\d+):(\w+)\}/g, (whole, tag: string, stop: string, name: string) => {
    const isList = /s$/.test(name);
    const own = [...resources].find(
      ([id, { type }]) =>
        id !== subject.entry && !isList && type?.startsWith("AWS::") === true && isNamedAs(name, type),
    );
    const given = [...parameters].find(([, { type }]) => isNamedAs(name, type) && isList === /^List</.test(type ?? ""));
    const [found] = own ?? (tag === "!Ref " ? given : undefined) ?? [];
    return found === undefined ? whole : `${tag}\${${stop}:${found}}`;
  });
}

/** In a script the word before the caret is replaced. */
function spanOf({ place, template, offset }: Scene): CompletionItem["span"] {
  if (place.accepts.text !== true) return place.span;
  const word = /[\w-]*$/.exec(template.text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0;
  return { start: offset - word, end: offset };
}

function bodyText(scene: Scene, body: string): string | undefined {
  const { place, unit } = scene;
  if (place.accepts.text === true) {
    const start = scene.template.text.lastIndexOf("\n", scene.offset - 1) + 1;
    const indent = /^[ \t]*/.exec(scene.template.text.slice(start, scene.offset))?.[0] ?? "";
    return body.replaceAll("\n", `\n${indent}`);
  }
  if (place.style === "json") {
    const text = jsonBody(body, place.indent, unit);
    return text === undefined ? undefined : `${text}${place.commaAfter === true ? "," : ""}`;
  }
  const lines = reindented(body, unit);
  const afterDash = place.accepts.item !== true && lines[0]?.startsWith("- ") === true;
  const indent = afterDash ? place.indent.slice(2) : place.indent;
  const text = lines.map((line, index) => (index === 0 || line === "" ? line : indent + line)).join("\n");
  return gapBefore(scene) + (afterDash ? text.slice(2) : text);
}

const NO_SIGNAL: { readonly edits: readonly TextEdit[]; readonly more: string } = { edits: [], more: "" };

/** The signal that a snippet waits for: edits of the script that runs on the instances, or more of the body. */
function signalPart({ template, place, subject }: Scene): typeof NO_SIGNAL {
  const { text } = template;
  const { start, end } = place.span;
  const { entry } = subject;
  if (entry === undefined) return NO_SIGNAL;
  // The word that is being typed may break the resource: it is read without it.
  const whole = parse(text.slice(0, start) + " ".repeat(end - start) + text.slice(end), template);
  const owner = scriptOwner(whole, entry);
  if (owner === undefined || sendsSignal(owner, entry)) return NO_SIGNAL;
  const edits = signalEdits(whole, owner, entry);
  if (edits !== undefined) return { edits, more: "" };
  const hasProperties =
    place.levels
      .at(-1)
      ?.members()
      .some(({ name }) => name === "Properties") === true;
  return owner.userData === undefined && !hasProperties
    ? { edits: [], more: PROPERTIES.replace("$CFN_LOGICAL_ID", escaped(entry)) }
    : NO_SIGNAL;
}

const PROPERTIES = `Properties:
  UserData:
    Fn::Base64: !Sub |
      #!/bin/bash -x
      dnf install -y aws-cfn-bootstrap
      \${9:# Set the instance up here.}
      /opt/aws/bin/cfn-signal -e \\$? --stack \\\${AWS::StackName} --resource $CFN_LOGICAL_ID --region \\\${AWS::Region}`;
