import { Services } from "../../notes/services.ts";
import { nameKeys } from "../../notes/words/nameKeys.ts";

let services: Services | undefined;

/** Whether a title is a service's name and nothing else: below it stand all sorts of things. */
export function isServiceTitle(title: string): boolean {
  services ??= new Services([]);
  const known = services;
  const name = title.replace(/^(?:AWS|Amazon)\s+/u, "").replace(/\s*[（(][^（()）]*[）)]$/u, "");
  return nameKeys(name).some((key) => known.named(key) !== undefined);
}
