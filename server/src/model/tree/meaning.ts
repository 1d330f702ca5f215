import type { Node } from "./node.ts";

/**
 * The meaning of a value as text, whatever its form and format: two values with equal texts are the same to
 * CloudFormation.
 */
export function meaningOf(node: Node): string {
  return JSON.stringify(contentOf(node));
}

/** The value as JSON has it, functions in their long form. */
export function contentOf(node: Node): unknown {
  if (node.kind === "scalar") return scalarContent(node.text, node.value, node.style === "plain");
  if (node.kind === "list") return node.items.map(contentOf);
  if (node.kind === "map") return node.pairs.map(({ key, value }) => [key.text, contentOf(value)]);
  const { name, argument, form } = node;
  // A tag alone, such as `!GetAZs`, has an empty text as its argument.
  if (form === "short" && argument.kind === "scalar" && argument.value === null) return [[name, ""]];
  if (name === "Fn::GetAtt" && argument.kind === "scalar") {
    const dot = argument.text.indexOf(".");
    if (dot > 0) return [[name, [argument.text.slice(0, dot), argument.text.slice(dot + 1)]]];
  }
  return [[name, contentOf(argument)]];
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A scalar's type as CloudFormation reads it: `012` and dates are texts, `yes` is true. */
export function scalarContent(text: string, value: unknown, plain: boolean): unknown {
  if (value === null) return null;
  if (!plain) return text;
  if (/^(?:true|yes|on)$/i.test(text)) return true;
  if (/^(?:false|no|off)$/i.test(text)) return false;
  return NUMBER.test(text) && typeof value === "number" ? new Written(text) : text;
}

/** A number as it is written: `1.10` is not made `1.1`. */
export class Written {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): unknown {
    return { number: this.text };
  }
}
