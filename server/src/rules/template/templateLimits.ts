import limits from "../../../data/limits.yaml";
import { bytes, templateBytes } from "../../model/templateBytes.ts";
import { contentSpan } from "../../model/tree/node.ts";
import { shifted } from "../../text/span.ts";
import { answer } from "../shared/answer.ts";
import type { SectionRule, Words } from "../shared/rule.ts";

const LIMITS = limits();

/** How many entries a section may have. */
const ENTRIES: Readonly<Record<string, number>> = {
  Resources: LIMITS.resources,
  Parameters: LIMITS.parameters,
  Outputs: LIMITS.outputs,
  Mappings: LIMITS.mappings,
};

/**
 * More than CloudFormation accepts: 500 resources, 200 parameters, outputs and mappings, 1 MB, a description of 1,024
 * bytes.
 */
export const templateLimits: SectionRule = {
  scope: "sections",
  check(template, { report }) {
    for (const { name, key, offset, entries, value } of template.sections) {
      const limit = ENTRIES[name];
      if (limit !== undefined && entries.length > limit) {
        const says = answer(
          name === "Resources"
            ? `Number of resources, ${entries.length}, is greater than maximum allowed, ${limit}`
            : undefined,
        );
        report(undefined, shifted(contentSpan(key), offset), {
          message: "too-many",
          with: { length: entries.length, name, limit, says },
        });
      }
      if (name === "Description" && value?.kind === "scalar" && bytes(value.text) > LIMITS.description) {
        report(undefined, shifted(contentSpan(key), offset), {
          message: "long-description",
          with: { bytes: bytes(value.text) },
        });
      }
    }
    const [first] = template.sections;
    if (first === undefined || template.text.length * 3 <= LIMITS.templateBody) return;
    const size = templateBytes(template);
    const span = shifted(contentSpan(first.key), first.offset);
    if (size > LIMITS.templateBodyInS3) report(undefined, span, tooLarge(size, LIMITS.templateBodyInS3));
    else if (size > LIMITS.templateBody) {
      report(undefined, span, { message: "large-text", with: { size }, severity: "hint", code: "template-size" });
    }
  },
};

function tooLarge(size: number, limit: number): Words {
  return { message: "too-large", with: { size, limit } };
}
