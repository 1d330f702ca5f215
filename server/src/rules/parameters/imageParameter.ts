import { searchResources } from "../../model/incremental/searchEntries.ts";
import type { Declarations } from "../../model/template.ts";
import { comparesWith } from "../../model/tree/conditionFormula.ts";
import { contentSpan, textOf, valueAt } from "../../model/tree/node.ts";
import { replacement } from "../shared/fixes/nearest.ts";
import { parameterEntries } from "../shared/parameterEntries.ts";
import { valueBranches } from "../shared/resolving/valueBranches.ts";
import type { TemplateRule } from "../shared/rule.ts";

const TYPES = new Set(["AWS::EC2::Image::Id", "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>"]);

/**
 * A parameter for an `ImageId` that is only a String: with the type for images, CloudFormation checks it before
 * anything is created, and can look up the latest image in Systems Manager.
 */
export const imageParameter: TemplateRule = {
  scope: "template",
  check(template, { report }) {
    const names = new Set<string>();
    for (const { found } of imageNames(template)) for (const name of found) names.add(name);
    const parameters = parameterEntries(template);
    for (const name of names) {
      const parameter = parameters.get(name);
      const type = valueAt(parameter?.value, "Type");
      if (parameter === undefined || type?.kind !== "scalar" || TYPES.has(type.text)) continue;
      if (!alwaysNamesImage(name, template.declarations)) continue;
      const isStored = template.declarations.parameters.get(name)?.default?.startsWith("/") === true;
      const meant = isStored ? "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>" : "AWS::EC2::Image::Id";
      const data = replacement(contentSpan(type), meant);
      report(parameter, contentSpan(type), { message: "untyped", with: { name }, data });
    }
  },
};

/** Whether a parameter always holds an image: a type for images refuses an empty text or a word such as `none`. */
function alwaysNamesImage(name: string, { parameters, formulas }: Declarations): boolean {
  const { default: usual, allowedValues = [] } = parameters.get(name) ?? {};
  const given = usual === undefined ? allowedValues : [usual, ...allowedValues];
  if (given.some((value) => !/^(?:ami-[\da-f]+$|\/)/i.test(value))) return false;
  return [...formulas.values()].every((formula) => !comparesWith(formula, name));
}

const WITH_IMAGE = ["AWS::AutoScaling::LaunchConfiguration", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate"];

/** The parameters that an entry's `ImageId` is a Ref of. */
const imageNames = searchResources(WITH_IMAGE, ({ value }, type): readonly string[] | undefined => {
  const properties = valueAt(value, "Properties");
  const owner = type === "AWS::EC2::LaunchTemplate" ? valueAt(properties, "LaunchTemplateData") : properties;
  const image = valueAt(owner, "ImageId");
  if (image === undefined) return undefined;
  return valueBranches(image).flatMap(({ node }) =>
    node.kind === "call" && node.name === "Ref" ? (textOf(node.argument) ?? []) : [],
  );
});
