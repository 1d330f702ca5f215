import { LIMITS } from "../../catalogue/language/limits.ts";
import { bytes, templateBytes } from "../../model/templateBytes.ts";
import { contentSpan } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { shifted } from "../../text/span.ts";
import type { SectionRule } from "../engine/rule.ts";
import { answer } from "../shared/answer.ts";

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
          en: `${entries.length} ${name} are too many: CloudFormation accepts ${limit}${says.en}. Split the template.`,
          ja: `${name}が${entries.length}個あります。上限は${limit}個です${says.ja}。テンプレートを分割してください。`,
        });
      }
      if (name === "Description" && value?.kind === "scalar" && bytes(value.text) > LIMITS.description) {
        report(undefined, shifted(contentSpan(key), offset), {
          en: `The description has ${bytes(value.text)} bytes: CloudFormation accepts 1,024.`,
          ja: `Descriptionが${bytes(value.text)}バイトあります。上限は1,024バイトです。`,
        });
      }
    }
    const [first] = template.sections;
    if (first === undefined || template.text.length * 3 <= LIMITS.templateBody) return;
    const size = templateBytes(template);
    const span = shifted(contentSpan(first.key), first.offset);
    if (size > LIMITS.templateBodyInS3) report(undefined, span, tooLarge(size, LIMITS.templateBodyInS3));
    else if (size > LIMITS.templateBody) {
      report(undefined, span, {
        en: `With ${size} bytes the template must be uploaded to S3: only up to 51,200 can be sent directly.`,
        ja: `テンプレートが${size}バイトあるため、S3経由で渡す必要があります（直接渡せるのは51,200バイトまで）。`,
        severity: "hint",
        code: "template-size",
      });
    }
  },
};

function tooLarge(size: number, limit: number): Localised {
  return {
    en: `The template has ${size} bytes: CloudFormation accepts ${limit}. Split it.`,
    ja: `テンプレートが${size}バイトあります。上限は${limit}バイトです。分割してください。`,
  };
}
