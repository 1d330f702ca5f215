import type { EntryContent } from "../../model/template.ts";
import {
  contentSpan,
  type ListNode,
  listItems,
  type MapNode,
  type Node,
  type Pair,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../model/tree/node.ts";
import { answer } from "../shared/answer.ts";
import { changeTo, replacement, suggestion } from "../shared/fixes/nearest.ts";
import { referText } from "../shared/fixes/referFix.ts";
import { meantService } from "../shared/links/meantService.ts";
import { refName, resourceTarget } from "../shared/links/resourceTarget.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryContext, EntryRule, FixData, ReportAt } from "../shared/rule.ts";
import { hasAllKeys, isOpenText, isSet, literalAt } from "../shared/values/literals.ts";
import { valueSites } from "../shared/values/valueSites.ts";
import { checkBucketConditions } from "./bucketConditions.ts";
import { checkName, checkResources, isNamedByRef, textByDefault } from "./resourceArns.ts";

/**
 * A policy statement that IAM refuses: an effect in lowercase, an unknown condition operator, a resource that is not an
 * ARN, an impossible principal, or a Sid that is repeated or has characters other than letters and digits.
 */
export const policyStatement: EntryRule = {
  scope: "entry",
  check(entry, context) {
    const { type, statements, lists } = valueSites(entry, context.catalogue);
    if (type === undefined) return;
    for (const { map, path, assumptions } of statements) {
      const check = (one: MapNode, report: ReportAt): void =>
        checkStatement(one, path, type.name, entry, { ...context, report });
      if (isOfIam(type.name, path))
        for (const name of ["Action", "NotAction", "Resource"]) checkFlat(map, name, context);
      if (isChosen(map)) eachVariant(map, entry, context, check, assumptions);
      else check(map, context.report);
    }
    for (const { node, path, assumptions } of lists) {
      if (path.at(-1) !== "Statement" || node.kind !== "list" || !isOfIam(type.name, path)) continue;
      if (node.items.some((item) => item.kind === "call" || valueAt(item, "Sid")?.kind === "call"))
        eachVariant(node, entry, context, checkUnique, assumptions);
      else checkUnique(node, context.report);
      if (node.items.length === 0)
        context.report(node, { message: "empty", with: { name: "Statement", says: "Syntax errors in policy." } });
    }
  },
};

/** Whether functions give what counts in a statement; a resource by default is told anyway. */
function isChosen(map: MapNode): boolean {
  return (
    ["Sid", "Effect", "Action", "NotAction"].some((name) =>
      listItems(valueAt(map, name)).some(({ kind }) => kind === "call"),
    ) ||
    ["Resource", "NotResource"].some((name) => listItems(valueAt(map, name)).some(isConditional)) ||
    ["AWS", "Service"].some((kind) =>
      listItems(valueAt(valueAt(map, "Principal"), kind)).some((node) => isConditional(node) || isLookedUp(node)),
    )
  );
}

function isConditional(node: Node): boolean {
  return node.kind === "call" && node.name === "Fn::If";
}

function isLookedUp(node: Node): boolean {
  return node.kind === "call" && node.name === "Fn::FindInMap";
}

function checkStatement(
  map: MapNode,
  path: readonly string[],
  type: string,
  entry: EntryContent,
  context: EntryContext,
): void {
  const isStrict = isOfIam(type, path);
  checkEffect(map, isStrict, context);
  checkOperators(valueAt(map, "Condition"), isStrict ? "Syntax errors in policy." : undefined, context);
  checkArns(valueAt(map, "Condition"), context);
  if (isStrict) checkCompared(valueAt(map, "Condition"), context);
  if (path.includes("PolicyDocument")) checkActions(map, OWN_ACTIONS.get(type), context);
  if (/^AWS::SQS::Queue(?:Inline)?Policy$/.test(type)) checkCount(pairOf(map, "Action"), context);
  if (path.includes("AssumeRolePolicyDocument")) {
    checkActions(map, TRUST, context);
    checkProvider(map, context);
    checkTrusted(valueAt(map, "Principal"), context);
    checkItself(valueAt(map, "Principal"), entry, context);
  }
  for (const name of ["Resource", "NotResource"]) checkResources(valueAt(map, name), entry, type, context);
  if (type === "AWS::S3::BucketPolicy") checkBucketConditions(map, context);
  if (path.includes("RepositoryPolicyText")) checkNoResource(map, context);
  if (isStrict) for (const name of ["Action", "Resource"]) checkNotEmpty(map, name, context);
  for (const name of ["Principal", "NotPrincipal"]) {
    const principal = valueAt(map, name);
    checkPrincipal(principal, entry, context);
    if (NAMES_WHOLE.test(type)) checkWhole(valueAt(principal, "AWS"), context);
  }
  const sid = literalAt(map, "Sid");
  if (sid === undefined || sid.text === "" || isOpenText(sid.text)) return;
  if (isStrict && !path.includes("AssumeRolePolicyDocument") && !/^[a-z\d]+$/i.test(sid.text)) reportSid(sid, context);
}

/** A role that trusts itself by its name, as it can once it is there. */
function checkItself(principal: Node | undefined, { value }: EntryContent, { report }: EntryContext): void {
  const named = valueAt(valueAt(value, "Properties"), "RoleName");
  const name = named && composedText(named);
  for (const item of name === undefined ? [] : listItems(valueAt(principal, "AWS")))
    if (OWN_ROLE.exec(composedText(item) ?? "")?.[1] === name) report(item, { message: "itself", severity: "warning" });
}

const OWN_ROLE = /^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam::\$\{AWS::AccountId\}:role\/(?:[^/$]*\/)*([^/]+)$/;

/** Only IAM itself is strict about the Sid: in its own resources, and in the roles that SAM makes. */
function isOfIam(type: string, path: readonly string[]): boolean {
  const isOfSam = type.startsWith("AWS::Serverless::");
  return isOfSam
    ? path.includes("Policies") || path.includes("AssumeRolePolicyDocument")
    : type.startsWith("AWS::IAM::");
}

function checkEffect(map: MapNode, isStrict: boolean, { report }: EntryContext): void {
  const node = literalAt(map, "Effect");
  const meant = /^(allow|deny)$/i.test(node?.text ?? "")
    ? `${node?.text[0]?.toUpperCase()}${node?.text.slice(1).toLowerCase()}`
    : "";
  if (node === undefined || meant === "" || meant === node.text) return;
  const span = contentSpan(node);
  const says = answer(isStrict ? "Syntax errors in policy." : undefined);
  report(span, { message: "letter-case", with: { meant, says }, data: { ...replacement(span, meant), safe: true } });
}

const OPERATOR =
  /^(?:For(?:Any|All)Values?:)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|Numeric(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Date(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like))(?:IfExists)?$|^Null$/i;

/** What is mostly meant by others. */
const OPERATORS = [
  ...["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase", "Bool", "Null"],
  ...["NumericEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"],
  ...["DateEquals", "DateLessThan", "DateGreaterThan", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike"],
];

function checkOperators(condition: Node | undefined, says: string | undefined, { report }: EntryContext): void {
  if (condition?.kind !== "map") return;
  for (const { key, merged } of condition.pairs) {
    if (merged || OPERATOR.test(key.text) || /^Fn::|[{}$]/.test(key.text)) continue;
    const meant = suggestion(key.text, OPERATORS, contentSpan(key));
    const quoted = answer(says);
    report(contentSpan(key), { message: "no-operator", with: { key: key.text, quoted, meant }, data: meant.data });
  }
}

/** Reports a `Ref` that is no ARN where it is compared with one: they are never the same. */
function checkArns(condition: Node | undefined, context: EntryContext): void {
  const { declarations, format, report } = context;
  for (const { value: keys } of condition?.kind === "map" ? condition.pairs : []) {
    for (const { key, value } of keys.kind === "map" ? keys.pairs : []) {
      if (!/^aws:(?:Source|Principal)Arn$/i.test(key.text)) continue;
      for (const item of listItems(value)) {
        const target = refName(item) ?? "";
        const type = declarations.resources.get(target)?.type ?? "";
        const isFront = type === "AWS::CloudFront::Distribution";
        if (!isFront && !isNamedByRef(type)) continue;
        const text = `arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${${target}}`;
        const arn = isFront ? `!Sub ${text}` : referText(target, "Arn", "yaml");
        const inJson = isFront ? `{"Fn::Sub": "${text}"}` : referText(target, "Arn", "json");
        report(item, {
          message: "ref-compared",
          with: { target, key: key.text, arn },
          severity: "warning",
          data: replacement(item, format === "yaml" ? arn : inJson, changeTo(arn)),
        });
      }
    }
  }
}

/** What values are compared with by operators, and what such a value looks like. */
const COMPARED: readonly (readonly [operator: RegExp, value: RegExp, example: string])[] = [
  [
    /^(?:Not)?IpAddress/i,
    /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|(?=$|\/))){4}(?:\/(?:3[0-2]|[12]?\d))?$|:/,
    "203.0.113.0/24",
  ],
  [/^Date/i, /^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?$|^\d{9,}$/i, "2027-01-01T00:00:00Z"],
  [/^Numeric/i, /^-?\d+(?:\.\d+)?$/, "10"],
  [/^Arn/i, /[*?]|^arn:(?:[^:]*:){4}/, "arn:aws:s3:::bucket"],
];

