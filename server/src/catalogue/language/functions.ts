import functions, { type Row as WrittenFunction } from "../../../data/functions.yaml";
import type { Localised } from "../../text/localised.ts";
import type { FunctionInfo } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";

const WRITTEN: ReadonlyMap<string, WrittenFunction> = new Map(Object.entries(functions()));

/** All intrinsic functions by their long name, in the order in which they are useful. */
export const FUNCTIONS: ReadonlyMap<string, FunctionInfo> = new Map(
  [...WRITTEN].map(([name, written]) => [name, functionInfo(name, written)]),
);

function functionInfo(name: string, { en, ja, short, long, in: allowedIn, ...rest }: WrittenFunction): FunctionInfo {
  const bare = name.replace("Fn::", "");
  return {
    name,
    short: short === undefined ? undefined : `!${bare}`,
    text: { en, ja },
    syntax: { short, long },
    url: referenceUrl(rest.page ?? `intrinsic-function-reference-${bare.toLowerCase()}`),
    allowedIn,
    transform: rest.transform,
    ...(rest.count && { arguments: { minimum: rest.count[0], maximum: rest.count[1] } }),
  };
}

/** The arguments of a function, in their order; `[]` if the text on the function says all. */
export function functionArguments(name: string): readonly Localised[] {
  return WRITTEN.get(name)?.arguments ?? [];
}
