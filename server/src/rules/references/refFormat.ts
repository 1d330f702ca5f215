import type { Catalogue } from "../../catalogue/types/catalogue.ts";
import { searchEntries, searchResources } from "../../model/incremental/searchEntries.ts";
import { valueAt } from "../../model/tree/node.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { referFix } from "../shared/fixes/referFix.ts";
import { idFormat } from "../shared/links/resourceIds.ts";
import { isSet } from "../shared/values/literals.ts";
import { refSites } from "../shared/values/valueSites.ts";

/**
 * A `Ref` that returns the name of a resource where its ID or ARN is expected: `Ref` of an IAM role returns its name,
 * and so does `Ref` of a security group without VpcId; that of an Elastic IP address returns the address.
 */
export const refFormat: TemplateRule = {
  scope: "template",
  check(template, { catalogue, report }) {
    const named = new Map(namedGroups(template).map(({ entry }) => [entry.name, entry]));
    for (const { entry, found } of uses(template, "Resources", catalogue)) {
      for (const { node, property, target } of found) {
        const group = named.get(target);
        const type = template.declarations.resources.get(target)?.type;
        const attribute = attributeFor(property, type, group !== undefined);
        if (attribute === undefined) continue;
        const short = `!GetAtt ${target}.${attribute}`;
        report(entry, node, {
          en: `Ref ${target} returns ${attribute === "AllocationId" ? "the address" : "a name"} here, but ${property} expects ${attribute === "Arn" ? "an ARN" : "an ID"}: use ${short}.`,
          ja: `Ref ${target}は${attribute === "AllocationId" ? "アドレス" : "名前"}を返しますが、${property}には${attribute === "Arn" ? "ARN" : "ID"}が必要です。${short}を使ってください。`,
          // Its VpcId may still be written.
          ...(group && { unfinished: "below", unfinishedAt: { entry: group, span: group.key } }),
          data: referFix(node, target, attribute, template.format),
        });
      }
    }
  },
};

const ROLE = /Role(?:Arn|ARN)$/;
/** Roles by ARN whose property is not called so: others of this name take a role's name, too. */
const ROLE_BY_ARN = /^AWS::(?:Lambda::Function|Serverless::(?:Function|StateMachine))$/;
const GROUP = /SecurityGroup/;

/** Security groups without a VPC, which Ref gives the name of. */
const namedGroups = searchResources(["AWS::EC2::SecurityGroup"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  return properties?.kind === "map" && !isSet(properties, "VpcId") ? true : undefined;
});

/** Refs in properties that may want something else than a name. */
const uses = searchEntries((entry, catalogue: Catalogue) =>
  refSites(entry, catalogue).flatMap(({ type, node, path, target }) => {
    const property = path.at(-1) ?? "";
    const isRole = property === "Role" && path.at(-2) === "Properties" && ROLE_BY_ARN.test(type);
    const mayWantId =
      isRole ||
      property === "AllocationId" ||
      ((ROLE.test(property) || GROUP.test(property)) && idFormat(type, property) !== undefined);
    return mayWantId ? [{ node, property, target }] : [];
  }),
);

/** The attribute that gives what the property wants, where Ref does not. */
function attributeFor(property: string, type: string | undefined, isNamedGroup: boolean): string | undefined {
  if (type === "AWS::IAM::Role" && (property === "Role" || ROLE.test(property))) return "Arn";
  if (type === "AWS::EC2::EIP" && property === "AllocationId") return property;
  return isNamedGroup && GROUP.test(property) ? "GroupId" : undefined;
}
