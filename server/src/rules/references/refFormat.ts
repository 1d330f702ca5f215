import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { searchEntries, searchResources } from "../../model/incremental/searchEntries.ts";
import { valueAt } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { answer, schemaAnswer } from "../shared/answer.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { idFormat } from "../shared/links/resourceIds.ts";
import { ROLE_USES } from "../shared/links/roleUses.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { takesArn } from "../shared/values/arnProperties.ts";
import { isSet } from "../shared/values/literals.ts";
import { refSites } from "../shared/values/valueSites.ts";

/**
 * A `Ref` that returns a name while the property takes an ID or ARN. `Ref` returns the name of an IAM role, a bucket, a
 * table, or a security group without VpcId, the address of an Elastic IP address, and the URL of a queue.
 */
export const refFormat: TemplateRule = {
  scope: "template",
  check(template, { catalogue, report }) {
    const named = new Map(namedGroups(template).map(({ entry }) => [entry.name, entry]));
    for (const { entry, found } of uses(template, "Resources", catalogue)) {
      for (const one of found) {
        const { node, property, target } = one;
        const group = named.get(target);
        const type = template.declarations.resources.get(target)?.type;
        const attribute = attributeFor(one, type ?? "", group !== undefined);
        if (attribute === undefined) continue;
        const short = `!GetAtt ${target}.${attribute}`;
        report(entry, node, {
          message: attribute.endsWith("Arn") ? "no-arn" : "no-id",
          with: { target, given: given(attribute, type), property, short, says: refusal(one, catalogue) },
          // VpcId may not have been typed yet.
          ...(group && { unfinished: "below", unfinishedAt: { entry: group, span: group.key } }),
          data: referFix(node, target, attribute, template.format),
        });
      }
    }
  },
};

/** Types whose `Ref` is a name (a queue's is its URL), and whose attribute `Arn` is the ARN. */
const HAS_ARN =
  /^AWS::(?:Cognito::UserPool|DynamoDB::Table|ECR::Repository|Kinesis::Stream|Lambda::Function|Logs::LogGroup|S3::Bucket|SQS::Queue|Serverless::Function)$/;
const ROLE = /Role(?:Arn|ARN)$/;
/**
 * Properties named otherwise that take a role's ARN; in other types, properties of this name also take a role's name.
 */
const ROLE_BY_ARN = /^AWS::(?:Lambda::Function|Serverless::(?:Function|StateMachine))$/;
const GROUP = /SecurityGroup/;

/** Types that also take a role's name, whatever their properties are called. */
const TAKES_NAME = /^AWS::(?:Batch|ECS)::/;

/** Whether a property takes the ARN of a role that the service must be able to assume at once. */
function isRoleArn(type: string, property: string): boolean {
  if (!/arn$/i.test(property) || TAKES_NAME.test(type)) return false;
  const uses = ROLE_USES.get(type) ?? [];
  return uses.some(
    ({ property: path, says }) => says !== undefined && (path === property || path.endsWith(`.${property}`)),
  );
}

/** Security groups without a VPC, whose Ref is their name. */
const namedGroups = searchResources(["AWS::EC2::SecurityGroup"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  return properties?.kind === "map" && !isSet(properties, "VpcId") ? true : undefined;
});

/** Refs in properties that may need something other than a name. */
const uses = searchEntries((entry, catalogue: Catalogue) =>
  refSites(entry, catalogue).flatMap(({ type, node, path, target }) => {
    const property = path.at(-1) ?? "";
    const isRole = property === "Role" && path.at(-2) === "Properties" && ROLE_BY_ARN.test(type);
    const isByArn = takesArn(type, property);
    const mayWantId =
      isRole ||
      isRoleArn(type, property) ||
      property === "AllocationId" ||
      isByArn ||
      ((ROLE.test(property) || GROUP.test(property)) && idFormat(type, property) !== undefined);
    return mayWantId ? [{ node, property, target, isByArn, taker: type, isOwn: path.length === 2 }] : [];
  }),
);

/** The attribute that fits the property, if the Ref does not. */
function attributeFor(
  { property, isByArn }: { readonly property: string; readonly isByArn: boolean },
  type: string,
  isNamedGroup: boolean,
): string | undefined {
  if (isByArn && HAS_ARN.test(type)) {
    const isStream = type === "AWS::DynamoDB::Table" && /^(?:EventSourceArn|Stream)$/.test(property);
    return isStream ? "StreamArn" : "Arn";
  }
  if (type === "AWS::IAM::Role") return property === "AllocationId" || GROUP.test(property) ? undefined : "Arn";
  if (type === "AWS::EC2::EIP" && property === "AllocationId") return property;
  return isNamedGroup && GROUP.test(property) ? "GroupId" : undefined;
}

/** What is answered to a name: by CloudFormation, where the schema of the property asks for what an ARN begins with, or by the service. */
function refusal(
  { property, taker, isOwn }: { readonly property: string; readonly taker: string; readonly isOwn: boolean },
  catalogue: Catalogue,
): Localised {
  const taken = isOwn ? catalogue.resourceType(taker)?.properties.properties.get(property) : undefined;
  const isArn = taken?.type.kind === "string" && /^\^?\(?arn/.test(taken.type.pattern ?? "");
  if (isArn) return schemaAnswer({ keyword: "pattern" }, taken, taker);
  return answer(idFormat(taker, property)?.says.find(([of]) => of.test("name"))?.[1]);
}

/** What `Ref` returns instead. */
function given(attribute: string, type: string | undefined): Localised {
  if (attribute === "AllocationId") return { en: "the address", ja: "アドレス" };
  return type === "AWS::SQS::Queue" ? { en: "the queue's URL", ja: "キューのURL" } : { en: "a name", ja: "名前" };
}
