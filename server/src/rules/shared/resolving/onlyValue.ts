import type { DeclaredParameter } from "../../../model/template.ts";

/** The value that a parameter surely has, as it allows no other; `undefined` if there is none, or it means that something is not used. */
export function onlyValue(parameter: DeclaredParameter | undefined): string | undefined {
  const [only, ...others] = parameter?.allowedValues ?? [];
  // A value of another type may be one that Systems Manager holds, or several.
  return only && others.length === 0 && /^(?:String|Number)$/.test(parameter?.type ?? "") ? only : undefined;
}
