import { PHYSICAL_NAMES } from "../../catalogue/values/physicalNames.ts";
import { contentSpan, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { composedText } from "../shared/resolving/composedText.ts";
import type { EntryRule } from "../shared/rule.ts";

/** A variable of the deployment's, of a loop, or a dynamic reference. */
const MAY_DIFFER = /\{\{|&\{|\$\{(?!AWS::(?:AccountId|Region|Partition)\})/;

/**
 * A name that is the same in each stack of the template, so that a second one in the account and Region can't be
 * created, nor a replacement while the old resource is there.
 */
export const fixedName: EntryRule = {
  scope: "entry",
  types: [...PHYSICAL_NAMES.keys()],
  check(entry, { report }) {
    const property = PHYSICAL_NAMES.get(typeNameOf(entry.value) ?? "") ?? "";
    const node = valueAt(valueAt(entry.value, "Properties"), property);
    const name = node && composedText(node);
    if (node === undefined || !name || MAY_DIFFER.test(name)) return;
    report(contentSpan(node), {
      message: "same-in-each-stack",
      with: { name: entry.name, property },
    });
  },
};
