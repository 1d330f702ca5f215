import { contentSpan, type MapNode, pairOf } from "../model/node.ts";
import { isAlwaysSet, literalText } from "./literals.ts";
import type { EntryRule } from "./rule.ts";
import { valueSites } from "./valueSites.ts";

/**
 * `PrivateIpAddress` beside a `PrivateIpAddresses` item that is `Primary`: there is only one primary address.
 *
 * Bad:
 * ```yaml
 *       PrivateIpAddress: 10.0.0.10
 *       PrivateIpAddresses:
 *         - PrivateIpAddress: 10.0.0.11
 *           Primary: true
 * ```
 * Good:
 * ```yaml
 *       PrivateIpAddresses:
 *         - PrivateIpAddress: 10.0.0.10
 *           Primary: true
 * ```
 */
export const primaryAddress: EntryRule = {
  scope: "entry",
  sections: ["Resources"],
  code: "primary-address",
  severity: "error",
  cfnLint: ["E3674"],
  title: { en: "There is one primary address", ja: "プライマリのIPアドレスは1つだけ" },
  check(entry, { catalogue, report }) {
    for (const { map, object } of valueSites(entry, catalogue).objects) {
      if (!object.properties.has("PrivateIpAddresses") || !isAlwaysSet(map, "PrivateIpAddress")) continue;
      for (const item of items(map)) {
        const primary = pairOf(item, "Primary");
        if (primary === undefined || primary.merged || literalText(item, "Primary")?.toLowerCase() !== "true") continue;
        report(contentSpan(primary.key), {
          en: "PrivateIpAddress already is the primary address: Primary can't be true here.",
          ja: "PrivateIpAddressがプライマリのアドレスです。ここでPrimaryをtrueにはできません。",
        });
      }
    }
  },
};

function items(map: MapNode): readonly MapNode[] {
  const list = pairOf(map, "PrivateIpAddresses")?.value;
  return list?.kind === "list" ? list.items.filter((item) => item.kind === "map") : [];
}
