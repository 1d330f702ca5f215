import { typesThat } from "../catalogue/values/resourceTypes.ts";
import type { Span } from "../text/span.ts";
import { type Grant, grantsOf, isForAnybody, notCovered } from "./grants.ts";
import type { TemplateChange } from "./templateChange.ts";
import { asShownText } from "./values/value.ts";

/** A permission that nobody had before. */
export interface Widened {
  /** The resource that gives it. */
  readonly id: string;
  readonly kind: Grant["kind"];
  /** The permission: `Action s3:*, Resource *`. */
  readonly text: string;
  readonly span: Span | undefined;
}

/** Types that are permissions to resources which may be there already; of other new ones only what is open to anybody counts. */
const ATTACHED = typesThat("permissions");

const MAX_PER_RESOURCE = 5;

/** The permissions of changed resources that no permission of the same resource covered before. */
export function widenedPermissions({ changes, before, after }: TemplateChange): readonly Widened[] {
  return changes.flatMap(({ id, type, action, movedFrom, after: span }) => {
    const state = after.get(id);
    if (state === undefined || action === "Remove" || movedFrom !== undefined) return [];
    const earlier = before.get(id);
    const known = earlier === undefined || earlier.exists === false ? [] : grantsOf(earlier);
    const all = notCovered(grantsOf(state), known);
    const wider = action === "Add" && !ATTACHED.has(type) ? all.filter(isForAnybody) : all;
    return wider.slice(0, MAX_PER_RESOURCE).map(({ kind, fields }): Widened => {
      const text = [...fields].map(([name, value]) => `${name} ${asShownText(value)}`).join(", ");
      return { id, kind, text, span };
    });
  });
}
