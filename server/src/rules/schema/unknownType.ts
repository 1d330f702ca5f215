import { lifecycleOf } from "../../catalogue/types/endedServices.ts";
import { contentSpan, valueAt } from "../../model/tree/node.ts";
import { UNLISTED_TYPES } from "../shared/catalogueGaps.ts";
import { suggestionFor } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";

/** A resource type that CloudFormation does not have. */
export const unknownType: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, declarations, report }) {
    const node = valueAt(entry.value, "Type");
    if (node?.kind !== "scalar" || node.value === null || node.tag !== undefined || entry.name.startsWith("Fn::"))
      return;
    const name = node.text;
    const span = contentSpan(node);
    if (!name.includes("::")) {
      report(span, { message: "no-type-name", with: { name } });
      return;
    }
    if (!catalogue.isUnknownType(name) || declarations.open || UNLISTED_TYPES.has(name)) return;
    // The catalogue no longer has the types of a service that has ended.
    if (lifecycleOf(name)?.ends !== undefined) return;
    const [meant] = catalogue.similarTypes(name, 1);
    const { en, ja, data } = suggestionFor(meant, span);
    report(span, { message: "no-type", with: { name, meant: { en, ja } }, data });
  },
};
