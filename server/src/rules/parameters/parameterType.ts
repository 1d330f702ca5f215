import { contentSpan } from "../../model/tree/node.ts";
import { suggestion, suggestionFor } from "../shared/fixes/nearest.ts";
import type { EntryRule } from "../shared/rule.ts";
import { literalAt } from "../shared/values/literals.ts";

/** What other languages call the types. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ...["integer", "int", "long", "float", "double", "decimal"].map((word) => [word, "Number"] as const),
  ...["boolean", "bool", "text", "str"].map((word) => [word, "String"] as const),
  ...["list", "array", "stringlist"].map((word) => [word, "CommaDelimitedList"] as const),
]);

/** A parameter type that CloudFormation does not have. */
export const parameterType: EntryRule = {
  scope: "entry",
  sections: ["Parameters"],
  check(entry, { catalogue, report }) {
    const node = literalAt(entry.value, "Type");
    if (node === undefined || node.tag !== undefined) return;
    const names = catalogue.parameterTypes.map(({ name }) => name);
    const { text } = node;
    // A list of strings is accepted, although it is not documented.
    const inner = /^(?:AWS::SSM::Parameter::Value|List)<(.+)>$/.exec(text)?.[1];
    if (names.includes(text) || text === "List<String>" || names.includes(inner ?? "")) return;
    const span = contentSpan(node);
    const one = text.endsWith("s") ? text.slice(0, -1) : "";
    const list = `List<${one}>`;
    const other = OTHER_WORDS.get(text.toLowerCase()) ?? (names.includes(list) ? list : undefined);
    const meant = other === undefined ? suggestion(text, names, span) : suggestionFor(other, span);
    // CloudFormation takes any name in these, and reads the value as a text: https://github.com/aws-cloudformation/cfn-lint/pull/4361
    const isOther = inner !== undefined && meant.data === undefined;
    report(span, {
      message: isOther ? "other-type" : "unknown-type",
      with: { text, meant },
      severity: isOther ? "warning" : "error",
      data: meant.data,
    });
  },
};
