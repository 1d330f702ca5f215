import { references } from "../../model/focus/references.ts";
import type { EntryContent } from "../../model/template.ts";
import type { Span } from "../../text/span.ts";
import { interfaceRemoval } from "../shared/fixes/interfaceRemoval.ts";
import { suggestion } from "../shared/fixes/nearest.ts";
import type { EntryRule, FixData } from "../shared/rule.ts";

/** `AWS::CloudFormation::Interface` that names a parameter which the template does not have. */
export const unknownInterfaceParameter: EntryRule = {
  scope: "entry",
  sections: ["Metadata", "Rules"],
  check(entry, { declarations, report, format }) {
    if (declarations.open) return;
    for (const reference of references(entry)) {
      const { kind, name } = reference;
      if (kind !== "parameter" || declarations.parameters.has(name)) continue;
      const {
        en,
        ja,
        data = removal(entry, reference, format),
      } = suggestion(name, declarations.parameters.keys(), reference);
      report(reference, { message: "no-parameter", with: { name, meant: { en, ja } }, missing: name, data });
    }
  },
};

function removal(
  entry: EntryContent,
  reference: Span & { readonly name: string },
  format: "yaml" | "json",
): FixData | undefined {
  const edit = interfaceRemoval(entry, reference, format);
  const { name } = reference;
  return (
    edit && { title: { en: `Remove ${name} from the interface`, ja: `Interfaceから${name}を削除` }, edits: [edit] }
  );
}
