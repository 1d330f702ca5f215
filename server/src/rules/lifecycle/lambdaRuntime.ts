import type { RuntimeInfo } from "../../catalogue/types/catalogue.ts";
import { type CallNode, contentSpan, type Node, type ScalarNode, textOf, valueAt } from "../../model/tree/node.ts";
import { nearest } from "../../text/nearest.ts";
import type { EntryRule } from "../engine/rule.ts";
import { replacement, suggested } from "../shared/fixes/nearest.ts";
import { branchLiterals } from "../shared/values/literals.ts";

/**
 * A Lambda runtime that AWS has deprecated (a warning), or with which functions can no longer be created or updated (an
 * error).
 */
export const lambdaRuntime: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Globals"],
  types: ["AWS::Lambda::Function", "AWS::Serverless::Function"],
  check(entry, { catalogue, declarations, today, report }) {
    for (const node of refsOf(entry.value)) {
      const parameter = declarations.parameters.get(textOf(node.argument) ?? "");
      const values = parameter?.allowedValues ?? (parameter?.default === undefined ? [] : [parameter.default]);
      const blocked = values.find((value) => {
        const runtime = catalogue.lambdaRuntimes.get(value);
        return runtime !== undefined && verdictOf(runtime, today)?.severity === "error";
      });
      if (blocked === undefined) continue;
      report(node, {
        en: `${textOf(node.argument)} may be ${blocked}, with which functions can no longer be created.`,
        ja: `${textOf(node.argument)}に${blocked}を選べますが、このランタイムの関数はもう作成できません。`,
        severity: "warning",
      });
    }
    for (const node of runtimesOf(entry.section, entry.value)) {
      const runtime = catalogue.lambdaRuntimes.get(node.text);
      const span = contentSpan(node);
      if (runtime === undefined) {
        const meant = nearest(node.text, catalogue.lambdaRuntimes.keys());
        if (meant === undefined || node.text.includes("{{resolve:")) continue;
        const { en, ja, data } = suggested(meant, span);
        report(span, {
          en: `There is no runtime ${node.text}.${en}`,
          ja: `${node.text}というランタイムはありません。${ja}`,
          severity: "warning",
          data,
        });
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
        en: verdict.en + move.en,
        ja: verdict.ja + move.ja,
        severity: verdict.severity,
        tag: "deprecated",
        ...(successor !== undefined && {
          data: { ...replacement(span, successor), preferred: isOver },
        }),
      });
    }
  },
};

/** A function's runtime that is a Ref. */
function refsOf(value: Node): readonly CallNode[] {
  const runtime = valueAt(valueAt(value, "Properties"), "Runtime");
  return runtime?.kind === "call" && runtime.name === "Ref" ? [runtime] : [];
}

/** Where a runtime is written out. */
function runtimesOf(section: string, value: Node): readonly ScalarNode[] {
  if (section === "Globals") return branchLiterals(valueAt(value, "Runtime"));
  return branchLiterals(valueAt(valueAt(value, "Properties"), "Runtime"));
}

function verdictOf(
  { name, deprecation, blockCreate, blockUpdate }: RuntimeInfo,
  today: string,
): { readonly severity: "error" | "warning"; readonly en: string; readonly ja: string } | undefined {
  if (blockUpdate !== undefined && blockUpdate <= today) {
    return {
      severity: "error",
      en: `Functions with ${name} can no longer be created (since ${blockCreate}) or updated (since ${blockUpdate}).`,
      ja: `${name}の関数は、作成（${blockCreate}以降）も更新（${blockUpdate}以降）もできません。`,
    };
  }
  if (blockCreate !== undefined && blockCreate <= today) {
    return {
      severity: "error",
      en: `Functions with ${name} can no longer be created (since ${blockCreate}).`,
      ja: `${name}の関数は、${blockCreate}以降作成できません。`,
    };
  }
  if (deprecation !== undefined && deprecation <= today) {
    return {
      severity: "warning",
      en: `${name} has been deprecated since ${deprecation}${blockCreate === undefined ? "" : `; from ${blockCreate} on functions with it can't be created`}.`,
      ja: `${name}は${deprecation}に非推奨になりました${blockCreate === undefined ? "" : `（${blockCreate}から作成できなくなります）`}。`,
    };
  }
  return undefined;
}
