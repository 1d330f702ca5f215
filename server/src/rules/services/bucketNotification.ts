import { placesOf } from "../../catalogue/values/propertyPlaces.ts";
import { searchResources } from "../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../model/template.ts";
import { listItems, type MapNode, type Node, textOf, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { fitsGlob } from "../../text/glob.ts";
import { isNamedByOthers, mayHaveMore } from "../shared/declaredNames.ts";
import { dependsOnFix } from "../shared/fixes/dependsOnFix.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { mayLet } from "../shared/links/servicePrincipal.ts";
import { waitsFor } from "../shared/links/waitsFor.ts";
import { both } from "../shared/phrases.ts";
import { certainlyDiffer, composedText } from "../shared/resolving/composedText.ts";
import { type ConditionModel, conditionModel } from "../shared/resolving/conditionModel.ts";
import type { Report, TemplateRule } from "../shared/rule.ts";
import { isOpenText, literalText } from "../shared/values/literals.ts";

/**
 * The places at which a bucket names what gets its events, and what allows it to. Source: the S3 User Guide, Granting
 * permissions to publish event notification messages.
 */
const DESTINATIONS = [
  ["LambdaConfigurations", "Function", "AWS::Lambda::Function", "AWS::Lambda::Permission"],
  ["QueueConfigurations", "Queue", "AWS::SQS::Queue", "AWS::SQS::QueuePolicy"],
  ["TopicConfigurations", "Topic", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy"],
] as const;

/** The property of a resource that allows something, in which its functions, queues or topics are named. */
const ALLOWED = placesOf("allowed");

interface Written {
  /** The logical ID of the function, queue or topic; `undefined` if its ARN is composed. */
  readonly target: string | undefined;
  readonly type: string;
  /** The type of what usually allows it. */
  readonly by: string;
  readonly node: Node;
}

type Destination = Written & { readonly target: string };

/**
 * A bucket that sends its events to a function, queue or topic of the template that does not allow it, or does not
 * allow it yet when the bucket is created: “Unable to validate the following destination configurations”.
 */
export const bucketNotification: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const buckets = notifying(template);
    if (buckets.length === 0 || mayHaveMore(template.declarations)) return;
    const allowing = permissions(template);
    for (const { entry, found } of buckets) {
      for (const written of found) {
        const destination = { ...written, target: written.target ?? namedIn(written, template) ?? "" };
        if (!isOwn(destination, template)) continue;
        const said = destinationProblem(template, entry, destination, allowing);
        if (said !== undefined) report(entry, destination.node, said);
      }
    }
  },
};

/** The resource of the template whose name stands in a composed ARN. */
function namedIn({ node, type }: Written, template: Template): string | undefined {
  const text = node.kind === "call" ? composedText(node) : undefined;
  const name = text?.startsWith("arn:") ? /\$\{AWS::AccountId\}:(?:function:)?([^:]+)$/.exec(text)?.[1] : undefined;
  if (name === undefined) return undefined;
  return named(template).find(({ found }) => found.type === type && found.name === name)?.entry.name;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["AWS::Lambda::Function", "FunctionName"],
  ["AWS::SQS::Queue", "QueueName"],
  ["AWS::SNS::Topic", "TopicName"],
]);

const named = searchResources(NAMES.keys(), ({ value }, type) => {
  const name = valueAt(valueAt(value, "Properties"), NAMES.get(type) ?? "");
  return name === undefined ? undefined : { type, name: composedText(name) };
});

function isOwn({ target, type }: Destination, { declarations }: Template): boolean {
  // What SAM makes for an event of a bucket allows it.
  const declared = declarations.resources.get(target);
  return (
    declared?.type === type ||
    (declared?.type === "AWS::Lambda::Alias" && type === "AWS::Lambda::Function") ||
    (declared?.type === "AWS::Serverless::Function" && type === "AWS::Lambda::Function" && declared.parts.length === 0)
  );
}

interface Permission {
  readonly entry: Entry;
  readonly found: { readonly type: string; readonly targets: readonly (string | undefined)[] };
}

function destinationProblem(
  template: Template,
  bucket: Entry,
  { target, by }: Destination,
  allowing: readonly Permission[],
): Report | undefined {
  const service = by.slice(0, by.lastIndexOf("::"));
  const model = conditionModel(template.declarations);
  const own = allowing.filter(
    ({ entry, found }) => found.type.startsWith(service) && !isNeverThereWith(entry, bucket, model),
  );
  const named = own.filter(({ found }) => found.targets.includes(target)).map(({ entry }) => entry);
  const allowedBy = named.filter((entry) =>
    mayAllow(entry, target, template, (arn) => isForBucket(arn, bucket, template)),
  );
  if (allowedBy.length === 0) {
    const isUnclear = own.some(({ found }) => found.targets.includes(undefined)) || isNamedByOthers(template, target);
    if (isUnclear) return undefined;
    return named.length === 0 ? { message: "no-permission", with: { target, by } } : notAllowing(named, bucket, target);
  }
  const before = waitsFor(template, bucket.name);
  if (allowedBy.some(({ name }) => before.has(name))) return undefined;
  const [first] = allowedBy;
  if (first === undefined) return undefined;
  const free = allowedBy.find(({ name }) => !waitsFor(template, name).has(bucket.name));
  if (free === undefined) return { message: "permission-later", with: { permission: first.name, name: bucket.name } };
  const data = dependsOnFix(bucket, free.name, template.format);
  return { message: "too-early", with: { name: bucket.name, permission: free.name }, severity: "warning", data };
}

