import samConnectors from "../../../../data/samConnectors.yaml";
import { samBecomes } from "../../../catalogue/sam/samKinds.ts";
import type { EntryContent } from "../../../model/template.ts";
import { contentSpan, listItems, type Node, pairOf, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import { mayBeGenerated } from "../../shared/declaredNames.ts";
import { suggestion } from "../../shared/fixes/nearest.ts";
import type { EntryContext } from "../../shared/rule.ts";
import { isOpenText, literalAt } from "../../shared/values/literals.ts";

/** Type of the source → of the destination → permissions. */
const PROFILES: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> = new Map(
  Object.entries(samConnectors()),
);

/** Connectors that lead to nothing, or that SAM does not have: a resource of its own, and those that a resource holds. */
export function checkConnectors({ value }: EntryContent, context: EntryContext): void {
  const type = typeNameOf(value) ?? "";
  const properties = valueAt(value, "Properties");
  if (type === "AWS::Serverless::Connector")
    checkConnector(typeOfEnd(valueAt(properties, "Source"), context), properties, context);
  const own = valueAt(value, "Connectors");
  for (const one of own?.kind === "map" ? own.pairs : [])
    checkConnector(samBecomes(type) ?? type, valueAt(one.value, "Properties"), context);
}

function checkConnector(source: string | undefined, properties: Node | undefined, context: EntryContext): void {
  const ends = pairOf(properties, "Destination");
  for (const end of listItems(ends?.value)) {
    const destination = typeOfEnd(end, context);
    if (source === undefined || destination === undefined || ends === undefined || ends.merged) continue;
    const allowed = PROFILES.get(source)?.[destination];
    if (allowed === undefined) {
      context.report(contentSpan(ends.key), { message: "no-connector", with: { source, destination } });
      continue;
    }
    for (const node of listItems(valueAt(properties, "Permissions")))
      if (node.kind === "scalar" && !allowed.includes(node.text) && !isOpenText(node.text))
        context.report(contentSpan(node), {
          message: "no-permission",
          with: { source, destination, given: node.text, allowed },
        });
  }
}

/** The type of what an end of a connector names, as CloudFormation has it; a name that nothing has is reported. */
function typeOfEnd(end: Node | undefined, { declarations, report }: EntryContext): string | undefined {
  const id = literalAt(end, "Id");
  const written = id === undefined ? textOf(valueAt(end, "Type")) : declarations.resources.get(id.text)?.type;
  if (id !== undefined && written === undefined) {
    if (declarations.resources.has(id.text) || isOpenText(id.text) || mayBeGenerated(id.text, declarations))
      return undefined;
    const span = contentSpan(id);
    const meant = suggestion(id.text, [...declarations.resources.keys()], span);
    report(span, { message: "no-end", with: { id: id.text, meant }, missing: id.text, data: meant.data });
  }
  return written === undefined || written === "" ? undefined : (samBecomes(written) ?? written);
}
