import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Template } from "../../../model/template.ts";
import { contentSpan, pairOf, refTarget, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { ReportIn } from "../../shared/rule.ts";

/** Resources below the root of a REST API whose definition has their path already. */
export function checkBodyPaths(template: Template, report: ReportIn): void {
  const described = definitions(template);
  if (described.length === 0) return;
  const pathsOf = new Map(described.map(({ entry, found }) => [entry.name, found]));
  const parts = new Map(pathParts(template).map((one) => [one.entry.name, one]));
  const pathOf = (name: string, depth = 0): string | undefined => {
    const found = parts.get(name)?.found;
    if (found === undefined || depth > MAX_DEPTH) return undefined;
    const above = found.isFirst ? "" : pathOf(found.parent, depth + 1);
    return above === undefined ? undefined : `${above}/${found.text}`;
  };
  const known = (name: string): string | undefined => {
    const path = pathOf(name);
    if (path === undefined) return undefined;
    return pathsOf.get(parts.get(name)?.found.api ?? "")?.find((one) => one === path || one.startsWith(`${path}/`));
  };
  for (const [name, { entry, found }] of parts) {
    const path = known(name);
    // What is below one that is made twice follows from it.
    if (path === undefined || known(found.parent) !== undefined) continue;
    report(entry, contentSpan(found.node), { message: "in-body", with: { api: found.api, path } });
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
