import { isSecretProperty } from "../../../catalogue/values/secretProperties.ts";
import { entryOf } from "../../../model/template.ts";
import { listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { type FunctionText, referenceTo, subOf } from "../functionTexts.ts";
import { mayBeFunction, takesFunction } from "../keys/functionPlace.ts";
import { rankText } from "../keys/usual.ts";
import { type CompletionItem, commaEdits, gapBefore, type ItemKind, namedItem, type Scene } from "../scene.ts";

/** Values that are put together of what the template has: zones, origins, secrets, targets of alias records. */
export function composedItems(scene: Scene): CompletionItem[] {
  const { subject, place } = scene;
  if (subject.section === "Outputs") return exportItems(scene);
  if (subject.section !== "Resources" || subject.resourceType === undefined || subject.call !== undefined) return [];
  if (subject.path[0] !== "Properties" || place.accepts.value !== true) return [];
  const key = subject.path.at(-1);
  const named = stateItems(scene);
  if (!takesFunction(scene) || !mayBeFunction(scene)) return named;
  const composed = [
    ...(key === "AvailabilityZone" ? zones() : []),
    ...(key === "DNSName" || key === "HostedZoneId" ? [...aliases(scene, key), ...websites(scene, key)] : []),
    ...secrets(scene),
    ...resourceArns(scene),
  ];
  return [...named, ...composed.map((one, order) => composedItem(scene, one, order))];
}

/** The usual name of an export, which no other stack of the template has. */
function exportItems(scene: Scene): CompletionItem[] {
  const { path, call, entry = "" } = scene.subject;
  if (path.join(".") !== "Export.Name" || call !== undefined || !mayBeFunction(scene)) return [];
  const text = `\${AWS::StackName}-${entry}`;
  return [composedItem(scene, { ...subOf(text), kind: "function" }, 0)];
}

function composedItem(scene: Scene, composed: Composed, order: number): CompletionItem {
  const { place } = scene;
  const { short, label = short, json, kind, detail, snippet = false } = composed;
  const isJson = place.style === "json";
  return {
    label,
    kind,
    sortText: `0${rankText(order)}`,
    insertText: gapBefore(scene) + (isJson ? json : short),
    snippet,
    span: place.span,
    ...(place.quote !== "" && { filterText: place.quote + label }),
    ...(detail !== undefined && { detail }),
    ...(place.style === "block" ? {} : commaEdits(place)),
  };
}

/** The first zones of the stack's region, whichever that is. */
function zones(): Composed[] {
  return [0, 1, 2].map((index) => ({
    short: `!Select [${index}, !GetAZs '']`,
    json: `{ "Fn::Select": [${index}, { "Fn::GetAZs": "" }] }`,
    kind: "function",
  }));
}

/** The names of the states beside, for a transition from one to another. */
function stateItems(scene: Scene): CompletionItem[] {
  const { path } = scene.subject;
  const key = path.at(-1);
  if (path[1] !== "Definition" || !(key === "StartAt" || key === "Next" || key === "Default")) return [];
  const above = key === "StartAt" ? [...path.slice(0, -1), "States"] : path.slice(0, path.lastIndexOf("States") + 1);
  const states = resourceNodeAt(scene, above);
  const own = path[above.length];
  return (states?.kind === "map" ? states.pairs : [])
    .filter(({ key: name }) => key === "StartAt" || name.text !== own)
    .map(({ key: { text: name } }, order) =>
      namedItem(scene, { name, kind: "value", rank: 0, order: rankText(order) }),
    );
}

/** The values of an alias record for the template's own resources; for the one of the name beside first. */
function aliases(scene: Scene, key: "DNSName" | "HostedZoneId"): Composed[] {
  const { subject, template, catalogue } = scene;
  if (!subject.path.includes("AliasTarget")) return [];
  const words = dnsName(scene).split(/\W+/);
  const found = [...template.declarations.resources].flatMap(([id, { type }]): (Composed & { isNamed: boolean })[] => {
    const value = catalogue.values.aliases.get(type ?? "")?.[key];
    if (value === undefined) return [];
    const isNamed = words.includes(id);
    if (value.startsWith("Z"))
      return [{ short: value, json: `"${value}"`, kind: "value", detail: `${id} · ${type}`, isNamed }];
    return [{ ...referenceTo(id, value), kind: "resource", detail: type, isNamed }];
  });
  return found.toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed));
}

/** Endpoints of websites in S3 and their zones, if the template has such a bucket; that of the name beside first. */
function websites(scene: Scene, key: "DNSName" | "HostedZoneId"): Composed[] {
  const { subject, template, catalogue } = scene;
  if (!subject.path.includes("AliasTarget")) return [];
  const isWebsite = (id: string): boolean => {
    const properties = valueAt(entryOf(template, "Resources", id)?.value, "Properties");
    return valueAt(properties, "WebsiteConfiguration") !== undefined;
  };
  const named = dnsName(scene);
  const { resources } = template.declarations;
  if (
    !/s3-website/.test(named) &&
    ![...resources].some(([id, { type }]) => type === "AWS::S3::Bucket" && isWebsite(id))
  )
    return [];
  const found = [...catalogue.values.websites].map(([endpoint, zone]): Composed => {
    const value = key === "DNSName" ? endpoint : zone;
    const detail = key === "DNSName" ? undefined : zone;
    return { label: endpoint, short: value, json: `"${value}"`, kind: "value", detail };
  });
  const isBeside = ({ label = "" }: Composed): number => Number(named.includes(label));
  return found.toSorted((a, b) => isBeside(b) - isBeside(a));
}

