import { textOf } from "../model/node.ts";
import type { EntryRule } from "./rule.ts";
import { valueSites } from "./valueSites.ts";

/**
 * A `Ref` of a resource of another kind than the property takes: a subnet for `VpcId`, say.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Group:
 *     Type: AWS::EC2::SecurityGroup
 *     Properties:
 *       GroupDescription: Web
 *       VpcId: !Ref Subnet
 *   Subnet:
 *     Type: AWS::EC2::Subnet
 * ```
 * Good:
 * ```yaml
 *       VpcId: !Ref Vpc
 * ```
 */
export const otherResource: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "other-resource",
  severity: "warning",
  cfnLint: ["E1041"],
  title: {
    en: "Ref names a resource of the kind that is wanted",
    ja: "Refの参照先が、プロパティの求める種類のリソース",
  },
  topic: "dependencies",
  check(entry, { catalogue, outline, report }) {
    const { type, calls } = valueSites(entry, catalogue);
    if (type === undefined || type.transform !== undefined) return;
    for (const { node, property } of calls) {
      const references = property?.references;
      if (references === undefined || node.kind !== "call" || node.name !== "Ref") continue;
      const target = textOf(node.argument) ?? "";
      const given = outline.resources.get(target)?.type;
      // What a custom resource, a nested stack or a module stands for can't be told.
      if (
        given === undefined ||
        catalogue.resourceType(given) === undefined ||
        /CloudFormation|Serverless|ServiceCatalog/.test(given)
      )
        continue;
      if (references.some((reference) => reference.type === given)) continue;
      const [wanted, ...others] = new Set(references.map((reference) => reference.type));
      // Where the data names several kinds there are mostly more of them.
      if (others.length > 0) continue;
      report(node, {
        en: `${property?.name} takes ${wanted}, but ${target} is ${given}.`,
        ja: `${property?.name} には ${wanted} を指定しますが、${target} は ${given} です。`,
      });
    }
  },
};
