import type { ReportItem } from "../../change/report.ts";
import { groupedBy } from "../../text/groupedBy.ts";
import { said } from "../../text/said.ts";

/** Names that one line has. */
const MAX_NAMES = 30;

/** Items without those of which the same is told as of an earlier one: it names them. */
export function withTheSame(items: readonly ReportItem[], language: "en" | "ja"): readonly ReportItem[] {
  const groups = groupedBy<ReportItem, unknown>(items, (item) => (item.id === undefined ? item : keyOf(item, item.id)));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const text = sameText(
      others.map(({ id = "" }) => id),
      language,
    );
    return { ...first, lines: [...first.lines, { text, place: undefined }] };
  });
}

function keyOf({ severity, text, lines }: ReportItem, id: string): string {
  return JSON.stringify([severity, text.slice(id.length), lines.map((one) => one.text)]);
}

function sameText(ids: readonly string[], language: "en" | "ja"): string {
  const names = ids.slice(0, MAX_NAMES);
  const left = ids.length - names.length;
  const more = left > 0 ? said(language, ` and ${left} more`, `、ほか${left}件`) : "";
  return said(language, `the same for ${names.join(", ")}${more}`, `同じ変更: ${names.join("、")}${more}`);
}
