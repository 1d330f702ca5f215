import { generatedResources, type SamProperties } from "../../../catalogue/sam/generatedResources.ts";
import { contentSpan, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import type { EntryRule } from "../../shared/rule.ts";
import { isNoValue } from "../../shared/values/valueSites.ts";

/**
 * A resource with a name that SAM gives to a resource which it creates itself: `FunctionRole` beside a function
 * `Function` without a role, say.
 */
export const samLogicalId: EntryRule = {
  scope: "entry",
  check(entry, { declarations, report }) {
    const type = typeNameOf(entry.value) ?? "";
    if (!type.startsWith("AWS::Serverless::")) return;
    const properties = valueAt(entry.value, "Properties");
    if (properties !== undefined && properties.kind !== "map") return;
    for (const { logicalId, exact, type: made } of generatedResources(type, entry.name, propertiesOf(properties))) {
      // What several resources share, such as the implicit API, may be written out.
      if (!exact || !logicalId.startsWith(entry.name) || !declarations.resources.has(logicalId)) continue;
      report(contentSpan(entry.key), { message: "id-taken", with: { logicalId, made } });
    }
  },
};

function propertiesOf(properties: Node | undefined): SamProperties {
  const at = (path: readonly string[]): Node | undefined => {
    const node = path.reduce<Node | undefined>(valueAt, properties);
    return isNoValue(node) ? undefined : node;
  };
  return {
    has: (...path) => at(path) !== undefined,
    text: (...path) => textOf(at(path)),
    keys(...path) {
      const node = at(path);
      return node?.kind === "map" ? node.pairs.map(({ key }) => key.text) : [];
    },
  };
}
