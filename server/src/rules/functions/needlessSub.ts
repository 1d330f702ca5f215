import type { CallNode, Node } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryContext, EntryRule, FixData } from "../shared/rule.ts";

/** `Fn::Sub` of a text without any `${…}`: the plain text says the same, or `#{…}` in it is a slip. */
export const needlessSub: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions", "Metadata"],
  check(entry, context) {
    const { report } = context;
    for (const { call } of callSites(entry)) {
      if (call.name !== "Fn::Sub") continue;
      const text = call.argument.kind === "list" ? call.argument.items[0] : call.argument;
      if (text?.kind !== "scalar" || text.value === null) continue;
      const variables = subVariables(text.text);
      if (variables.some(({ literal }) => !literal)) {
        // In a script, #{…} may belong to its language.
        if (!text.text.includes("\n")) reportHashes(text, entry.unit.text, context);
        continue;
      }
      if (variables.length > 0) {
        report(call.nameSpan, { message: "escapes-only", tag: "unnecessary" });
        continue;
      }
      if (text.text.includes("${") || /^#![^\n]*\s*$/.test(text.text)) continue;
      if (reportHashes(text, entry.unit.text, context)) continue;
      const data = removal(call, text, entry.unit.text);
      report(call.nameSpan, { message: "nothing-filled-in", unfinished: "below", tag: "unnecessary", data });
    }
  },
};

/** Other languages write `#{Name}`: told of where the name in it is one that `Fn::Sub` would fill in. */
function reportHashes(text: Node, source: string, { declarations, catalogue, report }: EntryContext): boolean {
  const slips = [...source.slice(text.start, text.end).matchAll(/#\{([\w.:]+)\}/g)].flatMap(
    ({ index, 0: all, 1: name = "" }) => {
      const [resource = "", ...attribute] = name.split(".");
      const declared = declarations.resources.get(resource);
      const isAttribute = catalogue.resourceType(declared?.type ?? "")?.attributes.has(attribute.join("."));
      const isName =
        declarations.parameters.has(name) || declarations.resources.has(name) || catalogue.pseudoParameters.has(name);
      const start = text.start + index;
      return isName || isAttribute === true ? [{ name, start, end: start + all.length }] : [];
    },
  );
  const [first] = slips;
  if (first === undefined) return false;
  const { name, start, end } = first;
  const title = { en: `Write \${${name}}`, ja: `\${${name}}にする` };
  const edits = slips.map((one) => ({ start: one.start, end: one.start + 1, newText: "$" }));
  report({ start, end }, { message: "hash", with: { name }, meant: name, data: { title, edits } });
  return true;
}

/** Removes the tag, or in the long form the key of a text in one line, with its braces. */
function removal({ form, start, end, nameSpan, argument }: CallNode, text: Node, source: string): FixData | undefined {
  if (argument !== text) return undefined;
  const title = { en: "Remove the unnecessary Sub", ja: "不要なSubを削除" };
  if (form === "short") return { title, edits: [{ start: nameSpan.start, end: text.start, newText: "" }], safe: true };
  const [before, after] = [source.slice(start, text.start), source.slice(text.end, end)];
  const isPlain = /^\{?\s*["']?Fn::Sub["']?\s*:[ \t]*$/.test(before) && /^\s*\}?$/.test(after);
  if (!isPlain || source.slice(text.start, text.end).includes("\n")) return undefined;
  const edits = [
    { start, end: text.start, newText: "" },
    { start: text.end, end, newText: "" },
  ];
  return { title, edits, safe: true };
}
