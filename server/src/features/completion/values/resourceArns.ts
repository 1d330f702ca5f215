import { entryOf } from "../../../model/template.ts";
import { listItems, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { referenceTo, subOf } from "../functionTexts.ts";
import type { Scene } from "../scene.ts";
import type { Composed } from "./composed.ts";

/**
 * ARNs of the template's resources if the schema knows no reference: for the resources of a statement, and dead-letter
 * queues.
 */
export function resourceArns(scene: Scene): readonly Composed[] {
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
