import { contentSpan, valueAt } from "../../../model/tree/node.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { branchLiterals } from "../../shared/values/literals.ts";

/** An Elastic IP address with a `Domain` other than `vpc`: the service silently treats it as `vpc`. */
export const addressDomain: EntryRule = {
  scope: "entry",
  types: ["AWS::EC2::EIP"],
  check(entry, { report }) {
    for (const node of branchLiterals(valueAt(valueAt(entry.value, "Properties"), "Domain"))) {
      if (node.text === "vpc" || node.text.includes("{{")) continue;
      const span = contentSpan(node);
      if (node.text.toLowerCase() === "vpc") {
        report(span, {
          message: "capital-letters",
          with: { value: node.text },
          data: { ...replacement(span, "vpc"), safe: true },
        });
        continue;
      }
      report(span, {
        message: "only-vpc",
        with: { value: node.text },
        data: { ...replacement(span, "vpc"), safe: true },
      });
    }
  },
};
