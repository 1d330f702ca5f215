import { nameKeys } from "../../notes/words/nameKeys.ts";
import { type Service, Services } from "../../notes/words/services.ts";
import { lazy } from "../../text/lazy.ts";

const services = lazy(() => new Services([]));

/** Whether a title is exactly a service name. */
export function isServiceTitle(title: string): boolean {
  return titledService(title) !== undefined;
}

/** Whether two titles name the same service: `SQS` and `Amazon Simple Queue Service`. */
export function isSameService(one: string, other: string): boolean {
  return titledService(one) !== undefined && titledService(one) === titledService(other);
}

/** Whether a text mentions a service. */
export function namesService(text: string): boolean {
  return services().mentioned(text).size > 0;
}

/** Whether words are those of a service name, except at most one: `Identity and Access Management`, `Elastic Load Balancer`. */
export function namesLike(title: string, words: readonly string[]): boolean {
  const known = (titledService(title)?.names ?? []).map((name) => name.toLowerCase());
  const others = words.filter((word) => !known.some((name) => name.includes(word.toLowerCase().slice(0, 4))));
  return others.length <= 1 && others.length < words.length / 2;
}

/** All names of a service; empty for other titles. */
export function serviceNames(title: string): string {
  return titledService(title)?.names.join(" ") ?? "";
}

function titledService(title: string): Service | undefined {
  const name = title.replace(/^(?:AWS|Amazon)\s+/u, "").replace(/\s*[（(][^（()）]*[）)]$/u, "");
  return nameKeys(name)
    .map((key) => services().named(key))
    .find((service) => service !== undefined);
}
