import type { OutdatedFile } from "../../../protocol/writing.ts";
import { comparison, comparisonsFor } from "../../../study/compare.ts";
import { outdatedIn } from "../../../study/outdated.ts";
import { ownFiles } from "../../notes/ownFiles.ts";
import type { RequestContext } from "../request.ts";
import type { Answers } from "../requestTable.ts";

type CompareRequests = Pick<Answers, "comparison" | "comparisons" | "outdatedNotes">;

/** Answers comparisons, and what AWS has overtaken. */
export function compareRequests(context: RequestContext): CompareRequests {
  const { service, store, host } = context;
  return {
    comparison: ({ id }, { language }) => comparison(id, service.notes, language),
    comparisons: ({ query }, { language }) => comparisonsFor(query, language),
    outdatedNotes: async ({ uri }, { language }) => {
      const found: OutdatedFile[] = [];
      for (const file of ownFiles(service.notes, store)) {
        if (uri !== undefined && file.uri !== uri) continue;
        found.push(outdatedIn(file, language));
        await host.yieldToEventLoop();
      }
      return found.filter(({ places }) => places.length > 0);
    },
  };
}
