import { type CallNode, textOf } from "../../../model/tree/node.ts";
import type { EntryContext } from "../rule.ts";

/**
 * Whether a `Fn::GetAtt` certainly gives a list or a text, by the type of the attribute in the catalogue; `undefined` for others, and
 * for resources whose attributes are decided elsewhere (custom ones, nested stacks, SAM's).
 */
export function attributeResult(
  { name, argument }: CallNode,
  { declarations, catalogue }: Pick<EntryContext, "declarations" | "catalogue">,
): "list" | "string" | undefined {
  if (name !== "Fn::GetAtt") return undefined;
  const [resource, attribute] = argument.kind === "list" ? argument.items.map(textOf) : split(textOf(argument) ?? "");
  if (resource === undefined || attribute === undefined) return undefined;
  const type = catalogue.resourceType(declarations.resources.get(resource)?.type ?? "");
  if (type === undefined || type.transform !== undefined || OPEN.test(type.name)) return undefined;
  const kind = type.attributes.get(attribute)?.type.kind;
  return kind === "list" || kind === "string" ? kind : undefined;
}

const OPEN = /^AWS::(?:CloudFormation|ServiceCatalog)::/;

/** `A.B.C` is the attribute `B.C` of `A`. */
function split(text: string): readonly [string, string] | readonly [] {
  const dot = text.indexOf(".");
  return dot < 0 ? [] : [text.slice(0, dot), text.slice(dot + 1)];
}
