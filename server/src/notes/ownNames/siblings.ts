import type { Declarations, DeclaredResource } from "../../model/declarations.ts";
import type { Focus } from "../../model/focus/focus.ts";
import { memoBy } from "../../text/memoBy.ts";
import { compact } from "../binding/vocabulary.ts";
import type { Note } from "../reading/note.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import type { AskedTemplate } from "./ownCandidates.ts";

/** Whether a note is called as another resource of the same type: at `AdminRole` one on `DeployRole`, or "Deploy role", says nothing. */
export function isOnSibling({ terms }: Note, focus: Focus, { template: { declarations } }: AskedTemplate): boolean {
  const id = resourceAt(focus);
  const type = id === undefined ? undefined : declarations.resources.get(id)?.type;
  if (id === undefined || type === undefined) return false;
  return terms.some(({ name, strength }) => {
    const called = compact(name).toLowerCase();
    const isOther = strength >= WHOLE_TITLE && byLowerCase(declarations.resources).get(called)?.type === type;
    // `PrivateSubnet2` is one of those that "Private subnet" is on.
    return isOther && !id.toLowerCase().startsWith(called);
  });
}

/** The resource whose type, id or reference is under the caret. */
function resourceAt(focus: Focus): string | undefined {
  if (focus.kind === "reference") return focus.reference.name;
  if (focus.kind === "name") return focus.entry.name;
  return focus.kind === "type" && focus.place.in === "resource" ? focus.place.logicalId : undefined;
}

const byLowerCase = memoBy(
  (resources: Declarations["resources"]): ReadonlyMap<string, DeclaredResource> =>
    new Map([...resources].map(([id, resource]) => [id.toLowerCase(), resource])),
);
