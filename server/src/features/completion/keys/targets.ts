import { samBecomes } from "../../../catalogue/sam/samKinds.ts";
import type { Property, ValueType } from "../../../catalogue/types/catalogue.ts";
import { type Scene, valueBeside } from "../scene.ts";
import { callingService } from "./callers.ts";
import { fitOf, isOutputValue, wantedName } from "./fit.ts";

/** Something of the template that a property takes, and how it is referred to. */
export interface Target {
  readonly name: string;
  readonly kind: "resource" | "parameter";
  /** The attribute for `Fn::GetAtt`; `undefined`: it is a `Ref`. */
  readonly attribute: string | undefined;
  readonly type: string | undefined;
}

/** What keys of a state machine's tasks take, which AWS's schemas do not describe. */
export const OF_STATES: Readonly<Record<string, Property["references"]>> = {
  Resource: [{ type: "AWS::Lambda::Function", attribute: "Arn" }],
  FunctionName: [{ type: "AWS::Lambda::Function", attribute: "FunctionName" }],
};

/** What of the template a property takes, by what is known of it, else by its name. */
export function fittingTargets(scene: Scene, references: Property["references"]): readonly Target[] {
  const { subject } = scene;
  const { fitting, refused } = targetsOf(scene, references);
  const called = isOutputValue(subject) ? calledAfter(scene, subject.entry ?? "") : undefined;
  const all = [...fitting, ...refused];
  return called === undefined ? all : [called, ...all.filter(({ name }) => name !== called.name)];
}

interface Targets {
  readonly fitting: readonly Target[];
  /** Roles that the service which gets them may not assume. */
  readonly refused: readonly Target[];
}

function targetsOf(scene: Scene, references: Property["references"]): Targets {
  const { template, subject, catalogue } = scene;
  const fit = fitOf(scene);
  const found: Target[] = [];
  const fitsBy = wantedName(scene);
  for (const [name, { type }] of template.declarations.resources) {
    if (type === undefined || (name === subject.entry && subject.section === "Resources")) continue;
    const wanted = references?.find((one) => one.type === type || one.type === samBecomes(type));
    if (wanted !== undefined) {
      const info = catalogue.resourceType(type);
      const byRef = info?.ref === undefined || info.ref.split("|").includes(wanted.attribute);
      const attribute = byRef && !info?.attributes.has(wanted.attribute) ? undefined : wanted.attribute;
      found.push({ name, kind: "resource", attribute: byRef && info?.ref !== undefined ? undefined : attribute, type });
    } else if ((references?.length ?? 0) === 0 && fit.resource(type)) {
      found.push({ name, kind: "resource", attribute: attributeFor(scene, type), type });
    }
  }
  for (const [name, { type }] of template.declarations.parameters) {
    if (fit.parameter(type, name)) found.push({ name, kind: "parameter", attribute: undefined, type });
  }
  found.sort((one, other) => kinship(other.name, subject.entry) - kinship(one.name, subject.entry));
  // A `Queue` is a queue, whatever else may send what its place takes.
  const nameFit = ({ kind, type }: Target): number =>
    kind === "resource" ? Number(fit.resource(type)) + Number(fit.isNamed(type)) : 0;
  found.sort((one, other) => nameFit(other) - nameFit(one));
  if (fitsBy !== undefined) found.sort((one, other) => Number(isCalled(other, fitsBy)) - Number(isCalled(one, fitsBy)));
  const principal = scene.subject.path.at(-1) === "SourceArn" ? valueBeside(scene)("Principal") : undefined;
  const isOf = ({ type = "" }: Target): number => Number(callingService(type) === principal);
  if (principal !== undefined) found.sort((one, other) => isOf(other) - isOf(one));
  const isRefused = (one: Target): boolean => one.kind === "resource" && fit.isRefused(one.name);
  return { fitting: found.filter((one) => !isRefused(one)), refused: found.filter(isRefused) };
}

