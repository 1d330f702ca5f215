import { references } from "../../model/focus/references.ts";
import { entriesOf, type Template } from "../../model/template.ts";
import { textOf, valueAt } from "../../model/tree/node.ts";

/** Whether a nested stack or a custom resource, which may allow anything, knows of a resource. */
export function isNamedByOthers(template: Template, target: string): boolean {
  return entriesOf(template, "Resources").some((entry) => {
    const type = textOf(valueAt(entry.value, "Type")) ?? "";
    return (
      /^(?:AWS::CloudFormation::(?:Stack|CustomResource)$|AWS::Serverless::|Custom::)/.test(type) &&
      references(entry).some(({ name }) => name === target)
    );
  });
}
