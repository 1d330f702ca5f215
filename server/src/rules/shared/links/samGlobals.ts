import type { Declarations, EntryContent } from "../../../model/template.ts";
import { typeNameOf } from "../../../model/tree/node.ts";

const SAM = "AWS::Serverless::";

/** Whether SAM's `Globals` give a key to resources of a type: maps are merged key by key. `path` leads there from `Properties`. */
export function isGlobal(type: string | undefined, path: readonly string[], { globals }: Declarations): boolean {
  return type?.startsWith(SAM) === true && globals.get(type.slice(SAM.length))?.has(path.join(".")) === true;
}

/** The type of a resource, or of those that a part of `Globals` is for. */
export function typeOf({ section, name, value }: EntryContent): string | undefined {
  return section === "Globals" ? `${SAM}${name}` : typeNameOf(value);
}
