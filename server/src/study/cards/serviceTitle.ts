import { nameKeys } from "../../notes/words/nameKeys.ts";
import { Services } from "../../notes/words/services.ts";
import { lazy } from "../../text/lazy.ts";

const services = lazy(() => new Services([]));

/** Whether a title is a service's name and nothing else: below it stand all sorts of things. */
export function isServiceTitle(title: string): boolean {
  const name = title.replace(/^(?:AWS|Amazon)\s+/u, "").replace(/\s*[（(][^（()）]*[）)]$/u, "");
  return nameKeys(name).some((key) => services().named(key) !== undefined);
}
