import type { Declarations } from "../../../model/template.ts";
import { formulaText } from "../../../model/tree/conditionFormula.ts";
import { type CallNode, type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import { subVariables } from "../../../model/tree/subVariables.ts";

/**
 * A text with `${…}` for what only the deployment knows, whether `Ref`, `Fn::GetAtt`, `Fn::Sub` or `Fn::Join` composes it: the
 * same for the same value. `undefined` for lists and maps.
 */
export function composedText(node: Node): string | undefined {
  if (node.kind === "scalar") return node.text.replaceAll("${", "${!");
  if (node.kind !== "call") return undefined;
  const { name, argument } = node;
  if (name === "Fn::Sub") return ofSub(argument) ?? variable(node);
  return (name === "Fn::Join" && argument.kind === "list" ? ofJoin(argument.items) : undefined) ?? variable(node);
}

/** A composed text with the defaults of parameters filled in. */
export function usualText(text: string, { parameters }: Pick<Declarations, "parameters">): string {
  return text.replaceAll(/\$\{(\w+)\}/g, (hole, name: string) => {
    const { type = "", default: usual } = parameters.get(name) ?? {};
    return /^(?:String|Number)$/.test(type) && usual ? usual : hole;
  });
}

/**
 * Whether two composed texts differ whatever the deployment fills in: beside what both begin and end with, there is something to
 * tell them apart.
 */
export function certainlyDiffer(a: string, b: string): boolean {
  const [one = [], other = []] = [a, b].map((text) => text.match(/\$\{[^!$}][^$}]*\}|[\s\S]/g) ?? []);
  const shorter = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < shorter && one[begin] === other[begin]) begin++;
  let end = 0;
  while (end < shorter - begin && one.at(-1 - end) === other.at(-1 - end)) end++;
  const rests = [one, other].map((signs) => signs.slice(begin, signs.length - end));
  // A value that is filled in may be empty, but removes nothing.
  if (!rests.flat().some(isVariable)) return rests.flat().length > 0;
  return rests.some((rest) => rest.length === 0) && !rests.flat().every(isVariable);
}

const isVariable = (sign: string): boolean => sign.length > 1;

function variable({ name, argument }: CallNode): string {
  return `\${${nameIn(name, argument).replaceAll(/[$}]/g, "|")}}`;
}

/** A call as `Fn::Sub` would name it, or as it is written. */
function nameIn(call: string, argument: Node): string {
  if (call === "Ref" && argument.kind === "scalar") return argument.text;
  if (call === "Fn::GetAtt" && argument.kind === "scalar") return argument.text;
  if (call === "Fn::GetAtt" && argument.kind === "list" && argument.items.every(({ kind }) => kind === "scalar"))
    return argument.items.map(textOf).join(".");
  // The zones of no Region are those of the stack's.
  return `${call}(${formulaText(argument).replaceAll('Fn::GetAZs(Ref("AWS::Region"))', 'Fn::GetAZs("")')})`;
}

function ofSub(argument: Node): string | undefined {
  const text = textOf(argument.kind === "list" ? argument.items[0] : argument);
  const variables = argument.kind === "list" ? argument.items[1] : undefined;
  if (text === undefined) return undefined;
  let at = 0;
  let composed = "";
  for (const { name, literal, start, end } of subVariables(text)) {
    const own = literal ? undefined : valueAt(variables, name);
    const value = own === undefined ? `\${${name}}` : composedText(own);
    if (value === undefined) return undefined;
    composed += text.slice(at, start) + value;
    at = end;
  }
  return composed + text.slice(at);
}

function ofJoin([delimiter, list]: readonly Node[]): string | undefined {
  const by = textOf(delimiter);
  if (by === undefined || list?.kind !== "list") return undefined;
  const texts = list.items.map(composedText);
  return texts.includes(undefined) ? undefined : texts.join(by);
}
