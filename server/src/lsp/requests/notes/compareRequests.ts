import type { Comparison, ComparisonParams, ComparisonsParams, ComparisonTitle } from "../../../protocol/study.ts";
import type { OutdatedFile, OutdatedParams } from "../../../protocol/writing.ts";
import { comparison, comparisonsFor } from "../../../study/compare.ts";
import { outdatedIn } from "../../../study/outdated.ts";
import { ownFiles } from "../../notes/ownFiles.ts";
import type { RequestContext } from "../request.ts";
import type { Requests } from "../requestTable.ts";

type CompareRequests = Pick<Requests, "comparison" | "comparisons" | "outdatedNotes">;

/** Things side by side, and what AWS has overtaken. */
export function compareRequests(context: RequestContext): CompareRequests {
  const { service, store, guarded, language, yieldToEventLoop } = context;
  const asked: RequestContext["guarded"] = (name, otherwise, handle) => guarded(name, otherwise, handle, "notes");
  return {
    comparison: asked<ComparisonParams, Comparison | null>(
      "comparison",
      null,
      ({ id }) => comparison(id, service.notes, language()) ?? null,
    ),
    comparisons: asked<ComparisonsParams, readonly ComparisonTitle[]>("comparisons", [], ({ query }) =>
      comparisonsFor(query, language()),
    ),
    outdatedNotes: asked<OutdatedParams, readonly OutdatedFile[]>("outdatedNotes", [], async ({ uri }) => {
      const found: OutdatedFile[] = [];
      for (const file of ownFiles(service.notes, store)) {
        if (uri !== undefined && file.uri !== uri) continue;
        found.push(outdatedIn(file, language()));
        await yieldToEventLoop();
      }
      return found.filter(({ places }) => places.length > 0);
    }),
  };
}