/** Reports a value that is not what its operator compares. */
function checkCompared(condition: Node | undefined, { report }: EntryContext): void {
  for (const { key, value: keys } of condition?.kind === "map" ? condition.pairs : []) {
    const operator = key.text.replace(/^For(?:Any|All)Values?:/i, "");
    const [, pattern, example] = COMPARED.find(([one]) => one.test(operator)) ?? [];
    for (const pair of keys.kind === "map" ? keys.pairs : []) {
      if (pair.value.kind === "map" && hasAllKeys(pair.value) && !pair.merged)
        report(contentSpan(pair.key), { message: "nested-condition", with: { key: pair.key.text } });
      for (const item of listItems(pair.value)) {
        if (item.kind !== "scalar" || item.value === null || isOpenText(item.text) || item.text === "") continue;
        if (pattern?.test(item.text) === false)
          report(contentSpan(item), {
            message: "no-value",
            with: { value: item.text, operator: key.text, example },
          });
      }
    }
  }
}

/** A role is trusted to somebody who is named: `*` alone is refused, and a service's name ends with amazonaws.com. */
function checkTrusted(principal: Node | undefined, { report }: EntryContext): void {
  const { example } = PRINCIPALS["Service"] ?? {};
  if (principal?.kind === "scalar" && principal.text === "*")
    report(contentSpan(principal), { message: "trusts-all", with: { example: "AWS: 123456789012" } });
  for (const item of listItems(valueAt(principal, "Service"))) {
    const written = textOf(item) ?? "";
    if (written !== "*" && !/\.amazon\.com$/.test(written)) continue;
    if (/\baws\.amazon\.com$/.test(written)) continue;
    report(contentSpan(item), { message: "no-principal", with: { written, kind: "Service", example } });
  }
}

