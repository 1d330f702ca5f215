import { references } from "../../model/focus/references.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import type { Template } from "../../model/template.ts";
import { typeNameOf } from "../../model/tree/node.ts";

/** Whether a nested stack or a custom resource, which may allow anything, knows of a resource. */
export function isNamedByOthers(template: Template, target: string): boolean {
  return others(template, "Resources").some(({ entry }) => references(entry).some(({ name }) => name === target));
}

/** The resources that may allow anything. */
const others = searchEntries(({ value }) =>
  /^(?:AWS::CloudFormation::(?:Stack|CustomResource)$|AWS::Serverless::|Custom::)/.test(typeNameOf(value) ?? "")
    ? true
    : undefined,
);
