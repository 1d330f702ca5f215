import { longName, SHORT_NAMES } from "../../model/tree/functionNames.ts";
import type { Span } from "../../text/span.ts";
import { type Suggestion, suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";

/** A function that CloudFormation does not have. */
export const unknownFunction: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals", "Outputs", "Conditions", "Rules", "Mappings"],
  check(entry, { declarations, report }) {
    if (declarations.open) return;
    for (const { call } of callSites(entry)) {
      const { name, nameSpan } = call;
      // Tags with colons belong to tools such as Rain, which rewrite the template.
      if (KNOWN.has(name) || name.startsWith("!!") || /^!(?!Fn::).*::|^Fn::ForEach/.test(name)) continue;
      const names = name.startsWith("!") ? TAGS : NAMES;
      const meant = mixedForms(name, names, nameSpan) ?? suggestion(name, names, nameSpan);
      report(nameSpan, { message: "no-function", with: { name, meant }, data: meant.data });
    }
  },
};

/** `!Fn::Sub` is half tag, half long name; `Fn::Ref` and `Fn::Condition` are called without `Fn::`. */
function mixedForms(name: string, names: readonly string[], span: Span): Suggestion | undefined {
  const meant = name.replace("Fn::", "");
  return meant !== name && names.includes(meant) ? suggestionFor(meant, span) : undefined;
}

const NAMES: readonly string[] = SHORT_NAMES.map(longNameOf);
const TAGS: readonly string[] = SHORT_NAMES.map((name) => `!${name}`);
const KNOWN: ReadonlySet<string> = new Set(NAMES);

function longNameOf(name: string): string {
  return longName(`!${name}`);
}
