import { changeReport } from "../../change/report.ts";
import { templateChanges } from "../views/changeViews.ts";
import type { ChangeAgainst } from "./changeAgainst.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type ChangeRequests = Pick<Answers, "templateChanges" | "environments">;

/** What an edit would do when it is deployed; told when the diagnostics are. */
export function changeRequests(context: RequestContext, { inTurn, change: changeOver }: ChangeAgainst): ChangeRequests {
  const { service, documents, feed, language, projects } = context;
  return {
    environments: async ({ textDocument: { uri } }) => {
      const found = (await projects.of(uri))?.settings.environments ?? [];
      return [...found].map(([name, revision]) => ({ name, revision }));
    },
    templateChanges: async ({ textDocument: { uri }, before }, token) => {
      await feed.settled(uri);
      const open = documents.get(uri);
      if (open === undefined || token.isCancellationRequested) return null;
      const { template } = open;
      const { version } = open.document;
      const change = await changeOver(before, template);
      const report = change && (await inTurn(() => changeReport(change, language())));
      const sections = report && (await inTurn(() => templateChanges(report, { uri, template }, service.notes)));
      return sections === undefined ? null : { version, sections };
    },
  };
}
