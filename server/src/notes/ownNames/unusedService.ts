import type { Focus } from "../../model/focus/focus.ts";
import type { Declarations } from "../../model/template.ts";
import { intersects } from "../../text/intersects.ts";
import { memoBy } from "../../text/memoBy.ts";
import { type Note, type NoteFileContent, namespaceOf } from "../reading/note.ts";
import type { AskedTemplate } from "./ownCandidates.ts";

/**
 * Whether the titles above a note name services that a template does not use: the note is then not on the template's
 * things.
 */
export function isOnUnusedService(
  { context }: Note,
  { template: { declarations } }: AskedTemplate,
  servicesIn: (text: string) => ReadonlySet<string>,
): boolean {
  const above = servicesAbove(context, servicesIn);
  return above !== undefined && !above.has("CloudFormation") && !intersects(above, servicesOf(declarations));
}

/** Whether a document is on services by its title, and a template has nothing of these: `ECR integration`. */
export function isInDocumentOnUnused(
  { title }: Pick<NoteFileContent, "title">,
  { template: { declarations } }: AskedTemplate,
  servicesIn: (text: string) => ReadonlySet<string>,
): boolean {
  const named = [...servicesIn(title)].filter((service) => service !== "CloudFormation");
  return named.length > 0 && !intersects(new Set(named), servicesOf(declarations));
}

/**
 * Whether the titles of a note on an attribute name services, and not that of the resource which has it: the
 * `UpdatePolicy` of a group says little about that of an alias.
 */
export function isOnOthersAttribute(
  { kind, title, context }: Note,
  { place }: Focus,
  servicesIn: (text: string) => ReadonlySet<string>,
): boolean {
  if (place.in !== "resource" || place.type === undefined) return false;
  const own = kind === "heading" ? servicesIn(title) : NONE;
  const services = own.size > 0 ? own : (servicesAbove(context, servicesIn) ?? NONE);
  return services.size > 0 && !services.has("CloudFormation") && !services.has(namespaceOf(place.type));
}

const NONE: ReadonlySet<string> = new Set();

/** The services of the nearest title that names any. Memoised: the same notes are asked about in each template. */
const servicesAbove = memoBy(
  (context: readonly string[], servicesIn: (text: string) => ReadonlySet<string>): ReadonlySet<string> | undefined =>
    context.map(servicesIn).find(({ size }) => size > 0),
);

/** The namespaces of what SAM's types become. */
const SERVERLESS = ["Lambda", "ApiGateway", "ApiGatewayV2", "DynamoDB"];

const servicesOf = memoBy(({ resources }: Declarations): ReadonlySet<string> => {
  const found = new Set([...resources.values()].flatMap(({ type }) => (type === undefined ? [] : [namespaceOf(type)])));
  return found.has("Serverless") ? new Set([...found, ...SERVERLESS]) : found;
});
