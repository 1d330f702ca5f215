import { samEventNames } from "../../../catalogue/types/ownTables.ts";
import type { Declarations } from "../../../model/template.ts";
import {
  contentSpan,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  refTarget,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { nearest } from "../../../text/nearest.ts";
import { mayHaveMore } from "../../shared/declaredNames.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { eachVariantOf } from "../../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isOpenText, isSet, literalAt, literalText } from "../../shared/values/literals.ts";

/**
 * An event of a SAM function or state machine that SAM refuses: properties that are not a map, a stream without a
 * starting position, both State and Enabled, a dead-letter queue that is neither given nor to be created.
 */
export const samEventShape: EntryRule = {
  scope: "entry",
  types: ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"],
  check(entry, context) {
    const { declarations, report } = context;
    const properties = valueAt(entry.value, "Properties");
    const events = valueAt(properties, "Events");
    const isPerTenant = literalText(valueAt(properties, "TenancyConfig"), "TenantIsolationMode") === "PER_TENANT";
    for (const event of events?.kind === "map" ? events.pairs : []) {
      const type = literalAt(event.value, "Type");
      if (event.value.kind === "map" && hasAllKeys(event.value) && pairOf(event.value, "Type") === undefined)
        report(contentSpan(event.key), {
          message: "no-event-type",
          with: { key: event.key.text, says: missingKind("None") },
          unfinished: "below",
        });
      if (type === undefined) continue;
      checkKind(type, report);
      if (isPerTenant && !TENANT_EVENTS.has(type.text))
        report(contentSpan(type), { message: "per-tenant", with: { type: type.text } });
      const details = pairOf(event.value, "Properties");
      if (details?.value.kind === "map") {
        checkDetails(type.text, details.value, report);
        const stream = type.text;
        const check = (map: MapNode, told: ReportAt): void => checkStart(stream, event.key.text, details, map, told);
        eachVariantOf(["StartingPosition"], details.value, entry, context, check, []);
        const ways = ACCESS[type.text];
        if (ways !== undefined) checkAccess(type.text, ways, details.value, report);
        checkOwn(type.text, details.value, declarations, report);
        if (!declarations.transforms.includes("AWS::LanguageExtensions"))
          checkUnresolved(type.text, details.value, report);
      } else if (details?.value.kind === "scalar" && details.value.value !== null) {
        report(contentSpan(details.value), { message: "properties-text", with: { key: event.key.text } });
      }
    }
  },
};

/** A kind that SAM does not have; what is not even almost one of SAM's may be newer. */
function checkKind(type: ScalarNode, report: ReportAt): void {
  const known = samEventNames();
  if (known.includes(type.text) || isOpenText(type.text)) return;
  const meant = nearest(type.text, known);
  const says = missingKind(type.text);
  if (meant === undefined)
    report(contentSpan(type), {
      message: "other-event-type",
      with: { type: type.text, says, known },
      severity: "warning",
    });
  else
    report(contentSpan(type), {
      message: "event-type",
      with: { type: type.text, says, meant },
      data: replacement(contentSpan(type), meant),
    });
}

/** What SAM answers to an event whose kind it does not know. */
function missingKind(type: string): string {
  return `Resource dict has missing or invalid value for key Type. Event Type is: ${type}.`;
}

/** How Lambda signs in to what an event is read from, by kind of event: the ways of which it takes one, and what else SAM takes. */
const ACCESS: Readonly<Record<string, Ways>> = {
  MQ: { needs: true, one: ["BASIC_AUTH"], besides: ["VIRTUAL_HOST"] },
  DocumentDB: { needs: true, one: ["BASIC_AUTH"], besides: [] },
  SelfManagedKafka: {
    needs: false,
    one: ["BASIC_AUTH", "SASL_SCRAM_256_AUTH", "SASL_SCRAM_512_AUTH", "CLIENT_CERTIFICATE_TLS_AUTH"],
    besides: ["VPC_SUBNET", "VPC_SECURITY_GROUP", "SERVER_ROOT_CA_CERTIFICATE"],
  },
};

interface Ways {
  /** Whether one is needed. */
  readonly needs: boolean;
  readonly one: readonly string[];
  readonly besides: readonly string[];
}

