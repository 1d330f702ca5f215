import functions, { type Row as WrittenFunction } from "../../../data/functions.yaml";
import type { FunctionInfo } from "../types/catalogue.ts";
import { referenceUrl } from "../types/links.ts";

/** Intrinsic functions as `functions.yaml` has them. */
export const WRITTEN_FUNCTIONS: ReadonlyMap<string, WrittenFunction> = new Map(Object.entries(functions()));

/** All intrinsic functions by their long name, in the order in which they are useful. */
export const FUNCTIONS: ReadonlyMap<string, FunctionInfo> = new Map(
  [...WRITTEN_FUNCTIONS].map(([name, written]) => [name, functionInfo(name, written)]),
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
