import { distance } from "fastest-levenshtein";
import type { Catalogue } from "../../../catalogue/types/catalogue.ts";
import { nearest } from "../../../text/nearest.ts";
import { ROLE_USES } from "./roleUses.ts";

/** Services by their names without hyphens and the s at the end. */
const SERVICES: ReadonlyMap<string, string> = new Map([
  ...[...ROLE_USES.values()].flat().map(({ service }) => [plainServiceName(service), service] as const),
  ["stepfunction", "states"],
  ["kinesisfirehose", "firehose"],
]);

/**
 * The service that a principal most surely means which is none: `ecs-task.amazonaws.com`, `code-build.amazonaws.com`, or
 * `lambda.aws.com`, with the name of a service before another domain, or `cloudfront`, the name alone.
 */
export function meantService(principal: string, { iamServices }: Pick<Catalogue, "iamServices">): string | undefined {
  const plain = SERVICES.get(plainServiceName(principal));
  if (/^[a-z][a-z\d-]+$/.test(principal)) return plain !== undefined || !iamServices.has(principal) ? plain : principal;
  const [, own = "", domain = ""] = /^([a-z][a-z\d-]*)\.(.+)$/.exec(principal) ?? [];
  const isOtherDomain = domain === "aws.com" || [1, 2].includes(distance(domain, DOMAIN));
  if (isOtherDomain && !domain.endsWith(".cn")) return SERVICES.get(plainServiceName(own)) === own ? own : undefined;
  const name = /^([a-z][a-z-]{4,})\.amazonaws\.com$/.exec(principal)?.[1];
  if (name === undefined || iamServices.has(name)) return undefined;
  const meant = SERVICES.get(plainServiceName(name)) ?? slipped(name);
  return meant === name ? undefined : meant;
}

/** The service whose name differs in one letter from a name that is long enough for this to be no other one. */
function slipped(name: string): string | undefined {
  const meant = name.length < MIN_LENGTH ? undefined : nearest(name, SERVICES.values());
  return meant !== undefined && distance(meant, name) === 1 ? meant : undefined;
}

const MIN_LENGTH = 5;
const DOMAIN = "amazonaws.com";

function plainServiceName(service: string): string {
  return service.replaceAll("-", "").replace(/s$/, "");
}
