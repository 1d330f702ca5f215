import { references } from "../../model/focus/references.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isLoopName, mayBeGenerated, missingInLoop } from "../shared/declaredNames.ts";
import { suggestion } from "../shared/fixes/nearest.ts";

/** `Ref`, or a `${Name}` in `Fn::Sub`, that names neither a parameter nor a resource nor a pseudo parameter. */
export const unknownRef: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions", "Rules", "Hooks"],
  check(entry, { declarations, catalogue, report }) {
    const beforeResources = entry.section === "Conditions" || entry.section === "Rules";
    for (const reference of references(entry)) {
      const { kind, name, via } = reference;
      if (kind !== "ref" || name === "") continue;
      const missing = missingInLoop(reference, declarations);
      if (missing !== undefined) report(reference, missing);
      if (declarations.parameters.has(name) || catalogue.pseudoParameters.has(name) || isLoopName(name)) continue;
      if (declarations.resources.has(name)) {
        if (!beforeResources) continue;
        report(reference, {
          en: `${name} is a resource, but conditions and rules are evaluated before any exist: refer to a parameter.`,
          ja: `${name}はリソースです。条件とルールはリソースの作成前に評価されるため、パラメータを参照してください。`,
        });
        continue;
      }
      if (mayBeGenerated(name, declarations)) continue;
      const names = [
        ...declarations.parameters.keys(),
        ...(beforeResources ? [] : declarations.resources.keys()),
        ...catalogue.pseudoParameters.keys(),
      ];
      const { en, ja, data } = suggestion(name, names, reference);
      const shell = via === "Fn::Sub" && data === undefined;
      report(reference, {
        en: `${name} is neither a parameter nor a resource in this template (“Unresolved resource dependencies”).${en}${shell ? ` If it is meant as text, write \${!${name}}.` : ""}`,
        ja: `${name}というパラメータやリソースは、このテンプレートにありません（「Unresolved resource dependencies」）。${ja}${shell ? `文字列のまま残すなら \${!${name}}と書いてください。` : ""}`,
        missing: name,
        data,
        ...(shell && { data: escapeFix(reference, name) }),
      });
    }
  },
};

function escapeFix(
  { start }: { readonly start: number },
  name: string,
): NonNullable<import("../engine/rule.ts").Extra["data"]> {
  return {
    title: { en: `Keep \${${name}} as text: \${!${name}}`, ja: `文字列のまま残す: \${!${name}}` },
    edits: [{ start, end: start, newText: "!" }],
    preferred: false,
  };
}
