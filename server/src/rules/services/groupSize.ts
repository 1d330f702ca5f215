import { contentSpan, type MapNode, valueAt } from "../../model/tree/node.ts";
import { eachVariant } from "../shared/resolving/eachVariant.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { literalAt } from "../shared/values/literals.ts";

/** An Auto Scaling group whose MinSize is above its MaxSize, or whose DesiredCapacity is outside that range. */
export const groupSize: EntryRule = {
  scope: "entry",
  types: ["AWS::AutoScaling::AutoScalingGroup"],
  check(entry, context) {
    const properties = valueAt(entry.value, "Properties");
    if (properties?.kind === "map") eachVariant(properties, entry, context, checkSizes);
  },
};

function checkSizes(properties: MapNode, report: ReportAt): void {
  const [minimum, maximum, desired] = ["MinSize", "MaxSize", "DesiredCapacity"].map((name) =>
    literalAt(properties, name),
  );
  const low = Number(minimum?.text ?? Number.NaN);
  const high = Number(maximum?.text ?? Number.NaN);
  if (maximum !== undefined && low > high)
    report(contentSpan(maximum), { message: "max-below-min", with: { high, low } });
  const wanted = Number(desired?.text ?? Number.NaN);
  if (desired !== undefined && (wanted < low || wanted > high)) {
    const says = `Desired capacity:${wanted} must be between the specified min size:${minimum?.text ?? "…"} and max size:${maximum?.text ?? "…"}`;
    report(contentSpan(desired), { message: "desired-outside", with: { says } });
  }
}
