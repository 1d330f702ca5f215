import { isLoopKey } from "../../model/tree/functionNames.ts";
import { type CallNode, contentSpan, type Node, valueAt } from "../../model/tree/node.ts";
import { callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";

/**
 * A function of the language extensions in a template without their transform, or a function inside `Fn::FindInMap`
 * that only they allow there.
 */
export const missingExtensions: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions"],
  check(entry, { declarations, report }) {
    if (declarations.transforms.includes("AWS::LanguageExtensions") || declarations.open) return;
    if (isLoopKey(entry.name)) {
      report(contentSpan(entry.key), message("Fn::ForEach"));
      return;
    }
    for (const { call } of callSites(entry)) {
      if (call.name === "Fn::Length" || call.name === "Fn::ToJsonString") report(call.nameSpan, message(call.name));
      if (call.name === "Fn::FindInMap")
        for (const inner of callsInKeys(call))
          if (IN_FIND_IN_MAP.has(inner.name)) report(inner.nameSpan, message(inner.name, " inside Fn::FindInMap"));
    }
  },
};

/** The functions that the transform allows inside `Fn::FindInMap`, in addition to `Ref` and `Fn::FindInMap`. */
const IN_FIND_IN_MAP: ReadonlySet<string> = new Set(["Fn::If", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Sub"]);

/** The calls in the arguments of `Fn::FindInMap`: mapping, keys and default. */
function callsInKeys({ argument }: CallNode): readonly CallNode[] {
  if (argument.kind !== "list") return [];
  const [mapping, first, second, options] = argument.items;
  const given: readonly (Node | undefined)[] = [mapping, first, second, valueAt(options, "DefaultValue")];
  return given.filter((node): node is CallNode => node?.kind === "call");
}

function message(name: string, place = "") {
  return {
    en: `${name}${place} needs “Transform: AWS::LanguageExtensions” at the top of the template.`,
    ja: `${place === "" ? "" : "Fn::FindInMapの中で"}${name}を使うには、テンプレートの最上位に「Transform: AWS::LanguageExtensions」が必要です。`,
  };
}
