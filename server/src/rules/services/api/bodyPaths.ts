import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Template } from "../../../model/template.ts";
import { contentSpan, pairOf, refTarget, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { ReportIn } from "../../shared/rule.ts";

/** Resources below the root of a REST API whose definition has their path already. */
export function checkBodyPaths(template: Template, report: ReportIn): void {
  const described = definitions(template);
  if (described.length === 0) return;
  const byName = new Map(described.map(({ entry, found }) => [entry.name, found]));
  const parts = pathParts(template);
  const pathOf = new Map<string, string>();
  for (const { entry, found } of parts) if (found.isFirst) pathOf.set(entry.name, `/${found.text}`);
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const before = pathOf.size;
    for (const { entry, found } of parts) {
      const above = pathOf.get(found.parent);
      if (above !== undefined && !pathOf.has(entry.name)) pathOf.set(entry.name, `${above}/${found.text}`);
    }
    if (pathOf.size === before) break;
  }
  const madeTwice = new Set<string>();
  const shortestFirst = [...pathOf].sort(([, one], [, other]) => one.length - other.length);
  for (const [name, path] of shortestFirst) {
    const part = parts.find(({ entry }) => entry.name === name);
    const known = byName.get(part?.found.api ?? "")?.find((one) => one === path || one.startsWith(`${path}/`));
    if (part === undefined || known === undefined) continue;
    madeTwice.add(name);
    // What is below follows from it.
    if (madeTwice.has(part.found.parent)) continue;
    report(part.entry, contentSpan(part.found.node), {
      message: "in-body",
      with: { api: part.found.api, path: known },
    });
  }
}

const MAX_DEPTH = 30;

/** The paths of REST APIs that are written out in their definitions. */
const definitions = searchResources(
  ["AWS::ApiGateway::RestApi", "AWS::Serverless::Api"],
  ({ value }, type): readonly string[] | undefined => {
    if (valueAt(value, "Condition") !== undefined) return undefined;
    const body = valueAt(valueAt(value, "Properties"), type === "AWS::Serverless::Api" ? "DefinitionBody" : "Body");
    const paths = valueAt(body, "paths");
    return paths?.kind === "map"
      ? paths.pairs.flatMap(({ key }) => (key.text.startsWith("/") ? key.text : []))
      : undefined;
  },
);

/** Resources with literal path parts, their API, and what they are below. */
const pathParts = searchResources(["AWS::ApiGateway::Resource"], ({ value }) => {
  const properties = valueAt(value, "Properties");
  const part = pairOf(properties, "PathPart")?.value;
  const api = refTarget(valueAt(properties, "RestApiId"));
  const parent = valueAt(properties, "ParentId");
  if (part?.kind !== "scalar" || api === undefined || parent === undefined) return undefined;
  if (valueAt(value, "Condition") !== undefined) return undefined;
  const isFirst = composedText(parent) === `\${${api}.RootResourceId}`;
  return { node: part, text: part.text, api, parent: refTarget(parent) ?? "", isFirst };
});
