import { searchEntries } from "../../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { listItems, type Node, refTarget, type ScalarNode, valueAt } from "../../../model/tree/node.ts";

const ZONE = /^([a-z]{2}(?:-[a-z]+)+-\d)(?:-[a-z]+-\d)?[a-z]$/;
const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;

/** The Region that a zone is in. */
export function regionOf({ text }: ScalarNode): string {
  return ZONE.exec(text)?.[1] ?? "";
}

export function isZone(node: Node): node is ScalarNode {
  return node.kind === "scalar" && ZONE.test(node.text);
}

/** Resources with the zones that are written out in them, and with the Regions that are written in place of a zone. */
export function writtenZones(
  template: Template,
): readonly { readonly entry: Entry; readonly found: readonly Node[] }[] {
  return zonesIn(template, "Resources");
}

const zonesIn = searchEntries(({ value }) => {
  const properties = valueAt(value, "Properties");
  const found = ["AvailabilityZone", "AvailabilityZones"]
    .flatMap((name) => listItems(valueAt(properties, name)))
    .filter((node) =>
      node.kind === "scalar" ? REGION.test(node.text) || ZONE.test(node.text) : refTarget(node) === "AWS::Region",
    );
  return found.length === 0 ? undefined : found;
});
