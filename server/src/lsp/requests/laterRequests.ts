import { assistantRequests } from "./assistantRequests.ts";
import { changeRequests } from "./changeRequests.ts";
import { compareRequests } from "./notes/compareRequests.ts";
import { mendRequests } from "./notes/mendRequests.ts";
import { studyRequests } from "./notes/studyRequests.ts";
import { writeRequests } from "./notes/writeRequests.ts";
import { refactorRequests } from "./refactorRequests.ts";
import type { RequestContext } from "./request.ts";

export type LaterRequests = ReturnType<typeof assistantRequests> &
  ReturnType<typeof changeRequests> &
  ReturnType<typeof compareRequests> &
  ReturnType<typeof mendRequests> &
  ReturnType<typeof refactorRequests> &
  ReturnType<typeof studyRequests> &
  ReturnType<typeof writeRequests>;

/** What is asked when somebody studies, writes or mends notes, or has changed a template. */
export function laterRequests(context: RequestContext): LaterRequests {
  return {
    ...assistantRequests(context),
    ...changeRequests(context),
    ...compareRequests(context),
    ...mendRequests(context),
    ...refactorRequests(context),
    ...studyRequests(context),
    ...writeRequests(context),
  };
}
