import { SAM_TRANSFORM } from "../../catalogue/sam/samTypes.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan, pairOf, type ScalarNode, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { answer } from "../shared/answer.ts";
import { transformFix } from "../shared/fixes/transformFix.ts";
import type { TemplateRule } from "../shared/rule.ts";
import { literalAt } from "../shared/values/literals.ts";

/** What needs a transform that the template does not have: SAM's resources, and Lambda functions that rotate secrets. */
export const missingTransform: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const { declarations } = template;
    if (declarations.open) return;
    for (const [search, transform, says] of NEEDS) {
      // Transforms have a version, the day they are of.
      const name = transform.slice(0, transform.indexOf("-"));
      if (declarations.transforms.some((one) => one.startsWith(name))) continue;
      const [first] = search(template, "Resources");
      if (first === undefined) continue;
      const { entry, found: node } = first;
      report(entry, contentSpan(node), {
        message: "no-transform",
        with: { value: node.text, transform, says: answer(says?.(node.text)) },
        data: transformFix(template, entry, transform),
      });
    }
  },
};

const samTypes = searchEntries(({ value }): ScalarNode | undefined => {
  const type = literalAt(value, "Type");
  return type?.text.startsWith("AWS::Serverless::") === true ? type : undefined;
});

const hostedRotations = searchEntries(({ value }): ScalarNode | undefined =>
  typeNameOf(value) === "AWS::SecretsManager::RotationSchedule"
    ? pairOf(valueAt(value, "Properties"), "HostedRotationLambda")?.key
    : undefined,
);

const NEEDS = [
  [samTypes, SAM_TRANSFORM, (type: string) => `Unrecognized resource types: [${type}]`],
  [hostedRotations, "AWS::SecretsManager-2024-09-16", undefined],
] as const;