/** The only service whose actions a policy can allow, and AWS's error message for others. */
interface OwnActions {
  readonly service: string;
  readonly says: string;
  /** Actions of the service that do not apply to the policy's resource. */
  readonly others?: RegExp;
}

/** By the type of the policy's resource. Types that are lenient or unknown are left out. */
const OWN_ACTIONS: ReadonlyMap<string, OwnActions> = new Map([
  ["AWS::S3::BucketPolicy", { service: "s3", says: "Policy has invalid action" }],
  [
    "AWS::SNS::TopicPolicy",
    {
      service: "sns",
      says: "Policy statement action out of service scope!",
      others: /^sns:(?:\*|CreateTopic|ListTopics|ListSubscriptions|Unsubscribe)$/i,
    },
  ],
]);

const TRUST: OwnActions = { service: "sts", says: "AssumeRole policy may only specify STS AssumeRole actions" };

function checkActions(map: MapNode, own: OwnActions | undefined, { report }: EntryContext): void {
  for (const node of own === undefined ? [] : listItems(valueAt(map, "Action"))) {
    const service = node.kind === "scalar" ? /^([a-z\d-]+):/i.exec(node.text)?.[1]?.toLowerCase() : undefined;
    if (node.kind !== "scalar" || own === undefined || service === undefined) continue;
    if (service === own.service && own.others?.test(node.text) !== true) continue;
    report(contentSpan(node), {
      message: node.text.endsWith("*") ? "no-star" : "no-action",
      with: { value: node.text, service: own.service, says: own.says },
    });
  }
}

/** A statement of a queue's policy names few actions. */
function checkCount(pair: Pair | undefined, { report }: EntryContext): void {
  const items = pair?.value.kind === "list" ? pair.value.items : [];
  const count = items.filter((item) => /^sqs:/i.test(textOf(item) ?? "")).length;
  if (pair !== undefined && count > MAX_QUEUE_ACTIONS)
    report(contentSpan(pair.key), { message: "many-actions", with: { count, most: MAX_QUEUE_ACTIONS } });
}

