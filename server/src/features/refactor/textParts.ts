import type { CallNode, Node, ScalarNode } from "../../model/tree/node.ts";
import { subVariables } from "../../model/tree/subVariables.ts";

/** A part of a text that is put together at deployment. */
export type TextPart =
  | { readonly kind: "text"; readonly text: string }
  /** The value of `Ref`. */
  | { readonly kind: "ref"; readonly name: string }
  /** The value of `Fn::GetAtt`: `Resource.Attribute`. */
  | { readonly kind: "attribute"; readonly name: string }
  | { readonly kind: "value"; readonly node: Node };

/** The parts of a `Fn::Sub`, the texts between them included. */
export function partsOfSub({ argument }: CallNode): readonly TextPart[] | undefined {
  const scalar = argument.kind === "list" ? argument.items[0] : argument;
  const variables = argument.kind === "list" ? argument.items[1] : undefined;
  if (scalar?.kind !== "scalar" || (variables !== undefined && variables.kind !== "map")) return undefined;
  const parts: TextPart[] = [];
  let at = 0;
  for (const { name, literal, start, end } of subVariables(scalar.text)) {
    const before = scalar.text.slice(at, start);
    // Only CloudFormation's own reader could tell what this is.
    if (before.includes("${")) return undefined;
    parts.push({ kind: "text", text: before });
    at = end;
    const given = variables?.pairs.find(({ key }) => key.text === name)?.value;
    if (literal) parts.push({ kind: "text", text: `\${${name.slice(1)}}` });
    else if (given !== undefined) parts.push({ kind: "value", node: given });
    else if (/^[A-Za-z0-9]+$|^AWS::[A-Za-z]+$/.test(name)) parts.push({ kind: "ref", name });
    else if (/^[A-Za-z0-9]+\.[A-Za-z0-9.]+$/.test(name)) parts.push({ kind: "attribute", name });
    else return undefined;
  }
  const rest = scalar.text.slice(at);
  if (rest.includes("${")) return undefined;
  parts.push({ kind: "text", text: rest });
  return joinNeighbours(parts);
}

/** The parts of a `Fn::Join` of a list that is written out; `undefined` if one of them is no text, name or attribute. */
export function partsOfJoin({ argument }: CallNode): readonly TextPart[] | undefined {
  const [delimiter, list, ...rest] = argument.kind === "list" ? argument.items : [];
  if (delimiter?.kind !== "scalar" || list?.kind !== "list" || rest.length > 0) return undefined;
  const parts: TextPart[] = [];
  for (const [index, item] of list.items.entries()) {
    if (index > 0) parts.push({ kind: "text", text: delimiter.text });
    const own = partsOf(item);
    if (own === undefined) return undefined;
    parts.push(...own);
  }
  return joinNeighbours(parts);
}

function partsOf(item: Node): readonly TextPart[] | undefined {
  if (item.kind === "scalar") return item.value === null ? undefined : [{ kind: "text", text: item.text }];
  if (item.kind !== "call") return undefined;
  const { name, argument } = item;
  if (name === "Ref" && argument.kind === "scalar") return [{ kind: "ref", name: argument.text }];
  if (name === "Fn::GetAtt") {
    const texts = (argument.kind === "list" ? argument.items : [argument]).filter(isScalar).map(({ text }) => text);
    const dotted = texts.join(".");
    return /^[A-Za-z0-9]+\.[A-Za-z0-9.]+$/.test(dotted) ? [{ kind: "attribute", name: dotted }] : undefined;
  }
  if (name === "Fn::Join") return partsOfJoin(item);
  return name === "Fn::Sub" && argument.kind === "scalar" ? partsOfSub(item) : undefined;
}

function isScalar(node: Node): node is ScalarNode {
  return node.kind === "scalar";
}

/** Texts beside each other are one. */
function joinNeighbours(parts: readonly TextPart[]): readonly TextPart[] {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind !== "text" || last?.kind !== "text") result.push(part);
    else result[result.length - 1] = { kind: "text", text: last.text + part.text };
  }
  return result.filter((part) => part.kind !== "text" || part.text !== "");
}

/** The text of a `Fn::Sub` with these parts; a `${…}` that is text stays one. */
export function subText(parts: readonly TextPart[]): string {
  return parts
    .map((part) =>
      part.kind === "text" ? part.text.replaceAll("${", "${!") : part.kind === "value" ? "" : `\${${part.name}}`,
    )
    .join("");
}