/** The name beside a zone, as it is written. */
function dnsName(scene: Scene): string {
  const { subject, template } = scene;
  const entry = entryOf(template, "Resources", subject.entry ?? "");
  const name = valueAt(resourceNodeAt(scene, subject.path.slice(0, -1)), "DNSName");
  return name === undefined || entry === undefined ? "" : entry.unit.text.slice(name.start, name.end);
}

/** The node at a path of the resource at the caret. */
function resourceNodeAt({ subject, template }: Scene, path: readonly (string | number)[]): Node | undefined {
  let node: Node | undefined = entryOf(template, "Resources", subject.entry ?? "")?.value;
  for (const step of path) {
    node = typeof step === "string" ? valueAt(node, step) : node?.kind === "list" ? node.items[step] : undefined;
  }
  return node;
}

/** Dynamic references to secrets, for a password or its user's name: the template's own, else one to be named. */
function secrets({ subject, template, snippetSupport }: Scene): Composed[] {
  const path = subject.path.filter((step) => typeof step === "string");
  const isUser = /^(?:Master|Admin)?User[nN]ame$/.test(path.at(-1) ?? "");
  if (!isUser && !isSecretProperty(subject.resourceType ?? "", path)) return [];
  const secretText = (secret: string): string =>
    `{{resolve:secretsmanager:${secret}:SecretString:${isUser ? "username" : "password"}}}`;
  const own = [...template.declarations.resources].flatMap(([id, { type }]): Composed[] => {
    if (type !== "AWS::SecretsManager::Secret") return [];
    return [{ ...subOf(secretText(`\${${id}}`), "'"), kind: "resource", detail: type }];
  });
  if (own.length > 0 || !snippetSupport) return own;
  const text = secretText("${1:my-secret}");
  return [{ label: secretText("…"), short: `'${text}'`, json: `"${text}"`, kind: "value", snippet: true }];
}

/**
 * ARNs of the template's resources if the schema knows no reference: for the resources of a statement, and dead-letter
 * queues.
 */
function resourceArns(scene: Scene): readonly Composed[] {
  const { path, entry } = scene.subject;
  const key = path.findLast((step) => typeof step === "string");
  if (key === "deadLetterTargetArn") return arnsOf(scene, (type, id) => type === "AWS::SQS::Queue" && id !== entry);
  const statement = path.lastIndexOf("Statement");
  if (key !== "Resource" || statement < 0) return [];
  const services = servicesOf(scene, path.slice(0, path.lastIndexOf(key)));
  return arnsOf(scene, (type) => services.has(servicePrefix(type)));
}

/** Prefixes of actions whose service has another name in types. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["stepfunctions", "states"],
  ["elasticloadbalancingv2", "elasticloadbalancing"],
]);

function servicePrefix(type: string): string {
  const service = type.split("::")[1]?.toLowerCase() ?? "";
  return PREFIXES.get(service) ?? service;
}

/** The services of a statement's actions, and the one that the policy belongs to. */
function servicesOf(scene: Scene, path: readonly (string | number)[]): ReadonlySet<string> {
  const { subject, template } = scene;
  let node: Node | undefined = entryOf(template, "Resources", subject.entry ?? "")?.value;
  for (const step of path)
    node = typeof step === "string" ? valueAt(node, step) : node?.kind === "list" ? node.items[step] : node;
  const actions = listItems(valueAt(node, "Action"));
  const own = servicePrefix(subject.resourceType ?? "");
  return new Set([
    ...actions.flatMap((one) => textOf(one)?.split(":", 1)[0]?.toLowerCase() ?? []),
    ...(own === "iam" ? [] : [own]),
  ]);
}

function arnsOf({ template, catalogue }: Scene, isMeant: (type: string, id: string) => boolean): readonly Composed[] {
  return [...template.declarations.resources].flatMap(([id, { type }]): readonly Composed[] => {
    const info = type !== undefined && isMeant(type, id) ? catalogue.resourceType(type) : undefined;
    const isRef = info?.ref === "Arn";
    if (!isRef && info?.attributes.has("Arn") !== true) return [];
    const arn: Composed = { ...referenceTo(id, isRef ? undefined : "Arn"), kind: "resource", detail: type };
    return type === "AWS::S3::Bucket" ? [{ ...arn, ...subOf(`\${${id}.Arn}/*`, "'") }, arn] : [arn];
  });
}

/** A value with functions, in both styles. */
interface Composed extends FunctionText {
  /** The name in the list, if it is an id. */
  readonly label?: string;
  readonly kind: ItemKind;
  readonly detail?: string | undefined;
  /** Whether both are in snippet syntax. */
  readonly snippet?: boolean;
}
