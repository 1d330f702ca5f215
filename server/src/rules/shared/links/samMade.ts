import {
  type GeneratedResource,
  generatedResources,
  type SamProperties,
} from "../../../catalogue/sam/generatedResources.ts";
import { SAM_TRANSFORM } from "../../../catalogue/sam/samTypes.ts";
import { type EntryContent, entriesOf, type Template } from "../../../model/template.ts";
import { type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { isNoValue } from "../values/valueSites.ts";

/** What SAM adds to the template for a resource, as far as the resource itself says so. */
export function madeBySam({ name, value }: Pick<EntryContent, "name" | "value">): readonly GeneratedResource[] {
  const properties = valueAt(value, "Properties");
  if (properties !== undefined && properties.kind !== "map") return [];
  return generatedResources(typeNameOf(value) ?? "", name, propertiesOf(properties));
}

/** The types of what SAM adds to a template and people refer to, by its name. */
export const referableMadeBySam: (template: Template) => ReadonlyMap<string, string> = memoBy((template) => {
  if (!template.declarations.transforms.includes(SAM_TRANSFORM)) return new Map();
  const made = entriesOf(template, "Resources").flatMap(madeBySam);
  const referable = made.filter(
    ({ logicalId, exact }) => exact && !/[.]|(?:Permissions?|Policy|PublicAccess)$/.test(logicalId),
  );
  return new Map(referable.map(({ logicalId, type }) => [logicalId, type]));
});

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
