import { assistantRequests } from "./assistantRequests.ts";
import { changeAgainst } from "./changeAgainst.ts";
import { changeRequests } from "./changeRequests.ts";
import { compareRequests } from "./notes/compareRequests.ts";
import { mendRequests } from "./notes/mendRequests.ts";
import { studyRequests } from "./notes/studyRequests.ts";
import { writeRequests } from "./notes/writeRequests.ts";
import { pictureRequests } from "./pictureRequests.ts";
import { refactorRequests } from "./refactorRequests.ts";
import type { RequestContext } from "./request.ts";

export type LaterRequests = ReturnType<typeof assistantRequests> &
  ReturnType<typeof changeRequests> &
  ReturnType<typeof compareRequests> &
  ReturnType<typeof mendRequests> &
  ReturnType<typeof pictureRequests> &
  ReturnType<typeof refactorRequests> &
  ReturnType<typeof studyRequests> &
  ReturnType<typeof writeRequests>;

/** Answers what is asked when somebody studies, writes or mends notes, or has changed a template. */
export function laterRequests(context: RequestContext): LaterRequests {
  const change = changeAgainst(context);
  return {
    ...assistantRequests(context),
    ...changeRequests(context, change),
    ...compareRequests(context),
    ...mendRequests(context),
    ...pictureRequests(context, change),
    ...refactorRequests(context),
    ...studyRequests(context),
    ...writeRequests(context),
  };
}
