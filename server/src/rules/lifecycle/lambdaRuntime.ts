import type { RuntimeInfo } from "../../catalogue/types/catalogue.ts";
import type { EntryContent } from "../../model/template.ts";
import { contentSpan, type Node, textOf, valueAt } from "../../model/tree/node.ts";
import { nearest } from "../../text/nearest.ts";
import { replacement, suggestionFor } from "../shared/fixes/nearest.ts";
import { isWrittenOut, resolvedTexts } from "../shared/resolving/resolvedText.ts";
import { valueBranches } from "../shared/resolving/valueBranches.ts";
import type { EntryRule } from "../shared/rule.ts";
import { currentRuntime } from "../shared/values/currentRuntime.ts";
import { branchLiterals } from "../shared/values/literals.ts";

/**
 * A Lambda runtime that AWS has deprecated (a warning), or with which functions can no longer be created or updated (an
 * error).
 */
export const lambdaRuntime: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  types: ["AWS::Lambda::Function", "AWS::Serverless::Function"],
  check(entry, context) {
    const { catalogue, declarations, today, report } = context;
    for (const { node } of valueBranches(runtimeOf(entry))) {
      const values = node.kind === "call" ? resolvedTexts(node, declarations) : [];
      const blocked = values.find((value) => {
        const runtime = catalogue.lambdaRuntimes.get(value);
        return runtime !== undefined && verdictOf(runtime, today)?.severity === "error";
      });
      if (blocked === undefined || node.kind !== "call") continue;
      const name = node.name === "Ref" ? textOf(node.argument) : node.name;
      const isSure = values.length === 1 && isWrittenOut(node, declarations);
      report(node, { message: "parameter-blocked", with: { name, blocked }, severity: isSure ? "error" : "warning" });
    }
    for (const node of branchLiterals(runtimeOf(entry))) {
      const runtime = catalogue.lambdaRuntimes.get(node.text);
      const span = contentSpan(node);
      if (runtime === undefined) {
        const meant = nearest(node.text, catalogue.lambdaRuntimes.keys());
        if (meant === undefined || node.text.includes("{{resolve:")) continue;
        const { data, ...hint } = suggestionFor(currentRuntime(meant, context), span);
        report(span, { message: "no-runtime", with: { value: node.text, hint }, severity: "warning", data });
        continue;
      }
      const verdict = verdictOf(runtime, today);
      if (verdict === undefined) continue;
      const { successor } = runtime;
      const move =
        successor === undefined
          ? { en: "", ja: "" }
          : { en: ` Move to ${successor}.`, ja: `${successor}に移行してください。` };
      const isOver = verdict.severity === "error";
      report(span, {
        ...verdict,
        with: { ...runtime, move },
        tag: "deprecated",
        ...(successor !== undefined && {
          data: { ...replacement(span, successor), preferred: isOver },
        }),
      });
    }
  },
};

function runtimeOf({ section, value }: EntryContent): Node | undefined {
  return valueAt(section === "Globals" ? value : valueAt(value, "Properties"), "Runtime");
}

/** The severity and the message for a runtime. */
function verdictOf(
  { deprecation, blockCreate, blockUpdate }: RuntimeInfo,
  today: string,
): { readonly severity: "error" | "warning"; readonly message: string } | undefined {
  if (blockUpdate !== undefined && blockUpdate <= today) return { severity: "error", message: "no-create-no-update" };
  if (blockCreate !== undefined && blockCreate <= today) return { severity: "error", message: "no-create" };
  if (deprecation === undefined || deprecation > today) return undefined;
  return { severity: "warning", message: blockCreate === undefined ? "deprecated" : "deprecated-soon-blocked" };
}
