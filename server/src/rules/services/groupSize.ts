import { contentSpan, valueAt } from "../../model/tree/node.ts";
import type { EntryRule } from "../engine/rule.ts";
import { literalAt } from "../shared/values/literals.ts";

/** An Auto Scaling group whose MinSize is above its MaxSize, or whose DesiredCapacity is outside that range. */
export const groupSize: EntryRule = {
  scope: "entry",
  types: ["AWS::AutoScaling::AutoScalingGroup"],
  code: "group-size",
  check(entry, { report }) {
    const properties = valueAt(entry.value, "Properties");
    const [minimum, maximum, desired] = ["MinSize", "MaxSize", "DesiredCapacity"].map((name) =>
      literalAt(properties, name),
    );
    const low = Number(minimum?.text ?? Number.NaN);
    const high = Number(maximum?.text ?? Number.NaN);
    if (maximum !== undefined && low > high) {
      report(contentSpan(maximum), {
        en: `MaxSize is below MinSize (${low}).`,
        ja: `MaxSizeがMinSize（${low}）より小さい値です。`,
      });
    }
    const wanted = Number(desired?.text ?? Number.NaN);
    if (desired !== undefined && (wanted < low || wanted > high)) {
      report(contentSpan(desired), {
        en: `DesiredCapacity is not between MinSize and MaxSize (${minimum?.text ?? "…"} to ${maximum?.text ?? "…"}).`,
        ja: `DesiredCapacityがMinSizeとMaxSizeの範囲（${minimum?.text ?? "…"}〜${maximum?.text ?? "…"}）の外です。`,
      });
    }
  },
};
