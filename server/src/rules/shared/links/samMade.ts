import {
  type GeneratedResource,
  generatedResources,
  type SamProperties,
} from "../../../catalogue/sam/generatedResources.ts";
import type { EntryContent } from "../../../model/template.ts";
import { type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { isNoValue } from "../values/valueSites.ts";

/** What SAM adds to the template for a resource, as far as the resource itself says so. */
export function madeBySam({ name, value }: Pick<EntryContent, "name" | "value">): readonly GeneratedResource[] {
  const properties = valueAt(value, "Properties");
  if (properties !== undefined && properties.kind !== "map") return [];
  return generatedResources(typeNameOf(value) ?? "", name, propertiesOf(properties));
}

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
