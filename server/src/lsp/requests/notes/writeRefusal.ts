import { decodedName } from "../../../notes/reading/markdown/uriPath.ts";
import { notUtf8Text } from "../../../notes/rendering/messages.ts";
import type { Localised } from "../../../text/localised.ts";
import type { RequestContext } from "../request.ts";

/** Why nothing may be written into one of the user's files of notes, if it is among these. */
export function writeRefusal(
  uris: readonly string[],
  { service, store }: Pick<RequestContext, "service" | "store">,
): Localised | undefined {
  const found = uris.find((uri) => service.notes.file(store.ownUri(uri) ?? uri)?.isUtf8 === false);
  return found === undefined ? undefined : notUtf8Text(decodedName(found));
}
