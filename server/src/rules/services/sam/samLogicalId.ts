import { contentSpan } from "../../../model/tree/node.ts";
import { madeBySam } from "../../shared/links/samMade.ts";
import type { EntryRule } from "../../shared/rule.ts";

/**
 * A resource with a name that SAM gives to a resource which it creates itself: `FunctionRole` beside a function
 * `Function` without a role, say.
 */
export const samLogicalId: EntryRule = {
  scope: "entry",
  check(entry, { declarations, report }) {
    for (const { logicalId, exact, type: made } of madeBySam(entry)) {
      // What several resources share, such as the implicit API, may be written out.
      if (!exact || !logicalId.startsWith(entry.name) || !declarations.resources.has(logicalId)) continue;
      report(contentSpan(entry.key), { message: "id-taken", with: { logicalId, made } });
    }
  },
};
