import { createLanguageService } from "../../languageService.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { visibleLines } from "../../text/visible.ts";
import { afterEdit, type HookContext } from "./afterEdit.ts";
import { ask, tell } from "./hookAnswer.ts";
import type { HookCall } from "./hookCall.ts";
import { questionBefore } from "./questionBefore.ts";

/** Answers a hook on a tool, and gives the exit code. */
export async function answerHook(call: HookCall, context: HookContext): Promise<number> {
  const service = createLanguageService({ catalogue: await nodeHost.catalogue() });
  if (call.isBefore) {
    const question = await questionBefore(call, service.catalogue, context);
    return question === undefined ? 0 : ask(call, visibleLines(question));
  }
  const told = await afterEdit(call, service, context);
  return told === undefined ? 0 : tell(call, visibleLines(told));
}
