/** A function as an item writes it, in both styles. */
export interface FunctionText {
  /** As in block style. */
  readonly short: string;
  readonly json: string;
}

/** A reference to something of the template: `Ref`, or `Fn::GetAtt` of an attribute. */
export function referenceTo(name: string, attribute?: string): FunctionText {
  return attribute === undefined
    ? { short: `!Ref ${name}`, json: `{ "Ref": "${name}" }` }
    : { short: `!GetAtt ${name}.${attribute}`, json: `{ "Fn::GetAtt": ["${name}", "${attribute}"] }` };
}

/** @param quote in block style, for a text that is not plain */
export function subOf(text: string, quote: "'" | "" = ""): FunctionText {
  return { short: `!Sub ${quote}${text}${quote}`, json: `{ "Fn::Sub": ${JSON.stringify(text)} }` };
}
