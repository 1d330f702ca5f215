import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { contentSpan, pairOf, textOf, valueAt } from "../../model/tree/node.ts";
import { waitsFor } from "../engine/cycles.ts";
import type { TemplateRule } from "../engine/rule.ts";
import { resourceTarget } from "../shared/links/resourceTarget.ts";
import { hasAllKeys, isSet } from "../shared/values/literals.ts";

/**
 * A method of a REST API without an integration, so that the API's deployment fails.
 * It is based on what CreateDeployment checks, and looks only at APIs that the template also deploys.
 *
 * Bad:
 * ```yaml
 * Resources:
 *   Method:
 *     Type: AWS::ApiGateway::Method
 *     Properties:
 *       RestApiId: !Ref Api
 *       ResourceId: !GetAtt Api.RootResourceId
 *       HttpMethod: GET
 *       AuthorizationType: NONE
 *   Deployment:
 *     Type: AWS::ApiGateway::Deployment
 *     DependsOn: Method
 *     Properties: {RestApiId: !Ref Api}
 *   Api:
 *     Type: AWS::ApiGateway::RestApi
 *     Properties: {Name: example}
 * ```
 * Good:
 * ```yaml
 *       AuthorizationType: NONE
 *       Integration: {Type: MOCK}
 * ```
 *
 * @ja
 * 統合のないREST APIのメソッドを検出します。
 * APIのデプロイは失敗します。
 * 判定は、CreateDeploymentが検証する内容に基づき、テンプレートでデプロイもするAPIだけを対象にします。
 */
export const methodIntegration: TemplateRule = {
  scope: "template",
  code: "method-integration",
  severity: "error",
  cfnLint: [],
  title: { en: "Methods that are deployed have an integration", ja: "デプロイするメソッドには統合がある" },
  topic: "api-integration",
  check(template, { report }) {
    const parts = partsOfApis(template, "Resources");
    if (template.declarations.open) return;
    for (const { entry, found } of parts) {
      if (!found.lacks) continue;
      const key = pairOf(entry.value, "Properties")?.key ?? entry.key;
      const [deployment] = parts.filter(
        (one) =>
          one.found.isDeployment && one.found.api === found.api && waitsFor(template, one.entry.name).has(entry.name),
      );
      if (deployment === undefined) continue;
      report(entry, contentSpan(key), {
        en: `${entry.name} has no Integration, so ${deployment.entry.name} fails (“No integration defined for method”).`,
        ja: `${entry.name}にIntegrationがないため、${deployment.entry.name}が失敗します（「No integration defined for method」）。`,
      });
    }
  },
};

/** Methods without integration, and deployments, with the logical ID of their API. */
const partsOfApis = searchEntries(({ value }) => {
  const type = textOf(valueAt(value, "Type"));
  const isDeployment = type === "AWS::ApiGateway::Deployment";
  if (!isDeployment && type !== "AWS::ApiGateway::Method") return undefined;
  const properties = valueAt(value, "Properties");
  const api = resourceTarget(valueAt(properties, "RestApiId"));
  if (properties?.kind !== "map" || api === undefined) return undefined;
  const lacks = !isDeployment && !isSet(properties, "Integration") && hasAllKeys(properties);
  return isDeployment || lacks ? { isDeployment, lacks, api } : undefined;
});
