import samConnectors from "../../../../data/samConnectors.yaml";
import { samBecomes } from "../../../catalogue/sam/samKinds.ts";
import type { EntryContent } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  typeNameOf,
  valueAt,
} from "../../../model/tree/node.ts";
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
    const written = pairOf(properties, "Permissions");
    const known = new Set(allowed.flatMap((one) => one.split(TOGETHER)));
    const given = listItems(written?.value);
    const wrong = given.filter(
      (node): node is ScalarNode => node.kind === "scalar" && !known.has(node.text) && !isOpenText(node.text),
    );
    for (const node of wrong)
      context.report(contentSpan(node), {
        message: "no-permission",
        with: { source, destination, given: node.text, allowed: [...known] },
      });
    const texts = [...new Set(given.map(textOf))].sort();
    const isUnclear = wrong.length > 0 || texts.some((text) => text === undefined || isOpenText(text));
    if (written === undefined || written.merged || isUnclear || !allowed.some((one) => one.includes(TOGETHER)))
      continue;
    if (!allowed.includes(texts.join(TOGETHER)))
      context.report(contentSpan(written.key), {
        message: "no-combination",
        with: { source, destination, given: texts.join(TOGETHER), allowed },
      });
  }
}

const TOGETHER = " + ";

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
