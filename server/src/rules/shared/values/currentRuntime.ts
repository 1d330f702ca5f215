import type { EntryContext } from "../rule.ts";

/** A runtime of Lambda, or the one to move to if AWS has deprecated it. */
export function currentRuntime(name: string, { catalogue, today }: Pick<EntryContext, "catalogue" | "today">): string {
  const { deprecation, successor } = catalogue.lambdaRuntimes.get(name) ?? {};
  return successor !== undefined && deprecation !== undefined && deprecation <= today ? successor : name;
}
