import { type TemplateChange, templateChange } from "../../change/templateChange.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import { MAX_TURN_MS } from "../turns/givenUp.ts";
import type { RequestContext } from "./request.ts";

/** What a template would change over another text of it, worked out in turns of a few milliseconds: a hover comes between them. */
export interface ChangeAgainst {
  inTurn<Made>(make: () => Made): Promise<Made | undefined>;
  change(before: string, after: Template): Promise<TemplateChange | undefined>;
}

export function changeAgainst({ service, host }: RequestContext): ChangeAgainst {
  const inTurn = async <Made>(make: () => Made): Promise<Made | undefined> => {
    await host.yieldToEventLoop();
    return host.within(MAX_TURN_MS, make, () => undefined);
  };
  /** What was asked about last: somebody edits one template at a time. */
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
