import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { type Node, refTarget, valueAt } from "../../../model/tree/node.ts";
import { composedText } from "../../shared/resolving/composedText.ts";
import type { TemplateRule } from "../../shared/rule.ts";

/**
 * A part of a REST API that names one of another API: an authorizer or a validator, the resource of a method or above a
 * resource, the deployment of a stage.
 */
export const authorizerApi: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const { parameters } = template.declarations;
    const parts = new Map(partsOfApis(template).map(({ entry, found }) => [entry.name, { entry, ...found }]));
    for (const { entry, own, named } of parts.values()) {
      const api = refTarget(own);
      for (const { property, type, node, says } of named) {
        const name = refTarget(node) ?? "";
        const part = parts.get(name);
        const root = type === RESOURCE ? ROOT.exec(composedText(node) ?? "")?.[1] : undefined;
        const other = root ?? (part?.type === type ? refTarget(part.own) : undefined);
        if (own === undefined || api === undefined || other === undefined || api === other) continue;
        // Two parameters may be given the same.
        if (parameters.has(api) || parameters.has(other)) continue;
        report(entry, own, { message: "other-api", with: { property, name: entry.name, other, api, says } });
      }
    }
  },
};

const RESOURCE = "AWS::ApiGateway::Resource";
const ROOT = /^\$\{(\w+)\.RootResourceId\}$/;

interface Named {
  readonly property: string;
  readonly type: string;
  readonly says: string;
}

/** What parts of an API name others by, and API Gateway's answer to one that is not the API's own. */
const NAMED: ReadonlyMap<string, readonly Named[]> = new Map([
  [
    "AWS::ApiGateway::Method",
    [
      { property: "AuthorizerId", type: "AWS::ApiGateway::Authorizer", says: "Invalid authorizer ID specified" },
      { property: "ResourceId", type: RESOURCE, says: "Invalid Resource identifier specified" },
      {
        property: "RequestValidatorId",
        type: "AWS::ApiGateway::RequestValidator",
        says: "Invalid Request Validator identifier specified",
      },
    ],
  ],
  [RESOURCE, [{ property: "ParentId", type: RESOURCE, says: "Invalid Resource identifier specified" }]],
  [
    "AWS::ApiGateway::Stage",
    [
      {
        property: "DeploymentId",
        type: "AWS::ApiGateway::Deployment",
        says: "Invalid Deployment identifier specified",
      },
    ],
  ],
]);

const TYPES = [
  ...NAMED.keys(),
  "AWS::ApiGateway::Authorizer",
  "AWS::ApiGateway::Deployment",
  "AWS::ApiGateway::RequestValidator",
];

/** Parts of APIs, with their API and what they name. */
const partsOfApis = searchResources(TYPES, ({ value }, type) => {
  const properties = valueAt(value, "Properties");
  const named = (NAMED.get(type) ?? []).flatMap((one): readonly (Named & { readonly node: Node })[] => {
    const node = valueAt(properties, one.property);
    return node?.kind === "call" ? [{ ...one, node }] : [];
  });
  return { type, own: valueAt(properties, "RestApiId"), named };
});