const MAX_QUEUE_ACTIONS = 7;

/** Cognito gives identities to everybody: a role must name the pool that it trusts. */
function checkProvider(map: MapNode, { report }: EntryContext): void {
  const provider = literalAt(valueAt(map, "Principal"), "Federated");
  const isAllowed = textOf(valueAt(map, "Effect")) === "Allow";
  if (provider?.text !== "cognito-identity.amazonaws.com" || !isAllowed || !hasAllKeys(map) || isSet(map, "Condition"))
    return;
  report(contentSpan(provider), { message: "no-condition", with: { provider: provider.text }, unfinished: "beside" });
}

/**
 * Reports an ARN of IAM that is composed with a colon too few or too many, or with a Region: the account is its fifth
 * part.
 */
function checkAccount(item: Node, { report }: EntryContext): void {
  const text = item.kind === "call" ? composedText(item) : undefined;
  if (text === undefined || !/^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam:/.test(text)) return;
  const [, , , region, account] = text.replaceAll(/\$\{[^}]*\}/g, (hole) => hole.replaceAll(":", ".")).split(":");
  if (region === "" && account !== undefined && account !== "") return;
  report(item, { message: "arn-of-iam", with: { text } });
}

function checkNotEmpty(map: MapNode, name: string, { report }: EntryContext): void {
  const pair = pairOf(map, name);
  if (pair?.value.kind !== "list" || pair.value.items.length > 0 || pair.merged) return;
  const says = `Policy statement must contain ${name.toLowerCase()}s.`;
  report(contentSpan(pair.key), { message: "empty", with: { name, says }, unfinished: "below" });
}

/** Reports a list of a mapping that is one of several items: a list in a list. */
function checkFlat(map: MapNode, name: string, { declarations, report }: EntryContext): void {
  const value = valueAt(map, name);
  for (const item of value?.kind === "list" ? value.items : []) {
    if (item.kind !== "call" || item.name !== "Fn::FindInMap" || item.argument.kind !== "list") continue;
    const [mapping = "", key = "", second = ""] = item.argument.items.map(textOf);
    const found = declarations.mappings.get(mapping)?.get(key)?.get(second);
    if (typeof found === "object") report(item, { message: "list-in-list", with: { name } });
  }
}

/** A repository's policy applies to that repository only. */
function checkNoResource(map: MapNode, { report }: EntryContext): void {
  const pair = pairOf(map, "Resource") ?? pairOf(map, "NotResource");
  if (pair === undefined || pair.merged) return;
  report(contentSpan(pair.key), { message: "repository-key", with: { key: pair.key.text } });
}

const PRINCIPALS: Readonly<Record<string, { readonly pattern: RegExp; readonly example: string }>> = {
  AWS: {
    pattern:
      /^(?!arn:[^:]*:iam::[^:]*:group\/)(?:\*|\d{12}|arn:[\w*-]+:(?:iam|sts|cloudfront):[^:]*:(?:\d{12}|aws|cloudfront|\*?):.*|A[A-Z\d]{15,})$/,
    example: "arn:aws:iam::123456789012:root",
  },
  // The name of a service is not the address of its web page, and ends with one of these top-level domains.
  Service: {
    pattern: /^(?!.*\baws\.amazon\.com$)(?:[\w-]+\.)+(?:com|cn|aws|internal|gov|hci|sgov|uk|eu)$|^\*$/,
    example: "ec2.amazonaws.com",
  },
};

