import type { ResourceState } from "../resourceState.ts";
import type { TemplateChange } from "../templateChange.ts";

const GROUP = "AWS::EC2::SecurityGroup";
/** Rules that are resources of their own. */
const RULES: ReadonlySet<string> = new Set(["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"]);

/** The security groups of a resource whose rules change: that counts at once for what runs. */
export function changedRules(state: ResourceState, { changes, before, after }: TemplateChange): readonly string[] {
  const changed = new Set<string>();
  for (const { id, type, details, action, replacement } of changes) {
    if (
      type === GROUP &&
      replacement === "False" &&
      details.some(({ name }) => /^SecurityGroup(?:In|E)gress$/.test(name ?? ""))
    )
      changed.add(id);
    const rule = RULES.has(type) ? (action === "Remove" ? before : after).get(id) : undefined;
    for (const { name } of rule?.parts.get("Properties.GroupId")?.uses ?? []) changed.add(name);
  }
  const own = [...state.parts.values()].flatMap(({ attribute, uses }) => (attribute === "Properties" ? uses : []));
  return [...new Set(own.map(({ name }) => name))].filter((name) => changed.has(name));
}
