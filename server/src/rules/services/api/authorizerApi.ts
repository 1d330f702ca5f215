import { searchResources } from "../../../model/incremental/searchEntries.ts";
import { refTarget, valueAt } from "../../../model/tree/node.ts";
import type { TemplateRule } from "../../engine/rule.ts";

/** An API Gateway method whose authorizer belongs to another API. */
export const authorizerApi: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { report }) {
    const parts = partsOfApis(template);
    const authorizers = new Map(
      parts.flatMap(({ entry, found }) => (found === "AWS::ApiGateway::Authorizer" ? [[entry.name, entry]] : [])),
    );
    if (authorizers.size === 0) return;
    for (const { entry, found } of parts) {
      if (found !== "AWS::ApiGateway::Method") continue;
      const properties = valueAt(entry.value, "Properties");
      const authorizer = authorizers.get(refTarget(valueAt(properties, "AuthorizerId")) ?? "");
      const own = valueAt(properties, "RestApiId");
      const ownApi = refTarget(own);
      const other = refTarget(valueAt(valueAt(authorizer?.value, "Properties"), "RestApiId"));
      if (
        authorizer === undefined ||
        own === undefined ||
        ownApi === undefined ||
        other === undefined ||
        ownApi === other
      )
        continue;
      report(entry, own, { message: "other-api", with: { authorizer: authorizer.name, other, ownApi } });
    }
  },
};

/** Authorizers and methods, with their type. */
const partsOfApis = searchResources(["AWS::ApiGateway::Authorizer", "AWS::ApiGateway::Method"], (_, type) => type);
