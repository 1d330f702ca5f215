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
 * one ends with `#!`. What is below a key that ends with `#:` goes with it. A resource whose first line ends with `#-` is
 * left out if the template has one like it.
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
    const [, text = line, mark] = /^(.*) #([?!:-])$/.exec(line) ?? [];
    const isEmpty =
      mark === "?" && text.endsWith(":") && withOwnNames(scene, all[index + 1] ?? "", logicalId) === undefined;
    const named = isEmpty ? undefined : withOwnNames(scene, text, logicalId);
    if (mark === "!" && named === undefined) return undefined;
    const isKept =
      mark === ":" ? !wasNamed && named !== undefined : mark === undefined || mark === "-" || named !== undefined;
    if (isKept) lines.push(named ?? text);
    leftOut = !isKept && mark === ":" && text.endsWith(":") ? indent : Number.POSITIVE_INFINITY;
    wasNamed = named !== undefined || (mark === ":" && wasNamed);
  }
  const filled = withoutGlobals(scene, lines.join("\n"));
  return filled.includes("$CFN_SERVICE")
    ? filled.replaceAll("$CFN_SERVICE", assumingService(scene, logicalId))
    : filled;
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
function withOwnNames({ template }: Filled, line: string, logicalId: string): string | undefined {
  const { resources, parameters, mappings } = template.declarations;
  let hasNone = false;
  const named = line.replace(
    /(!(?:Ref|GetAtt) |DependsOn: |!FindInMap \[|\\\$\{)\$\{(\d+):(\w+)\}/g,
    (whole, before: string, stop: string, name: string) => {
      const isList = /s$/.test(name);
      const own = [...resources]
        .filter(([id, { type }]) => id !== logicalId && !isList && type?.startsWith("AWS::") && isNamedAs(name, type))
        .map(([id]) => id);
      const given = [...parameters]
        .filter(([, { type }]) => TAKES_PARAMETER.test(before) && isNamedAs(name, type) && isList === isListType(type))
        .map(([id]) => id);
      const names = before === "!FindInMap [" ? [...mappings.keys()] : own.length > 0 ? own : given;
      const found = mostAlike(name, logicalId, names);
      hasNone ||= found === undefined;
      return found === undefined ? whole : `${before}\${${stop}:${found}}`;
    },
  );
  return hasNone ? undefined : named;
}

/** The text in front of a name for which a parameter will do as well as a resource. */
const TAKES_PARAMETER = /^(?:!Ref |\\\$\{)$/;

/** Whether a parameter of that type is a list of things. */
export function isListType(type: string | undefined): boolean {
  return type?.startsWith("List<") === true;
}

/** The name with the most words of `wanted`, of these with the most of the logical id's; the first one if several have as many. */
function mostAlike(wanted: string, logicalId: string, names: readonly string[]): string | undefined {
  const shared = (text: string, name: string): number => wordsOf(text).filter((word) => name.includes(word)).length;
  return names.toSorted(
    (one, other) => shared(wanted, other) - shared(wanted, one) || shared(logicalId, other) - shared(logicalId, one),
  )[0];
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
