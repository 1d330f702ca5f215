import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import type { RequestContext } from "./request.ts";

/**
 * The change from another text of a template to its present one, worked out in slices of a few milliseconds, so that a
 * hover can come between them.
 */
export interface ChangeAgainst {
  inTurn<Made>(make: () => Made): Promise<Made | undefined>;
  change(before: string, after: Template): Promise<TemplateChange | undefined>;
}

export function changeAgainst({ service, host }: RequestContext): ChangeAgainst {
  const inTurn = async <Made>(make: () => Made): Promise<Made | undefined> => {
    await host.yieldToEventLoop();
    return host.within(MAX_TURN_MS, make, () => undefined);
  };
  /** The last compared text: somebody edits one template at a time. */
  let base: Template | undefined;
  return {
    inTurn,
    async change(before, template) {
      const known = base;
      const old = known?.text === before ? known : await inTurn(() => parse(before));
      base = old;
      return old && (await inTurn(() => templateChange({ template: old }, { template }, service.catalogue)));
    },
  };
}
