import { changeReport } from "../../change/report.ts";
import { templateChange } from "../../change/templateChange.ts";
import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import { LONGEST } from "../turns/givenUp.ts";
import { templateChanges } from "../views/changeViews.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type ChangeRequests = Pick<Answers, "templateChanges">;

/** What an edit would do when it is deployed; told when the diagnostics are. */
export function changeRequests(context: RequestContext): ChangeRequests {
  const { service, documents, feed, language, within, yieldToEventLoop } = context;
  const { notes, catalogue } = service;
  /** In turns of a few milliseconds each: a hover comes between them. */
  const inTurn = async <Made>(make: () => Made): Promise<Made | undefined> => {
    await yieldToEventLoop();
    return within(LONGEST, make, () => undefined);
  };
  /** What was asked about last: somebody edits one template at a time. */
  let base: Template | undefined;
  return {
    templateChanges: async ({ textDocument: { uri }, before }, token) => {
      await feed.settled(uri);
      const open = documents.get(uri);
      if (open === undefined || token.isCancellationRequested) return null;
      const { template } = open;
      const { version } = open.document;
      const known = base;
      const old = known?.text === before ? known : await inTurn(() => parse(before));
      base = old;
      if (old === undefined) return null;
      const change = await inTurn(() => templateChange({ template: old }, { template }, catalogue));
      const report = change && (await inTurn(() => changeReport(change, language())));
      const sections = report && (await inTurn(() => templateChanges(report, { uri, template }, notes)));
      return sections === undefined ? null : { version, sections };
    },
  };
}
