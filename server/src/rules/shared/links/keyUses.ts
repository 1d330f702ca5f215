import keyUses, { type Row as KeyUse } from "../../../../data/keyUses.yaml";
import { listItems, valueAt } from "../../../model/tree/node.ts";
import { hasAllKeys, nodesAt } from "../values/literals.ts";
import type { LinkedResource, ReportLink } from "./linkedResource.ts";
import { reachedBy } from "./reachedBy.ts";
import { mayLet } from "./servicePrincipal.ts";

/** The services that have to use the key of a resource; see `keyUses.yaml`. */
export const KEY_USES: ReadonlyMap<string, readonly KeyUse[]> = new Map(Object.entries(keyUses()));

export function checkKeys(own: LinkedResource, uses: readonly KeyUse[], report: ReportLink): void {
  for (const { path, via, service, actions, says } of uses) {
    for (const value of nodesAt(own.properties, path.split("."))) {
      const [key] = reachedBy(own, [value], via).flatMap((node) => own.target(node, "AWS::KMS::Key") ?? []);
      if (key === undefined || mayUse(key, service, actions)) continue;
      const words = { key: key.entry.name, service, name: own.entry.name, says };
      report(own, value, { message: "key-not-allowed", with: words });
    }
  }
}

/** Whether a key's policy may let a service use the key, as far as it is written out; without one, its account alone does. */
function mayUse({ properties }: LinkedResource, service: string, actions?: readonly string[]): boolean {
  const policy = valueAt(properties, "KeyPolicy");
  if (policy === undefined) return !hasAllKeys(properties);
  const statements = valueAt(policy, "Statement");
  if (policy.kind !== "map" || statements === undefined) return true;
  return listItems(statements).some((statement) => mayLet(statement, service, actions));
}
