import { typesThat } from "../../catalogue/values/resourceTypes.ts";
import type { Declarations, EntryContent } from "../../model/template.ts";
import { type CallNode, contentSpan, type Node, refTarget, textOf, valueAt } from "../../model/tree/node.ts";
import { changeTo, replacement } from "../shared/fixes/nearest.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { composedText, usualText } from "../shared/resolving/composedText.ts";
import { conditionHolds } from "../shared/resolving/conditionHolds.ts";
import type { EntryContext, FixData } from "../shared/rule.ts";
import { isOpenText } from "../shared/values/literals.ts";

/** Types whose `Ref` is a name (a queue's is its URL), and whose attribute `Arn` is the ARN. */
const NAMED = typesThat("named");
const STRICT = /^AWS::(?:IAM|S3|SNS|SQS|Serverless)::/;

/** Whether `Ref` of a type returns a name, and its attribute `Arn` the ARN. */
export function isNamedByRef(type: string): boolean {
  return NAMED.has(type);
}

/** Reports a `Ref` that returns a name while an ARN is needed. */
export function checkName(item: Node | undefined, says: string, { declarations, format, report }: EntryContext): void {
  const target = refTarget(item) ?? "";
  if (item === undefined || !NAMED.has(declarations.resources.get(target)?.type ?? "")) return;
  const arn = `!GetAtt ${target}.Arn`;
  const newText = format === "yaml" ? arn : `{"Fn::GetAtt": ["${target}", "Arn"]}`;
  report(item, { message: "ref-no-arn", with: { target, says, arn }, data: replacement(item, newText, changeTo(arn)) });
}

/** A variable at the beginning of a text; these pseudo parameters are not ARNs either. */
const BEGIN = /^\$\{([\w:]+)\}/;
const NO_ARNS: ReadonlySet<string> = new Set(["AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackName"]);

/** Reports a text that begins with a name while an ARN is needed. */
function checkComposed(item: Node | undefined, says: string, { declarations, report }: EntryContext): void {
  if (item?.kind !== "call" || item.name === "Ref") return;
  const text = composedText(item) ?? "";
  const begin = BEGIN.exec(text)?.[1] ?? "";
  // What is written out first is not the beginning of an ARN, whatever follows.
  const [first = ""] = text.split("${");
  if (first !== "" && first !== text && !isArnBegun(first)) report(item, { message: "no-arn", with: { text, says } });
  const isNamed = NAMED.has(declarations.resources.get(begin)?.type ?? "");
  if (!isNamed && !NO_ARNS.has(begin)) return;
  report(item, {
    message: isNamed ? "not-begun-with-resource" : "not-begun",
    with: { text, says, begin },
    data: isNamed ? arnFix(item, begin) : undefined,
  });
}

function arnFix({ name, argument }: CallNode, resource: string): FixData | undefined {
  const written = `\${${resource}}`;
  if (name !== "Fn::Sub" || argument.kind !== "scalar" || !argument.text.startsWith(written)) return undefined;
  const { start, end } = contentSpan(argument);
  // A block scalar begins on another line.
  if (end - start !== argument.text.length) return undefined;
  return replacement({ start, end: start + written.length }, `\${${resource}.Arn}`);
}

/** A composed text as it is by the defaults of parameters; `undefined` if it is the same without them, or not there then. */
export function textByDefault(item: Node, { value }: EntryContent, declarations: Declarations): string | undefined {
  const text = (composedText(item) ?? "").replaceAll("${AWS::Partition}", "aws");
  const written = usualText(text, declarations);
  if (written === text || isOpenText(written) || /\s/.test(written)) return undefined;
  const condition = textOf(valueAt(value, "Condition"));
  const isThere = condition === undefined || conditionHolds(condition, { declarations, isUsual: true }) !== false;
  return isThere ? written : undefined;
}

