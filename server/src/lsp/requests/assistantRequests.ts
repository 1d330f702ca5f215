import { answerOf } from "../../assistant/answers.ts";
import type { AssistantParams } from "../../protocol.ts";
import type { Handler, RequestContext } from "./request.ts";

export interface AssistantRequests {
  readonly assistant: Handler<AssistantParams, object>;
}

/** The tools of assistants in the editor; the client reads the files. */
export function assistantRequests({
  service,
  guarded,
  language,
  diagnosticsRequest,
}: RequestContext): AssistantRequests {
  const failed = { problem: "The language server failed; its output says why." };
  return {
    assistant: guarded<AssistantParams, object>(
      "assistant",
      failed,
      ({ tool, input, uri, text }) =>
        answerOf(tool, input, {
          service,
          language: language(),
          textOf: async ({ path }) => ({ file: typeof path === "string" ? path : "draft", text: text ?? "" }),
          diagnosticsRequest: () => diagnosticsRequest(uri),
        }),
      "notes",
    ),
  };
}
