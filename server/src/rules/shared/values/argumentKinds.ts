import { type Node, textOf } from "../../../model/tree/node.ts";
import { conditionFix, conditionMeant } from "../fixes/conditionFix.ts";
import type { EntryContext, ReportAt } from "../rule.ts";
import { isCidr } from "./cidr.ts";
import { isOpenText } from "./literals.ts";

/** Reports a list or a map in place of a text; `en` and `ja` say what the text is for. */
export function reportNested(node: Node | undefined, en: string, ja: string, report: ReportAt): void {
  if (node?.kind !== "list" && node?.kind !== "map") return;
  const what = node.kind === "list" ? { en: "a list", ja: "リスト" } : { en: "a map", ja: "マップ" };
  report(node, { en: `${en}: this is ${what.en}.`, ja: `${ja}は文字列です（ここは${what.ja}）。` });
}

/** Reports what can't be a condition. */
export function checkCondition(node: Node, name: string, { declarations, format, report }: EntryContext): void {
  if (node.kind === "call" || (node.kind === "scalar" && (node.value === null || typeof node.value === "boolean")))
    return;
  const meant = conditionMeant(node, declarations);
  const fix = meant === undefined ? {} : { meant, data: conditionFix(node, meant, format) };
  report(node, { message: "no-conditions", with: { name }, ...fix });
}

/** Reports arguments of `Fn::Cidr` that are out of range. */
export function checkCidr([block, count, bits]: readonly Node[], report: ReportAt): void {
  const text = textOf(block);
  if (
    block !== undefined &&
    text !== undefined &&
    !isCidr(text, "IPv4") &&
    !isCidr(text, "IPv6") &&
    !isOpenText(text)
  ) {
    report(block, { message: "no-range", with: { text } });
  }
  for (const [node, most, en, ja] of [
    [count, 256, "The count", "個数"],
    [bits, 128, "The number of bits", "ビット数"],
  ] as const) {
    const value = Number(textOf(node) || Number.NaN);
    if (node === undefined || Number.isNaN(value) || (value >= 1 && value <= most)) continue;
    report(node, { en: `${en} is 1 to ${most}.`, ja: `${ja}は1〜${most}です。` });
  }
}
