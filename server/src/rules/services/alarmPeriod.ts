import { contentSpan } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { valueSites } from "../shared/values/valueSites.ts";

/** A period of a CloudWatch alarm that is neither 10, 20 or 30 seconds nor a multiple of 60. */
export const alarmPeriod: EntryRule = {
  scope: "entry",
  types: ["AWS::CloudWatch::Alarm"],
  code: "alarm-period",
  check(entry, { catalogue, report }) {
    for (const { node, path } of valueSites(entry, catalogue).literals) {
      if (path.at(-1) !== "Period" || node.kind !== "scalar" || node.value === null) continue;
      const seconds = Number(node.text);
      if (
        Number.isNaN(seconds) ||
        seconds === 10 ||
        seconds === 20 ||
        seconds === 30 ||
        (seconds > 0 && seconds % 60 === 0)
      )
        continue;
      report(contentSpan(node), {
        en: "A period must be 10, 20 or 30 seconds, or a multiple of 60.",
        ja: "期間は10、20、30秒、または60の倍数です。",
      });
    }
  },
};