function checkAccess(type: string, { needs, one, besides }: Ways, details: MapNode, report: Report): void {
  const given = pairOf(details, "SourceAccessConfigurations");
  if (given?.value.kind !== "list" || given.value.items.length === 0) return;
  const { items } = given.value;
  const ways = items.map((item) => literalAt(item, "Type"));
  const written = ways.flatMap((way) => way ?? []);
  const other = written.find(({ text }) => ![...one, ...besides].includes(text) && !/\{\{|\$\{/.test(text));
  const signing = items.filter((_, index) => one.includes(ways[index]?.text ?? ""));
  const second = written.filter(({ text }) => one.includes(text))[1];
  const isWhole = written.length === items.length && !written.some(({ text }) => /\{\{|\$\{/.test(text));
  if (other !== undefined)
    report(contentSpan(other), { message: "other-access", with: { type, ways: [...one, ...besides] } });
  else if (second !== undefined) report(contentSpan(second), { message: "two-ways", with: { type, ways: one } });
  else if (isWhole && needs && !signing.some((item) => isSet(item as MapNode, "URI")))
    report(contentSpan(given.key), { message: "no-basic-auth", with: { type } });
  const has = (way: string): boolean => written.some(({ text }) => text === way);
  if (isWhole && other === undefined && has("VPC_SUBNET") !== has("VPC_SECURITY_GROUP"))
    report(contentSpan(given.key), { message: "both-of-vpc" });
}

/** What can call a function with a tenant: requests, which say who it is. */
const TENANT_EVENTS: ReadonlySet<string> = new Set(["Api", "HttpApi"]);

const STREAMS: ReadonlySet<string> = new Set(["Kinesis", "DynamoDB"]);

const PARAMETER = /^method\.request\.(?:querystring|path|header)\./;

const OVERRIDING = ["Authorizer", "ApiKeyRequired", "ResourcePolicy"];

type Report = ReportAt;

/** A stream is read from a place in it. */
function checkStart(type: string, name: string, { key }: Pair, details: MapNode, report: Report): void {
  if (STREAMS.has(type) && hasAllKeys(details) && !isSet(details, "StartingPosition"))
    report(contentSpan(key), { message: "starting-position", with: { name } });
}

function checkDetails(type: string, details: MapNode, report: Report): void {
  const enabled = pairOf(details, "Enabled");
  if (enabled !== undefined && isSet(details, "Enabled") && isSet(details, "State"))
    report(contentSpan(enabled.key), { message: "state-and-enabled" });
  const overriding = type === "Api" ? valueAt(details, "Auth") : undefined;
  if (overriding?.kind === "map" && literalText(overriding, "OverrideApiAuth") === "true" && hasAllKeys(overriding)) {
    const own = pairOf(overriding, "OverrideApiAuth");
    if (own !== undefined && !OVERRIDING.some((one) => isSet(overriding, one)))
      report(contentSpan(own.key), { message: "override-what", unfinished: "beside" });
  }
  checkQueue(pairOf(details, "DeadLetterConfig"), report);
  const parameters = type === "Api" ? valueAt(details, "RequestParameters") : undefined;
  for (const item of parameters?.kind === "list" ? parameters.items : []) checkParameter(item, report);
  const topics = type === "SelfManagedKafka" ? pairOf(details, "Topics") : undefined;
  if (topics?.value.kind === "list" && topics.value.items.length > 1)
    report(contentSpan(topics.key), { message: "two-topics" });
}

/** What SAM reads as it is written, by kind of event. */
const UNRESOLVED: Readonly<Record<string, string>> = { S3: "Events", Cognito: "Trigger" };

function checkUnresolved(type: string, details: MapNode, report: Report): void {
  const name = UNRESOLVED[type] ?? "";
  const node = valueAt(details, name);
  if (node?.kind === "call") report(node, { message: "no-function", with: { name } });
}

/** What SAM finds in the template by a `Ref`, to write the event into it, by kind of event. */
const OWN: ReadonlyMap<string, readonly [property: string, what: string]> = new Map([
  ["S3", ["Bucket", "an S3 bucket"]],
  ["Cognito", ["UserPool", "a Cognito UserPool"]],
]);

function checkOwn(type: string, details: MapNode, declarations: Declarations, report: Report): void {
  const [property, what] = OWN.get(type) ?? [];
  const node = property === undefined ? undefined : valueAt(details, property);
  const target = refTarget(node);
  const isOpen =
    node === undefined || mayHaveMore(declarations) || (target !== undefined && declarations.resources.has(target));
  if (isOpen || (target !== undefined && !declarations.parameters.has(target))) return;
  report(contentSpan(node), { message: "other-resource", with: { property, type, what } });
}

/** The queue is given by its ARN, or made by SAM. */
function checkQueue(pair: Pair | undefined, report: Report): void {
  const config = pair?.value;
  if (pair === undefined || config?.kind !== "map" || !hasAllKeys(config)) return;
  const [hasArn, hasType] = [isSet(config, "Arn"), isSet(config, "Type")];
  if (hasArn === hasType) {
    report(contentSpan(pair.key), {
      en: hasArn
        ? "DeadLetterConfig names a queue by Arn, or lets SAM create one with Type: SQS, not both."
        : "DeadLetterConfig needs the Arn of a queue, or Type: SQS, so that SAM creates one.",
      ja: hasArn
        ? "DeadLetterConfigのキューは、Arnで指定するか「Type: SQS」でSAMに作らせるか、どちらか一方にします。"
        : "DeadLetterConfigには、キューをArnで指定するか、「Type: SQS」を書いてSAMに作らせてください。",
    });
  }
  const name = valueAt(config, "QueueLogicalId");
  if (name?.kind !== "call") return;
  report(name, { message: "queue-id" });
}

function checkParameter(item: Node, report: Report): void {
  const node = item.kind === "map" ? item.pairs[0]?.key : item;
  const text = node?.kind === "scalar" ? textOf(node) : undefined;
  if (node?.kind !== "scalar" || text === undefined || PARAMETER.test(text)) return;
  report(contentSpan(node), { message: "request-parameter", with: { text } });
}