function checkPrincipal(node: Node | undefined, entry: EntryContent, context: EntryContext): void {
  const { report } = context;
  for (const item of listItems(valueAt(node, "AWS"))) {
    checkName(item, "Invalid principal in policy", context);
    checkAccount(item, context);
    const target = resourceTarget(item) ?? "";
    if (context.declarations.resources.get(target)?.type === "AWS::IAM::Group") {
      const { example } = PRINCIPALS["AWS"] ?? {};
      report(item, { message: "no-principal", with: { written: target, kind: "AWS", example } });
    }
  }
  if (node?.kind === "scalar") {
    if (node.value === null || node.text === "*" || isOpenText(node.text)) return;
    const kind = Object.entries(PRINCIPALS).find(([, { pattern }]) => pattern.test(node.text))?.[0];
    report(contentSpan(node), {
      message: "principal-text",
      with: { example: PRINCIPALS["AWS"]?.example },
      data: kind === undefined ? undefined : ofKind(kind, node, context),
    });
    return;
  }
  const told = new Set<Node>();
  for (const item of listItems(valueAt(node, "Service"))) {
    const name = composedText(item)?.replaceAll("${AWS::URLSuffix}", "amazonaws.com") ?? "";
    const meant = meantService(name, context.catalogue);
    if (meant === undefined) continue;
    told.add(item);
    const principal = `${meant}.amazonaws.com`;
    report(contentSpan(item), {
      message: "no-service",
      with: { item: name, principal },
      data: item.kind === "scalar" ? replacement(contentSpan(item), principal) : undefined,
    });
  }
  for (const [kind, { pattern, example }] of Object.entries(PRINCIPALS)) {
    const value = valueAt(node, kind);
    for (const item of value?.kind === "list" ? value.items : [value]) {
      if (item?.kind === "call") checkUsual(item, kind, entry, context);
      const text = item?.kind === "call" ? composedArn(item) : textOf(item);
      if (item === undefined || text === undefined || (item.kind === "scalar" && item.tag !== undefined)) continue;
      if (pattern.test(text) || isOpenText(text) || told.has(item)) continue;
      const written = item.kind === "scalar" ? text || '""' : (composedText(item) ?? text);
      report(contentSpan(item), {
        message: "no-principal",
        with: { written, kind, example },
      });
    }
  }
}

/** The fix that writes a principal by its kind. */
function ofKind(kind: string, node: ScalarNode, { format }: EntryContext): FixData {
  const value = JSON.stringify(node.text);
  return replacement(node, format === "yaml" ? `{ ${kind}: ${value} }` : `{ "${kind}": ${value} }`);
}

/** Types whose policies are refused with a principal that is written in part. */
const NAMES_WHOLE = /^AWS::(?:IAM::Role|KMS::Key|S3::BucketPolicy)$/;

/** Reports the name of a role or user with a star in it: a principal is named whole. */
function checkWhole(node: Node | undefined, { report }: EntryContext): void {
  for (const item of listItems(node)) {
    const text = (item.kind === "call" ? composedText(item) : textOf(item)) ?? "";
    if (/^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):iam::(?:\d+|\$\{[\w:.]+\}):(?:role|user)\/[^{]*[*?]/.test(text))
      report(item.kind === "scalar" ? contentSpan(item) : item, { message: "principal-in-part", with: { text } });
  }
}

/** Reports a principal that nobody can be by the default of a parameter. */
function checkUsual(item: Node, kind: string, entry: EntryContent, { declarations, report }: EntryContext): void {
  const { pattern, example } = PRINCIPALS[kind] ?? {};
  const written = textByDefault(item, entry, declarations);
  if (written === undefined || pattern?.test(written) !== false) return;
  report(item, {
    message: "no-principal",
    with: { written, kind, example },
    before: BY_DEFAULT,
    severity: "warning",
  });
}

/** An ARN that is composed of parts with known values; `undefined` if its service or Region is unknown. */
function composedArn(node: Node): string | undefined {
  const text = composedText(node)?.replace(/^arn:\$\{AWS::Partition\}:/, "arn:aws:") ?? "";
  const parts = text.replaceAll(/\$\{[^}]*\}/g, "$").split(":");
  if (parts.length < 6 || parts.slice(0, 4).some((part) => part.includes("$"))) return undefined;
  const filled = parts.map((part, at) => (at === 4 ? part.replace(/^\$$/, "123456789012") : part.replaceAll("$", "x")));
  return filled.join(":");
}

function reportSid(sid: ScalarNode, { report }: EntryContext): void {
  report(contentSpan(sid), { message: "sid-characters" });
}

function checkUnique({ items }: ListNode, report: ReportAt): void {
  const seen = new Map<string, ScalarNode>();
  for (const statement of items) {
    const sid = literalAt(statement, "Sid");
    const first = sid === undefined ? undefined : seen.get(sid.text);
    if (sid === undefined || sid.text === "") continue;
    if (first === undefined) {
      seen.set(sid.text, sid);
      continue;
    }
    report(contentSpan(sid), {
      message: "sid-repeated",
      with: { sid: sid.text },
      related: [{ span: contentSpan(first), message: "first" }],
    });
  }
}
