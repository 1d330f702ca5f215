import type { Declarations } from "../../model/template.ts";
import { textOf } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { answer } from "../shared/answer.ts";
import { type CallSite, callSites } from "../shared/resolving/callSites.ts";
import type { EntryRule } from "../shared/rule.ts";

const CONDITION_FUNCTIONS: ReadonlySet<string> = new Set(["Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition"]);
const NOT_IN_CONDITIONS: ReadonlySet<string> = new Set([
  "Fn::GetAtt",
  "Fn::GetStackOutput",
  "Fn::ImportValue",
  "Fn::Base64",
  "Fn::Cidr",
  "Fn::GetAZs",
  "Fn::Transform",
]);
const RULE_FUNCTIONS: ReadonlySet<string> = new Set([
  "Fn::Contains",
  "Fn::EachMemberEquals",
  "Fn::EachMemberIn",
  "Fn::RefAll",
  "Fn::ValueOf",
  "Fn::ValueOfAll",
]);

const OF_MAPPING = "Every Mappings attribute must be a String or a List.";

/** What gives a value only when the stack is made. */
const NOT_IN_POLICIES: ReadonlySet<string> = new Set([
  "Fn::GetAtt",
  "Fn::GetAZs",
  "Fn::GetStackOutput",
  "Fn::ImportValue",
]);

/**
 * A function at a place at which CloudFormation does not evaluate it: comparing functions belong in Conditions and
 * Rules, and conditions are evaluated before any resource has attributes.
 */
export const misplacedFunction: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Outputs", "Conditions", "Rules", "Parameters", "Mappings"],
  check(entry, { declarations, report }) {
    // Macros may allow anything.
    if (declarations.open || entry.name.startsWith("Fn::")) return;
    for (const site of callSites(entry)) {
      const { call } = site;
      // entryShape reports it.
      if (call.name === "Condition" && site.attribute === "Condition" && site.outer.length === 0) continue;
      const where =
        inPolicy(site, declarations) ?? misplacement(site, entry.section, declarations.transforms.length > 0);
      if (where === undefined) continue;
      const isOfMapping = entry.section === "Mappings";
      report(call.nameSpan, {
        message: "not-here",
        with: { call: call.name, where, says: answer(isOfMapping ? OF_MAPPING : undefined) },
      });
    }
  },
};

/** Which policy applies must be known before anything is created. */
function inPolicy({ call, attribute }: CallSite, { resources }: Declarations): Localised | undefined {
  if (attribute !== "DeletionPolicy" && attribute !== "UpdateReplacePolicy") return undefined;
  const isResource = call.name === "Ref" && resources.has(textOf(call.argument) ?? "");
  if (!isResource && !NOT_IN_POLICIES.has(call.name)) return undefined;
  return {
    en: `in ${attribute}, which must be known before anything is created`,
    ja: `${attribute}（リソースの作成前に決まるもの）の中`,
  };
}

function misplacement(
  { call, attribute, keys }: CallSite,
  section: string,
  transformed: boolean,
): Localised | undefined {
  const { name } = call;
  if (section === "Parameters") return { en: "in a parameter: its values must be literals", ja: "パラメータの中" };
  if (section === "Mappings")
    return transformed ? undefined : { en: "in a mapping: its values must be literals", ja: "マッピングの中" };
  if (section === "Conditions") {
    if (RULE_FUNCTIONS.has(name)) return { en: "outside of Rules", ja: "Rules以外" };
    if (NOT_IN_CONDITIONS.has(name))
      return {
        en: "in Conditions, which are evaluated before anything is created",
        ja: "Conditions（リソースの作成前に評価される）の中",
      };
    return undefined;
  }
  if (section === "Rules") {
    if (!NOT_IN_CONDITIONS.has(name)) return undefined;
    return {
      en: "in Rules, which are evaluated before anything is created",
      ja: "Rules（リソースの作成前に評価される）の中",
    };
  }
  if (attribute === "Metadata" || transformed) return undefined;
  if (RULE_FUNCTIONS.has(name)) return { en: "outside of Rules", ja: "Rules以外" };
  // IAM policies, event patterns and others have keys of these names.
  if (CONDITION_FUNCTIONS.has(name) && (name.startsWith("Fn::") || (keys.length === 0 && attribute !== "Properties")))
    return { en: "here; put it into Conditions and refer to it by name", ja: "ここ" };
  return undefined;
}
