import type { EntryContent } from "../../model/template.ts";
import { valueAt } from "../../model/tree/node.ts";

/** The hash at the end of the CDK's logical IDs, which makes them unique. */
const HASH = /[A-Za-z][\dA-F]{8}$/;

/** Whether the CDK has written a resource: nobody edits it there. */
export function isMadeByCdk({ name, value }: EntryContent): boolean {
  return HASH.test(name) || valueAt(valueAt(value, "Metadata"), "aws:cdk:path") !== undefined;
}
