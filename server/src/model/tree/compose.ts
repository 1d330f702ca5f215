import { addProblemsOfKeys } from "./duplicateKeys.ts";
import { isFunctionKey, isLoopKey } from "./functionNames.ts";
import type { CallNode, MapNode, Pair, ScalarNode } from "./node.ts";
import type { SyntaxProblem } from "./syntaxProblem.ts";

/** Builds nodes in the same way for all readers. */

/** An absent value. */
export function emptyAt(offset: number): ScalarNode {
  return { kind: "scalar", value: null, text: "", style: "plain", start: offset, end: offset };
}

/** A map, or the function call that a map with one pair may be; keys that repeat are added to `errors`. */
export function mapOrCall(
  pairs: readonly Pair[],
  flow: boolean,
  start: number,
  end: number,
  inCondition: boolean,
  errors: SyntaxProblem[],
): MapNode | CallNode {
  const only = pairs.length === 1 ? pairs[0] : undefined;
  if (only !== undefined && isCall(only, inCondition)) {
    return {
      kind: "call",
      name: only.key.text,
      nameSpan: spanInside(only.key),
      form: "long",
      argument: only.value,
      start,
      end,
    };
  }
  addProblemsOfKeys(pairs, errors);
  return { kind: "map", flow, pairs, start, end };
}

/** Whether a map that has only this pair is a function call; `Condition` is one only if a condition may stand. */
function isCall({ key, value }: Pair, inCondition: boolean): boolean {
  if (isFunctionKey(key.text)) return !isLoopKey(key.text);
  return key.text === "Condition" && inCondition && value.kind === "scalar";
}

function spanInside(key: ScalarNode): { start: number; end: number } {
  const quotes = key.style === "single" || key.style === "double" ? 1 : 0;
  return { start: key.start + quotes, end: Math.max(key.start + quotes, key.end - quotes) };
}

/** Whether `{Condition: X}` among the arguments of this function is a call. */
export function takesConditions(name: string): boolean {
  return name === "Fn::And" || name === "Fn::Or" || name === "Fn::Not";
}
