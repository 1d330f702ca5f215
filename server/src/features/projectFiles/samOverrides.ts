import type { Span } from "../../text/span.ts";

/** `parameter_overrides` in any environment, with its value: a text in any of TOML's quotes, or a list. */
const OVERRIDES =
  /^[ \t]*parameter_overrides[ \t]*=[ \t]*("""[^"]*(?:"{1,2}[^"]+)*"""|'''[^']*(?:'{1,2}[^']+)*'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\[[^\]]*\])/gm;

/** A name before its value: `Stage=dev`, or `ParameterKey=Stage,ParameterValue=dev`. */
const NAMES = /(?<=["'\s])(\w+)(?==)|(?<=ParameterKey=)(\w+)(?=,)/g;

/** Where a `samconfig.toml` gives a parameter a value. */
export function overridesOf(parameter: string, samConfig: string): readonly Span[] {
  return [...samConfig.matchAll(OVERRIDES)].flatMap(({ 0: whole, 1: value = "", index }) => {
    const from = index + whole.length - value.length;
    return [...value.matchAll(NAMES)]
      .filter(([, short, long]) => (long ?? short) === parameter)
      .map(({ 0: name, index: at }) => ({ start: from + at, end: from + at + name.length }));
  });
}
