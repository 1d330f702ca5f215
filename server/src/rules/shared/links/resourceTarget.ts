import { type Node, textOf } from "../../../model/tree/node.ts";
import { composedText } from "../resolving/composedText.ts";

/** The name that a value is the `Ref` of, also if `Fn::Sub` writes it: `${Name}` and nothing else. */
export function refName(node: Node | undefined): string | undefined {
  if (node?.kind !== "call") return undefined;
  if (node.name === "Ref") return textOf(node.argument);
  return node.name === "Fn::Sub" ? /^\$\{(\w+)\}$/.exec(textOf(node.argument) ?? "")?.[1] : undefined;
}

/** The resource that a value names by `Ref`, `Fn::GetAtt`, or a `Fn::Sub` of nothing else. */
export function resourceTarget(node: Node | undefined): string | undefined {
  if (node?.kind !== "call") return undefined;
  const { name, argument } = node;
  if (name === "Ref") return textOf(argument);
  const text = argument.kind === "list" ? textOf(argument.items[0]) : textOf(argument);
  if (name === "Fn::GetAtt") return argument.kind === "list" ? text : text?.split(".", 1)[0];
  if (name === "Fn::Sub") return /^\$\{(\w+)(?:\.[\w.]+)?\}$/.exec(text ?? "")?.[1];
  return undefined;
}

/** The attribute that a value is, and whose: the same by `Fn::GetAtt` and by `Fn::Sub`. */
export function attributeTarget(node: Node): { readonly target: string; readonly attribute: string } | undefined {
  const [, target, attribute] = /^\$\{(\w+)\.([\w.]+)\}$/.exec(composedText(node) ?? "") ?? [];
  return target === undefined || attribute === undefined ? undefined : { target, attribute };
}

/** A node that refers to a name like `Ref`. */
export function refOf(name: string): Node {
  const place = { start: 0, end: 0 };
  const argument = { kind: "scalar", value: name, text: name, style: "plain", ...place } as const;
  return { kind: "call", name: "Ref", nameSpan: place, form: "short", argument, ...place };
}
