import { answerOf } from "../../assistant/answers.ts";
import type { AssistantParams } from "../../protocol.ts";
import type { RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type AssistantRequests = Pick<Requests, "assistant">;

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
