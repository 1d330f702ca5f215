import { references } from "../../../model/focus/references.ts";
import { entriesOf } from "../../../model/template.ts";
import { escapedSnippet, type Scene } from "../scene.ts";
import { isNamedAs } from "./fit.ts";

/** What a body is filled in from. */
export type Filled = Pick<Scene, "template" | "catalogue"> & {
  readonly subject: Pick<Scene["subject"], "entry" | "resourceType">;
};

/**
 * A snippet's body with the names that its template has. If the template has nothing for a line that ends with `#?`, it
 * is left out (a key, if the line below it is), for the first line below of those that end with `#:`; `undefined` if
 * one ends with `#!`, or one that would take its place with `#:!`. What is below a key that ends with `#:` goes with it.
 * A line that ends with `#*` is written for each of several things whose names are the most alike, and left out for one
 * alone. A resource whose first line ends with `#-` is left out if the template has one like it.
 */
export function filledSnippet(
  scene: Filled,
  body: string,
  logicalId: string = scene.subject.entry ?? "LogicalId",
): string | undefined {
  const lines: string[] = [];
  let wasNamed = true;
  let leftOut = Number.POSITIVE_INFINITY;
  const whole = body.replaceAll("$CFN_LOGICAL_ID", escapedSnippet(logicalId));
  const wanted = whole.replace(OPTIONAL, (resource) => (hasLike(scene, resource, logicalId) ? "" : resource));
  const all = wanted.split("\n");
  for (const [index, line] of all.entries()) {
    const indent = line.search(/\S/);
    if (indent > leftOut) continue;
    const [, text = line, mark] = MARKED.exec(line) ?? [];
    const isEmpty =
      mark === "?" && text.endsWith(":") && namedLine(scene, all[index + 1] ?? "", logicalId) === undefined;
    const named = isEmpty ? undefined : namedLine(scene, line, logicalId);
    const isInstead = mark?.startsWith(":") === true;
    if (named === undefined && (mark === "!" || (mark === ":!" && !wasNamed))) return undefined;
    const isKept = isInstead
      ? !wasNamed && named !== undefined
      : mark === undefined || mark === "-" || named !== undefined;
    if (isKept) lines.push(named ?? text);
    leftOut = !isKept && isInstead && text.endsWith(":") ? indent : Number.POSITIVE_INFINITY;
    wasNamed = named !== undefined || (isInstead && wasNamed);
  }
  const filled = withoutGlobals(scene, lines.join("\n"));
  return filled.includes("$CFN_SERVICE")
    ? filled.replaceAll("$CFN_SERVICE", assumingService(scene, logicalId))
    : filled;
}

/** A line with its mark. */
const MARKED = /^(.*) #([?!*-]|:!?)$/;

/** A line without its mark, with the names that the template has. `undefined` without one. */
function namedLine(scene: Filled, line: string, logicalId: string): string | undefined {
  const [, text = line, mark] = MARKED.exec(line) ?? [];
  if (mark !== "*") return withOwnNames(scene, text, logicalId);
  const names = alike(scene, text, logicalId);
  return names.length < 2 ? undefined : names.map((name) => text.replace(STOP, name)).join("\n");
}

/** A resource of SAM's without the values that `Globals` give it. */
function withoutGlobals({ template }: Filled, body: string): string {
  const [, kind = ""] = /^ {2}Type: AWS::Serverless::(\w+)$/m.exec(body) ?? [];
  const given = template.declarations.globals.get(kind);
  if (given === undefined) return body;
  return body.replace(/^ {4}(\w+): .*\n(?! {5})/gm, (line, key: string) => (given.has(key) ? "" : line));
}

/** A resource at the end of a body, or between others. */
const OPTIONAL = /\n\S+: #-(?:\n .*)*/g;

/** Whether the template has a resource of the same type that refers to the same ones as another resource of the body. */
function hasLike(scene: Filled, text: string, logicalId: string): boolean {
  const [, type] = /\n {2}Type: (\S+)/.exec(text) ?? [];
  const wanted = text
    .split("\n")
    .flatMap((line) => [...(withOwnNames(scene, line, logicalId) ?? "").matchAll(/!Ref \$\{\d+:(\w+)\}/g)])
    .map(([, name]) => name);
  return entriesOf(scene.template, "Resources").some(
    (entry) =>
      scene.template.declarations.resources.get(entry.name)?.type === type &&
      wanted.every((target) => references(entry).some(({ name }) => name === target)),
  );
}