/** The only thing of the template that a property of a resource refers to; `undefined` if there are none or several. */
export function onlyTarget(
  scene: Scene,
  path: readonly (string | number)[],
  property: Pick<Property, "type" | "references">,
): Target | undefined {
  const { type, references } = property;
  if (references === undefined || scene.subject.section !== "Resources") return undefined;
  const [only, ...others] = targetsOf(sceneAt(scene, path, type), references).fitting;
  return others.length > 0 ? undefined : only;
}

/** The same scene at the value of a key. */
export function sceneAt(scene: Scene, path: readonly (string | number)[], type: ValueType): Scene {
  const schema = { type, property: undefined, owner: undefined, update: undefined };
  return { ...scene, subject: { ...scene.subject, path, schema, wanted: schema } };
}

/** What an output is called after: `OrdersTableArn` is the `Arn` of `OrdersTable`. */
function calledAfter({ template, catalogue }: Scene, output: string): Target | undefined {
  const lower = output.toLowerCase();
  const named = [...template.declarations.resources].filter(([name]) => lower.startsWith(name.toLowerCase()));
  const [longest] = named.sort(([one], [other]) => other.length - one.length);
  if (longest === undefined) return undefined;
  const [name, { type }] = longest;
  const rest = lower.slice(name.length);
  const info = catalogue.resourceType(type ?? "");
  const isByRef = rest === "" || info?.ref?.toLowerCase().endsWith(rest) === true;
  const plain = (attribute: string): string => attribute.replaceAll(".", "").toLowerCase();
  const all = [...(info?.attributes.keys() ?? [])];
  // `Endpoint` is what `Endpoint.Address` is a part of.
  const attributes = all.filter((one) => !all.some((other) => other.startsWith(`${one}.`)));
  const attribute =
    attributes.find((one) => plain(one) === rest) ??
    attributes.find((one) => plain(one).endsWith(rest)) ??
    attributes.find((one) => plain(one).startsWith(rest));
  if (!isByRef && attribute !== undefined) return { name, kind: "resource", attribute, type };
  return isByRef || /^(?:id|name)$/.test(rest) ? { name, kind: "resource", attribute: undefined, type } : undefined;
}

/**
 * How many words two logical ids begin with together, one of `OrdersAlarm` and `OrdersQueue`; a word that they have
 * elsewhere counts a little, that of `DlqAlarm` and `OrdersDlq`.
 */
export function kinship(name: string, entry = ""): number {
  const [words = [], others = []] = [name, entry].map((one) => one.split(/(?=[A-Z])/));
  const at = words.findIndex((word, index) => word !== others[index]);
  if (at < 0) return words.length;
  const shared = words.slice(at).filter((word) => others.slice(at).includes(word)).length;
  return at + shared / 100;
}

/** Whether a target is called as what is wanted: `OrdersTable` at `ORDERS_TABLE`. */
function isCalled({ name }: Target, wanted: string): boolean {
  return wanted.toLowerCase().startsWith(name.toLowerCase());
}

/**
 * `RoleArn` takes an ARN, which `Ref` does not give for every type. What no schema knows, as a variable or a dimension
 * of a metric, is called as the attribute: `QUEUE_NAME` is a `QueueName`, a `TargetGroup` its `TargetGroupFullName`.
 */
function attributeFor(scene: Scene, type: string): string | undefined {
  const { subject, catalogue } = scene;
  const wanted = wantedName(scene) ?? "";
  const info = catalogue.resourceType(type);
  if (info === undefined) return undefined;
  if (subject.section === "Outputs" || subject.schema?.property === undefined || subject.path.includes("Dimensions")) {
    const { ref = "" } = info;
    const names = [...info.attributes.keys()].filter((name) => wanted.endsWith(name) || name === `${wanted}FullName`);
    const [longest] = names.sort((one, other) => other.length - one.length);
    if (longest !== undefined && !(ref !== "" && wanted.endsWith(ref))) return longest;
  }
  return /Arns?$/.test(wanted) && info.ref !== "Arn" && info.attributes.has("Arn") ? "Arn" : undefined;
}