/** Whether conditions exclude that two resources are there at once. */
function isNeverThereWith(one: Entry, other: Entry, model: ConditionModel): boolean {
  const names = [one, other].flatMap(({ value }) => textOf(valueAt(value, "Condition")) ?? []);
  if (names.length < 2 || names[0] === names[1] || names.some((name) => !model.formulas.has(name))) return false;
  return model.possible(names.map((condition) => ({ condition, holds: true }))) === false;
}

function notAllowing(named: readonly Entry[], { name }: Entry, target: string): Report {
  const policies = named.map((entry) => entry.name);
  return {
    message: policies.length === 1 ? "one-policy" : "several-policies",
    with: { policies: both(policies), name, target },
  };
}

/** Whether a permission or policy may let S3 send events of a bucket, as far as it is written out. */
function mayAllow(
  { value }: Entry,
  target: string,
  template: Template,
  isFor: (arn: Node | undefined) => boolean,
): boolean {
  const properties = valueAt(value, "Properties");
  if (typeNameOf(value) === "AWS::Lambda::Permission") {
    const principal = literalText(properties, "Principal") ?? "";
    const isOther = /^[\w-]+\.amazonaws\.com$/.test(principal) && principal !== S3;
    const action = literalText(properties, "Action")?.toLowerCase() ?? INVOKING;
    return !isOther && (isOpenText(action) || fitsGlob(INVOKING, action)) && isFor(valueAt(properties, "SourceArn"));
  }
  const document = valueAt(properties, "PolicyDocument");
  if (document?.kind !== "map") return true;
  return listItems(valueAt(document, "Statement")).some(
    (statement) =>
      statement.kind !== "map" || (mayAllowS3(statement, isFor) && !isOnOthers(statement, target, template)),
  );
}

const S3 = "s3.amazonaws.com";
const INVOKING = "lambda:invokefunction";
const SENDING = ["sqs:sendmessage", "sns:publish"];

function mayAllowS3(statement: MapNode, isFor: (arn: Node) => boolean): boolean {
  if (!mayLet(statement, "s3", SENDING)) return false;
  const conditions = valueAt(statement, "Condition");
  return (conditions?.kind === "map" ? conditions.pairs : []).every(
    ({ key, value }) =>
      !/^(?:Arn|String)(?:Equals|Like)$/.test(key.text) ||
      value.kind !== "map" ||
      value.pairs.every((pair) => pair.key.text.toLowerCase() !== "aws:sourcearn" || listItems(pair.value).some(isFor)),
  );
}

/** Whether a statement is on other resources alone, of the template or by their names. */
function isOnOthers(statement: MapNode, target: string, template: Template): boolean {
  const resources = listItems(valueAt(statement, "Resource"));
  const own = named(template).find(({ entry }) => entry.name === target)?.found.name;
  const isOther = (node: Node): boolean => {
    const name = resourceTarget(node);
    if (name !== undefined) return name !== target && template.declarations.resources.has(name);
    const last = /^arn:.*:([\w.-]+)$/.exec(composedText(node) ?? "")?.[1];
    return own !== undefined && last !== undefined && certainlyDiffer(own, last);
  };
  return resources.length > 0 && resources.every(isOther);
}

/** Whether an ARN may be that of a bucket, as far as it is written out. */
function isForBucket(node: Node | undefined, bucket: Entry, { declarations }: Template): boolean {
  if (node === undefined) return true;
  const arn = composedText(node) ?? "";
  const name = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}|\*):s3:[*\d]*:[*\d]*:(.+)$/.exec(arn)?.[1];
  const target = resourceTarget(node) ?? /^\$\{(\w+)\}$/.exec(name ?? "")?.[1];
  if (target === bucket.name) return true;
  // What has a slash is an object, and no bucket.
  if (name?.replaceAll(/\{\{[^}]*\}\}/g, "").includes("/")) return false;
  if (declarations.resources.get(target ?? "")?.type === "AWS::S3::Bucket") return false;
  const own = valueAt(valueAt(bucket.value, "Properties"), "BucketName");
  const bucketName = own && composedText(own);
  if (name === undefined || bucketName === undefined) return true;
  return /[*?]/.test(name)
    ? bucketName.includes("${") || name.includes("${") || fitsGlob(bucketName, name)
    : !certainlyDiffer(bucketName, name);
}

/** The buckets of a template and what they send their events to, as far as it names that. */
const notifying = searchResources(["AWS::S3::Bucket"], ({ value }) => {
  const notifications = valueAt(valueAt(value, "Properties"), "NotificationConfiguration");
  if (notifications?.kind !== "map") return undefined;
  return DESTINATIONS.flatMap(([list, key, type, by]) => {
    const node = valueAt(notifications, list);
    const items = node?.kind === "list" ? node.items.filter((item): item is MapNode => item.kind === "map") : [];
    return items.flatMap((item): readonly Written[] => {
      const named = valueAt(item, key);
      return named === undefined ? [] : [{ target: resourceTarget(named), type, by, node: named }];
    });
  });
});

/** What allows others to use functions, queues and topics, and which; `undefined` for one that can't be told. */
const permissions = searchResources(ALLOWED.keys(), ({ value }, type) => {
  const [key = ""] = ALLOWED.get(type) ?? [];
  const node = valueAt(valueAt(value, "Properties"), key);
  return { type, targets: node?.kind === "list" ? node.items.map(resourceTarget) : [resourceTarget(node)] };
});
