import type { Catalogue } from "../../catalogue/types/catalogue.ts";
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
    const [, own] = /^Custom::(.*)$/.exec(name) ?? [];
    if (own !== undefined && !/^[\w@-]{1,60}$/.test(own) && !name.includes("$")) {
      report(span, { message: "custom-name", with: { name } });
      return;
    }
    const written = writtenAsType(name, catalogue);
    if (written === undefined && !name.includes("::")) {
      report(span, { message: "no-type-name", with: { name } });
      return;
    }
    if ((written === undefined && !catalogue.isUnknownType(name)) || declarations.open || UNLISTED_TYPES.has(name))
      return;
    // The catalogue no longer has the types of a service that has ended.
    if (lifecycleOf(name)?.ends !== undefined) return;
    const [meant] = written === undefined ? catalogue.similarTypes(name, 1) : [written];
    const { en, ja, data } = suggestionFor(meant, span);
    report(span, { message: "no-type", with: { name, meant: { en, ja } }, data });
  },
};

/** The type that has the same letters: of `aws::s3::bucket`, `AWS:S3:Bucket` and `S3::Bucket` it is AWS::S3::Bucket. */
export function writtenAsType(name: string, catalogue: Catalogue): string | undefined {
  if (/^(?:Custom|Alexa)::/.test(name) || name.endsWith("::MODULE") || catalogue.resourceType(name) !== undefined)
    return undefined;
  const words = name.split(/[:./]+/);
  if (words.length === 2) words.unshift("AWS");
  if (words.length !== 3 || !/^aws$/i.test(words[0] ?? "")) return undefined;
  const meant = words.join("::");
  const [first] = catalogue.similarTypes(meant, 1);
  return first?.toLowerCase() === meant.toLowerCase() ? first : undefined;
}
