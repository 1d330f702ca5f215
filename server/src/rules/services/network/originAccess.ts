import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { resourcesByName } from "../../../model/references/resourcesByName.ts";
import {
  contentSpan,
  listItems,
  type Node,
  type Pair,
  pairOf,
  refTarget,
  textOf,
  typeNameOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { isNamedByOthers, mayHaveMore } from "../../shared/declaredNames.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { mayLet } from "../../shared/links/servicePrincipal.ts";
import type { TemplateRule } from "../../shared/rule.ts";

/**
 * An S3 origin of CloudFront that has both an origin access control and an origin access identity, which CloudFront
 * refuses, or an origin access control for a bucket of the template that no bucket policy allows (one for an identity
 * does not), so that viewers get “AccessDenied”.
 */
export const originAccess: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const distributions = controlled(template);
    if (distributions.length === 0 || mayHaveMore(template.declarations)) return;
    const written = policies(template);
    const resources = resourcesByName(template);
    const isGiven = ({ value }: Pair): boolean => {
      if (value.kind === "scalar") return value.value !== null && value.text !== "";
      const target = refTarget(value);
      // A parameter may be empty.
      return value.kind === "call" && value.name !== "Fn::If" && (target === undefined || resources.has(target));
    };
    for (const { entry, found } of distributions) {
      for (const { control, identity, bucket } of found) {
        if (!isGiven(control)) continue;
        if (identity !== undefined && isGiven(identity)) {
          report(entry, contentSpan(identity.key), {
            message: "both-accesses",
            with: { name: entry.name },
            data: replacement(identity.value, '""', {
              en: "Leave OriginAccessIdentity empty",
              ja: "OriginAccessIdentityを空にする",
            }),
          });
        }
        const target = resources.get(bucket ?? "");
        if (target === undefined || typeNameOf(target.value) !== "AWS::S3::Bucket") continue;
        const own = written.filter(({ found }) => found.bucket === target.name);
        const isUnclear =
          written.some(({ found }) => found.bucket === undefined) ||
          own.some(({ found }) => found.mayRead) ||
          valueAt(valueAt(target.value, "Properties"), "AccessControl") !== undefined ||
          isNamedByOthers(template, target.name);
        if (isUnclear) continue;
        const policy = own[0]?.entry.name;
        report(entry, contentSpan(control.key), {
          message: policy === undefined ? "no-bucket-policy" : "other-principal",
          with: { target: target.name, policy },
          severity: "warning",
        });
      }
    }
  },
};

interface ControlledOrigin {
  readonly control: Pair;
  readonly identity: Pair | undefined;
  /** The logical ID of the bucket, if it may be one of the template. */
  readonly bucket: string | undefined;
}

/** The origins with an origin access control. */
const controlled = searchResources(
  ["AWS::CloudFront::Distribution"],
  ({ value }): readonly ControlledOrigin[] | undefined => {
    const origins = valueAt(valueAt(valueAt(value, "Properties"), "DistributionConfig"), "Origins");
    return (origins?.kind === "list" ? origins.items : []).flatMap((origin) => {
      const control = pairOf(origin, "OriginAccessControlId");
      if (control === undefined) return [];
      const identity = pairOf(valueAt(origin, "S3OriginConfig"), "OriginAccessIdentity");
      return [{ control, identity, bucket: bucketOf(valueAt(origin, "DomainName")) }];
    });
  },
);

function bucketOf(domain: Node | undefined): string | undefined {
  if (domain?.kind !== "call") return undefined;
  if (domain.name === "Fn::GetAtt") return resourceTarget(domain);
  const text = domain.name === "Fn::Sub" ? (textOf(domain.argument) ?? "") : "";
  return /^\$\{(\w+)(?:\.\w*DomainName\}$|\}\.s3[.-])/.exec(text)?.[1];
}

/** The bucket that a policy is on, if that can be told, and whether CloudFront may read it. */
const policies = searchResources(["AWS::S3::BucketPolicy"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const statements = listItems(valueAt(valueAt(properties, "PolicyDocument"), "Statement"));
  return {
    bucket: resourceTarget(valueAt(properties, "Bucket")),
    mayRead: statements.length === 0 || statements.some((one) => mayLet(one, "cloudfront", ["s3:getobject"])),
  };
});
