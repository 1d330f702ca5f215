import { contentSpan } from "../../model/tree/node.ts";
import type { EntryRule } from "../shared/rule.ts";
import { placeTexts } from "../shared/values/placeTexts.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** A period of a CloudWatch alarm that is neither 10, 20 or 30 seconds nor a multiple of 60. */
export const alarmPeriod: EntryRule = {
  scope: "entry",
  types: ["AWS::CloudWatch::Alarm"],
  check(entry, { catalogue, declarations, report }) {
    for (const site of valueSites(entry, catalogue).single) {
      const { node, path } = site;
      if (path.at(-1) !== "Period") continue;
      const isSure = node.kind === "scalar";
      const wrong = placeTexts(site, entry, declarations).find((text) => !isPeriod(Number(text)));
      if (wrong === undefined) continue;
      report(isSure ? contentSpan(node) : node, {
        message: isSure ? "period" : "may-be-other-period",
        with: { alarm: entry.name, wrong },
        severity: isSure ? "error" : "warning",
      });
    }
  },
};

/** In seconds. */
function isPeriod(seconds: number): boolean {
  return Number.isNaN(seconds) || /^[123]0$/.test(`${seconds}`) || (seconds > 0 && seconds % 60 === 0);
}