/** Whether a text may go on to be an ARN. */
function isArnBegun(text: string): boolean {
  return /^[*{]/.test(text) || text.startsWith("arn:") || "arn:".startsWith(text);
}

/** Whether a resource of a statement is an ARN, or none that can be told. */
const isArn = (text: string): boolean =>
  text === "" || text === "*" || /^arn:[\w*-]+:[^:]+:/.test(text) || text.startsWith("*");

/** Reports a resource that is no ARN by the default of a parameter. */
function checkUsual(item: Node, says: string, entry: EntryContent, { declarations, report }: EntryContext): void {
  const text = textByDefault(item, entry, declarations);
  // A whole ARN is given by another value of the parameter.
  if (text === undefined || isArn(text) || item.kind !== "call" || item.name === "Ref") return;
  report(item, { message: "no-arn", with: { text, says }, before: BY_DEFAULT, severity: "warning" });
}

/** Checks that the resources of a statement are ARNs. */
export function checkResources(node: Node | undefined, entry: EntryContent, type: string, context: EntryContext): void {
  const { report } = context;
  for (const item of node?.kind === "list" ? node.items : [node]) {
    const says = type === "AWS::S3::BucketPolicy" ? "Policy has invalid resource" : 'must be in ARN format or "*"';
    if (STRICT.test(type)) {
      checkName(item, says, context);
      checkComposed(item, says, context);
      if (item !== undefined) checkUsual(item, says, entry, context);
    }
    if (/^AWS::(?:IAM::|Serverless::(?:Function|StateMachine)$)/.test(type)) checkParts(item, context);
    else if (type === "AWS::S3::BucketPolicy") checkBucketArn(item, says, context);
    const text = item?.kind === "scalar" && item.tag === undefined ? textOf(item) : undefined;
    if (item?.kind !== "scalar" || text === undefined || isOpenText(text)) continue;
    if (text === "*" && type === "AWS::S3::BucketPolicy") report(contentSpan(item), { message: "star-alone" });
    if (isArn(text)) continue;
    // API Gateway completes a stage and path to an ARN.
    if (text.startsWith("execute-api:/") && /^AWS::(?:ApiGateway|Serverless)::/.test(type)) continue;
    report(contentSpan(item), { message: "no-arn", with: { text, says } });
  }
}

/** Reports the ARN of a bucket with a colon too few. */
function checkBucketArn(item: Node | undefined, says: string, { report }: EntryContext): void {
  const text = item === undefined ? undefined : item.kind === "call" ? composedText(item) : textOf(item);
  if (item === undefined || text === undefined || !hasFewColons(text)) return;
  report(item.kind === "scalar" ? contentSpan(item) : item, { message: "no-arn", with: { text, says } });
}

/** Whether a bucket's name follows where the Region or the account belongs: no value that is filled in makes up for that. */
function hasFewColons(text: string): boolean {
  return /^arn:[^:]+:s3:(?::(?![:*])|[\w.-])[^:]*$/.test(text.replaceAll(/\$\{[^}]*\}/g, "$"));
}

/** A bucket, and none of the other things of S3, which have a Region. */
const BUCKET =
  /^(?!(?:accesspoint|access-grants|async-request|job|storage-lens|storage-lens-group)(?:\/|$))[\w.-]+(?:\/|$)/;

/** Reports an ARN with a part too few, or with a Region although the service's ARNs have none. */
function checkParts(item: Node | undefined, { report }: EntryContext): void {
  const text = item === undefined ? undefined : item.kind === "call" ? composedText(item) : textOf(item);
  if (item === undefined || text === undefined || !/^arn:(?:aws[\w-]*|\$\{AWS::Partition\}):/.test(text)) return;
  // A value that is filled in may contain colons itself, unless AWS gives it.
  const isOpen = !hasFewColons(text) && /\{\{|:\*$|\$\{(?!AWS::(?:Partition|Region|AccountId|StackName)\})/.test(text);
  const [, , service, region = "", account, ...rest] = text
    .replaceAll(/\$\{[^}]*\}/g, (hole) => hole.replaceAll(":", "."))
    .split(":");
  if (rest.length === 0) {
    if (!isOpen) report(item, { message: "arn-parts", with: { text } });
    return;
  }
  if (/[*?]/.test(service ?? "")) report(item, { message: "arn-service", with: { text } });
  const hasNone =
    service === "iam" || service === "route53" || (service === "s3" && (account === "" || BUCKET.test(rest[0] ?? "")));
  if (!hasNone || region === "" || /^[*?]+$|\{\{/.test(region)) return;
  report(item, { message: "arn-region", with: { service } });
}
