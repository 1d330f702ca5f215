import limits from "../../../data/limits.yaml";
import { SAM_TRANSFORM } from "../../catalogue/sam/samTypes.ts";
import { type EntryContent, entryOf, type Template } from "../../model/template.ts";
import { bytes, templateBytes } from "../../model/templateBytes.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { countInLoop } from "../../model/tree/loopEntries.ts";
import { contentSpan, type Node, typeNameOf, valueAt } from "../../model/tree/node.ts";
import { memoBy } from "../../text/memoBy.ts";
import { shifted } from "../../text/span.ts";
import { answer } from "../shared/answer.ts";
import { madeBySam } from "../shared/links/samMade.ts";
import type { SectionRule, Words } from "../shared/rule.ts";

const LIMITS = limits();

/** How many entries a section may have. */
const ENTRIES: Readonly<Record<string, number>> = {
  Resources: LIMITS.resources,
  Parameters: LIMITS.parameters,
  Outputs: LIMITS.outputs,
  Mappings: LIMITS.mappings,
};

/** What CloudFormation answers of a section that has more. */
const SAYS: Readonly<Record<string, (count: number, limit: number) => string>> = {
  Resources: (count, limit) => `Number of resources, ${count}, is greater than maximum allowed, ${limit}`,
  Outputs: (count, limit) => `Outputs count ${count} is greater than max allowed ${limit}`,
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
      const count = name === "Resources" ? entries.length + madeByLoops(entries) : entries.length;
      if (limit !== undefined && count > limit) {
        const says = answer(SAYS[name]?.(count, limit));
        report(undefined, shifted(contentSpan(key), offset), {
          message: "too-many",
          with: { length: count, name, limit, says },
        });
      }
      if (name === "Resources" && entries.length <= LIMITS.resources && entries.length > FEW) {
        const length = entries.length + madeBySamOf(template);
        if (length > LIMITS.resources)
          report(undefined, shifted(contentSpan(key), offset), {
            message: "too-many-made",
            with: { length, written: entries.length, limit: LIMITS.resources },
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

/** How many entries loops make beyond one each. */
function madeByLoops(entries: readonly EntryContent[]): number {
  return entries.reduce((sum, { name, value }) => (isLoopKey(name) ? sum + countInLoop(value) - 1 : sum), 0);
}

/** So few resources are never too many, whatever SAM makes of them: a dozen for a function is much. */
const FEW = 40;

/** How many resources SAM makes at least, beside those of the template. */
function madeBySamOf(template: Template): number {
  if (!template.declarations.transforms.includes(SAM_TRANSFORM)) return 0;
  const hasRole = valueAt(entryOf(template, "Globals", "Function")?.value, "Role") !== undefined;
  let made = 0;
  for (const { value } of template.sections.find(({ name }) => name === "Resources")?.entries ?? [])
    if (typeNameOf(value)?.startsWith("AWS::Serverless::") === true) made += madeFor(value) - (hasRole ? 1 : 0);
  return made;
}

/** The same for one, without those that are made once for all. */
const madeFor = memoBy((value: Node): number => {
  const names = madeBySam({ name: "", value }).map(({ logicalId }) => logicalId);
  return new Set(names.filter((id) => !id.includes(".") && !/^(?:Serverless|CodeDeploy)/.test(id))).size;
});

function tooLarge(size: number, limit: number): Words {
  return { message: "too-large", with: { size, limit } };
}
