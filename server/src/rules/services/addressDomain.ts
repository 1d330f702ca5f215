import { contentSpan, valueAt } from "../../model/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { branchLiterals } from "../shared/literals.ts";
import { changeTo } from "../shared/nearest.ts";

/**
 * An Elastic IP address with a `Domain` other than `vpc`: the service takes it for `vpc` without a word.
 * It stands on the API reference of AllocateAddress, which knows `vpc` only since EC2-Classic has ended.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Address:
 *     Type: AWS::EC2::EIP
 *     Properties:
 *       Domain: standard
 * ```
 * Good:
 * ```yaml
 *       Domain: vpc
 * ```
 */
export const addressDomain: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  types: ["AWS::EC2::EIP"],
  code: "address-domain",
  severity: "warning",
  cfnLint: ["W3700"],
  title: { en: "The domain of an Elastic IP address is vpc", ja: "Elastic IPのDomainはvpc" },
  topic: "ec2-eip",
  check(entry, { report }) {
    for (const node of branchLiterals(valueAt(valueAt(entry.value, "Properties"), "Domain"))) {
      if (node.text.toLowerCase() === "vpc" || node.text.includes("{{")) continue;
      const span = contentSpan(node);
      report(
        span,
        {
          en: `The only domain today is vpc: ${node.text} counts as vpc.`,
          ja: `現在、Domainはvpcだけです。${node.text}はvpcとして扱われます。`,
        },
        { data: { title: changeTo("vpc"), edits: [{ ...span, newText: "vpc" }], safe: true } },
      );
    }
  },
};
