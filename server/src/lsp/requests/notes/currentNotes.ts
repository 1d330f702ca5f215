import type { RequestContext } from "../request.ts";

/** Files that change more often while they are read are being written by somebody. */
const MAX_READINGS = 3;

/**
 * Reads the user's notes anew from their files: an edit of files that nobody has open can't rely on the system's
 * events. Gives `false` if they keep changing.
 */
export async function readCurrentNotes({
  service,
  store,
  resultInSteps,
}: Pick<RequestContext, "service" | "store" | "resultInSteps">): Promise<boolean> {
  for (let reading = 0; reading < MAX_READINGS; reading++) {
    if (!(await store.refresh())) return true;
    await resultInSteps(service.notes.prepare());
  }
  return false;
}
