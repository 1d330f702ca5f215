import { answerTool } from "../../assistant/answers.ts";
import { TOOLS } from "../../assistant/toolDescriptions.ts";
import type { Diagnostic } from "../../features/diagnostics.ts";
import { parse } from "../../model/reading/parse.ts";
import type { RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type AssistantRequests = Pick<Answers, "assistant">;

/** Answers the tools of assistants in the editor; the client reads the files. */
export function assistantRequests(context: RequestContext): AssistantRequests {
  const { service, host, inSteps } = context;
  return {
    assistant: async ({ tool, input, uri, text, before }, { token, language }) => {
      if (tool === TOOLS.search_notes.name || tool === TOOLS.explain.name)
        await inSteps(service.notes.prepareSearch(), token);
      return answerTool(tool, input, {
        service,
        language,
        textOf: async ({ path }) => ({ file: typeof path === "string" ? path : "draft", text: text ?? "", uri }),
        beforeOf: async ({ path }) => ({ file: String(path), text: before ?? "" }),
        rulesMeant: async (code) => {
          // Whoever never asks needs no rules beside the answers.
          const { rulesMeant } = await import("../../assistant/rulesMeant.ts");
          return rulesMeant(code, language, (one) => host.ruleText?.(one, language));
        },
        diagnosticsOf: (asked) => checkedText(context, uri, asked.text),
      });
    },
  };
}

/** The findings of a check of a text, in a file or not, even if the editor is set to show none. */
async function checkedText(
  { checks, documents, language, resultInSteps, settings, host }: RequestContext,
  uri: string | undefined,
  text: string,
): Promise<readonly Diagnostic[]> {
  const open = { document: documents.saved(uri ?? "untitled:draft", text), template: parse(text) };
  const own = { language: language(), today: host.today(), severities: settings().severities };
  const steps = await checks.begin(open, own);
  return steps === undefined ? [] : resultInSteps(steps);
}
