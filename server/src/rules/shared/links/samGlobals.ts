import type { Declarations } from "../../../model/template.ts";

const SAM = "AWS::Serverless::";

/** Whether SAM's `Globals` give a key to resources of a type: maps are merged key by key. `path` leads there from `Properties`. */
export function isGlobal(type: string | undefined, path: readonly string[], { globals }: Declarations): boolean {
  return type?.startsWith(SAM) === true && globals.get(type.slice(SAM.length))?.has(path.join(".")) === true;
}
