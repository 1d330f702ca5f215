import { SAM_TRANSFORM } from "../../../catalogue/sam/samTypes.ts";
import { contentSpan, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { literalAt } from "../../shared/values/literals.ts";
import { packagedProperty } from "../../shared/values/packagedProperty.ts";

/**
 * A path of a local file: CloudFormation itself cannot read it, `aws cloudformation package` has to upload it first.
 */
export const localPath: EntryRule = {
  scope: "entry",
  check(entry, { report, declarations }) {
    const property = packagedProperty(typeNameOf(entry.value));
    // SAM's own command uploads them all.
    if (property === undefined || declarations.transforms.includes(SAM_TRANSFORM)) return;
    const node = literalAt(valueAt(entry.value, "Properties"), property);
    if (node === undefined || /^https?:\/\/|^s3:\/\/|\{\{resolve:|\$\{/.test(node.text)) return;
    report(contentSpan(node), { message: "local-file" });
  },
};
