import { codeLenses, inlayHints, sequenceAnswer } from "../views/bootstrapViews.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type BootstrapRequests = Pick<Answers, "codeLenses" | "inlayHints" | "bootstrapSequence">;

/** What waits for which signals, and how a resource comes up. */
export function bootstrapRequests(context: RequestContext): BootstrapRequests {
  const { service, documents, settings, language, sequences } = context;
  return {
    codeLenses: ({ textDocument }) => {
      const open = settings().codeLens ? documents.get(textDocument.uri) : undefined;
      if (open === undefined) return null;
      return codeLenses(open.document, service.signalLenses(open.template), language(), sequences);
    },
    inlayHints: ({ textDocument, range }) => {
      const open = settings().inlayHints ? documents.get(textDocument.uri) : undefined;
      if (open === undefined) return null;
      const { document, template } = open;
      const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      return inlayHints(document, service.scriptHints(template, within), language());
    },
    bootstrapSequence: ({ textDocument, logicalId, position, shown }) => {
      const open = documents.get(textDocument.uri);
      if (open === undefined) return null;
      const { document, template } = open;
      const place = logicalId ?? (position ? document.offsetAt(position) : "");
      return sequenceAnswer(document, service.bootstrapSequence(template, place, shown), service.notes, language());
    },
  };
}
