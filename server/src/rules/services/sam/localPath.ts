import { SAM_TRANSFORM } from "../../../catalogue/sam/samTypes.ts";
import { contentSpan, pairOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { belowKey } from "../../shared/fixes/belowKey.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { literalAt } from "../../shared/values/literals.ts";
import { packagedProperty } from "../../shared/values/packagedProperty.ts";

/**
 * A path of a local file: CloudFormation itself cannot read it, `aws cloudformation package` has to upload it first.
 * The source of a function in the place of such a path belongs below `ZipFile`.
 */
export const localPath: EntryRule = {
  scope: "entry",
  isResolved: true,
  check(entry, { report, declarations, format }) {
    const property = packagedProperty(typeNameOf(entry.value));
    if (property === undefined) return;
    const properties = valueAt(entry.value, "Properties");
    const node = literalAt(properties, property);
    if (node === undefined) return;
    const pair = pairOf(properties, property);
    if (property === "Code" && pair !== undefined && SOURCE.test(node.text.trim())) {
      const data = belowKey(pair, "ZipFile", entry, format);
      report(contentSpan(node), { message: "source", severity: "error", data });
      return;
    }
    // SAM's own command uploads them all.
    if (declarations.transforms.includes(SAM_TRANSFORM)) return;
    if (/^https?:\/\/|^s3:\/\/|\{\{resolve:|\$\{/.test(node.text)) return;
    report(contentSpan(node), { message: "local-file" });
  },
};

/** Several lines, or one that begins as Python or JavaScript does. */
const SOURCE = /\n|^(?:def|import|from|const|let|var|async|function|exports|module)\b.*[(= ]/;
