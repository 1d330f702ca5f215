import { contentSpan, type MapNode, pairOf } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { branches, isAlwaysSet, isSet, literalText } from "../../shared/values/literals.ts";
import { type ObjectSite, valueSites } from "../../shared/values/valueSites.ts";

/** `PrivateIpAddress` beside a `PrivateIpAddresses` item that is `Primary`: there is only one primary address. */
export const primaryAddress: EntryRule = {
  scope: "entry",
  check(entry, { catalogue, report }) {
    const { objects } = valueSites(entry, catalogue);
    for (let index = 0; index < objects.length; index++) {
      const { map, object } = objects[index] as ObjectSite;
      if (!object.properties.has("PrivateIpAddresses") || !isSet(map, "PrivateIpAddress")) continue;
      for (const item of items(map)) {
        const primary = pairOf(item, "Primary");
        if (primary === undefined || primary.merged || literalText(item, "Primary")?.toLowerCase() !== "true") continue;
        // If conditions decide which of the two is there, it may be right.
        const isCertain = isAlwaysSet(map, "PrivateIpAddress") && isAlwaysSet(map, "PrivateIpAddresses");
        report(contentSpan(primary.key), { message: "primary-already", severity: isCertain ? "error" : "warning" });
        // Of what conditions decide, one finding says it.
        if (!isCertain) break;
      }
    }
  },
};

/** The items of the list, and of the lists in the branches of `Fn::If`. */
function items(map: MapNode): readonly MapNode[] {
  const lists = branches(pairOf(map, "PrivateIpAddresses")?.value);
  return lists.flatMap((list) => (list.kind === "list" ? list.items : [])).filter((item) => item.kind === "map");
}
