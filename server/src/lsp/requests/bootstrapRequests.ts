import { SHOW_SEQUENCE_COMMAND } from "../../protocol/template.ts";
import { spanOf } from "../documents/documents.ts";
import { hasCommand } from "../host/clientFeatures.ts";
import { codeLenses, inlayHints, sequenceAnswer } from "../views/bootstrapViews.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type BootstrapRequests = Pick<Answers, "codeLenses" | "inlayHints" | "bootstrapSequence">;

/** Answers requests about signals and about how a resource comes up. */
export function bootstrapRequests(context: RequestContext): BootstrapRequests {
  const { service, parameters } = context;
  const sequences = hasCommand(parameters, SHOW_SEQUENCE_COMMAND);
  return {
    codeLenses: (_, { open, settings, language }) => {
      if (open === undefined || !settings.codeLens) return undefined;
      return codeLenses(open.document, service.signalLenses(open.template), language, sequences);
    },
    inlayHints: ({ range }, { open, settings, language }) => {
      if (open === undefined || !settings.inlayHints) return undefined;
      const { document, template } = open;
      return inlayHints(document, service.scriptHints(template, spanOf(document, range)), language);
    },
    bootstrapSequence: ({ logicalId, position, shown }, { open, language }) => {
      if (open === undefined) return undefined;
      const { document, template } = open;
      const place = logicalId ?? (position ? document.offsetAt(position) : "");
      return sequenceAnswer(document, service.bootstrapSequence(template, place, shown), service.notes, language);
    },
  };
}