/** `!Ref ${2:LoadBalancer}` with the load balancer that the template has; of several the one whose name is the most alike. `undefined` without one. */
function withOwnNames(scene: Filled, line: string, logicalId: string): string | undefined {
  let hasNone = false;
  const named = line.replace(NAMED, (whole, before: string, stop: string, name: string) => {
    const found = mostAlike(name, logicalId, fitting(scene, before, name, logicalId));
    hasNone ||= found === undefined;
    return found === undefined ? whole : `${before}\${${stop}:${found}}`;
  });
  return hasNone ? undefined : named;
}

/** A reference to what the template has, with its tab stop. */
const NAMED = /(!(?:Ref|GetAtt) |DependsOn: |!FindInMap \[|\\\$\{)\$\{(\d+):(\w+)\}/g;
const STOP = /\$\{\d+:\w+\}/;

/** All that a line of one reference may name whose names are as much alike: `PublicSubnetA` and `PublicSubnetB`, not `DataSubnet`. */
function alike(scene: Filled, line: string, logicalId: string): readonly string[] {
  const [[, before = "", , name = ""] = []] = line.matchAll(NAMED);
  const names = fitting(scene, before, name, logicalId);
  const most = Math.max(...names.map((other) => shared(name, other)));
  return names.filter((other) => shared(name, other) === most);
}

/** What a reference to a thing called `name` may name: resources, without one parameters. */
function fitting({ template }: Filled, before: string, name: string, logicalId: string): readonly string[] {
  const { resources, parameters, mappings } = template.declarations;
  if (before === "!FindInMap [") return [...mappings.keys()];
  const isList = /s$/.test(name);
  const own = [...resources]
    .filter(([id, { type }]) => id !== logicalId && !isList && type?.startsWith("AWS::") && isNamedAs(name, type))
    .map(([id]) => id);
  if (own.length > 0) return own;
  return [...parameters]
    .filter(([, { type }]) => TAKES_PARAMETER.test(before) && isNamedAs(name, type) && isList === isListType(type))
    .map(([id]) => id);
}

/** The text in front of a name for which a parameter will do as well as a resource. */
const TAKES_PARAMETER = /^(?:!Ref |\\\$\{)$/;

/** Whether a parameter of that type is a list of things. */
export function isListType(type: string | undefined): boolean {
  return type?.startsWith("List<") === true;
}

/** The name with the most words of `wanted`, of these with the most of the logical id's; the first one if several have as many. */
function mostAlike(wanted: string, logicalId: string, names: readonly string[]): string | undefined {
  return names.toSorted(
    (one, other) => shared(wanted, other) - shared(wanted, one) || shared(logicalId, other) - shared(logicalId, one),
  )[0];
}

/** How many words of `text` are in a name. */
function shared(text: string, name: string): number {
  return wordsOf(text).filter((word) => name.includes(word)).length;
}

function wordsOf(name: string): readonly string[] {
  return name.match(/[A-Z][a-z]+|[A-Z]+/g) ?? [];
}

/**
 * The service that assumes a role: that of the resource that names the role, else the one that its name or the template
 * suggests.
 */
function assumingService(scene: Filled, role: string): string {
  const { template, catalogue } = scene;
  const { services } = catalogue.values;
  const user = entriesOf(template, "Resources").find(
    (entry) =>
      services.has(template.declarations.resources.get(entry.name)?.type ?? "") &&
      references(entry).some(({ name }) => name === role),
  );
  const used = services.get(template.declarations.resources.get(user?.name ?? "")?.type ?? "");
  const words = (role.match(/[A-Z][a-z]+|[A-Z\d]+/g) ?? []).filter(
    (word) => !/^(?:Role|Service|Iam|IAM|My)$/.test(word),
  );
  const [, told] = [...services].find(([type, service]) => words.some((word) => isOf(word, type, service))) ?? [];
  return `${used ?? told ?? serviceIn(scene) ?? "lambda"}.amazonaws.com`;
}

/** If a template has only one of the services that assume roles: a cluster of ECS has tasks. */
function serviceIn({ template, catalogue }: Filled): string | undefined {
  const namespaces = new Set([...template.declarations.resources.values()].map(({ type }) => typePrefix(type ?? "")));
  // A role does not tell which service assumes it.
  namespaces.delete("AWS::IAM");
  const found = [...catalogue.values.services].filter(([type]) => namespaces.has(typePrefix(type)));
  return new Set(found.map(([type]) => typePrefix(type))).size === 1 ? found[0]?.[1] : undefined;
}

/** `AWS::ECS` of `AWS::ECS::Service`. */
function typePrefix(type: string): string {
  return type.slice(0, type.lastIndexOf("::"));
}

/** Whether a word begins the name of a type, or is part of its service's name; one or two letters mean nothing. */
function isOf(word: string, type: string, service: string): boolean {
  if (word.length < 3) return word.toLowerCase() === service;
  return type.slice(type.lastIndexOf(":") + 1).startsWith(word) || service.includes(word.toLowerCase());
}
