import { contentSpan } from "../../../model/tree/node.ts";
import { isMadeByCdk } from "../../shared/madeByCdk.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { type ValueSite, valueSites } from "../../shared/values/valueSites.ts";

const NAMES = new Set([
  "AvailabilityZone",
  "AvailabilityZones",
  "PreferredAvailabilityZone",
  "PreferredAvailabilityZones",
]);

/** A hard-coded Availability Zone: the template then works in one region only. */
export const hardCodedZone: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    const { literals } = valueSites(entry, catalogue);
    for (let index = 0; index < literals.length; index++) {
      const { node, path } = literals[index] as ValueSite;
      if (node.kind !== "scalar" || !NAMES.has(path.at(-1) ?? "")) continue;
      if (!/^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(node.text)) continue;
      if (isMadeByCdk(entry)) return;
      report(contentSpan(node), { message: "one-region", with: { value: node.text } });
    }
  },
};
