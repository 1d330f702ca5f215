import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Entry, Template } from "../../../model/template.ts";
import { contentSpan, type MapNode, type Node, pairOf, refTarget, textOf, valueAt } from "../../../model/tree/node.ts";
import type { TemplateContext, TemplateRule } from "../../engine/rule.ts";
import { isLoopName } from "../../shared/declaredNames.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { type ApiSide, apiSide } from "../../shared/links/samApiSide.ts";
import { literalText } from "../../shared/values/literals.ts";

/**
 * Events of SAM functions and state machines that do not fit their API: another kind of API, an authorizer or a model
 * that the API does not have, a path and method that another event already has.
 */
export const samEvents: TemplateRule = {
  scope: "template",
  check(template, context) {
    if (template.declarations.open) return;
    const withEvents = withApiEvents(template);
    const apis = new Map(samApis(template).map(({ entry }) => [entry.name, entry]));
    checkEmpty(template, withEvents, apis, context);
    if (withEvents.length === 0) return;
    const world: World = { template, apis, routes: new Map() };
    for (const { entry, found } of withEvents) for (const event of found) checkEvent(entry, event, world, context);
  },
};

/** SAM deploys an API with what events ask of it. */
function checkEmpty(
  template: Template,
  withEvents: readonly { readonly found: readonly ApiEvent[] }[],
  apis: World["apis"],
  { report }: TemplateContext,
): void {
  const { loopNames, resources } = template.declarations;
  const rest = [...apis.values()].filter(({ name }) => resources.get(name)?.type === "AWS::Serverless::Api");
  if (rest.length === 0 || loopNames.length > 0 || methods(template).length > 0) return;
  const named = withEvents.flatMap(({ found }) =>
    found.map(({ properties }) => {
      const id = valueAt(properties, "RestApiId");
      return id === undefined ? "" : (resourceTarget(id) ?? textOf(id));
    }),
  );
  if (named.includes(undefined)) return;
  for (const api of rest) {
    if (named.includes(api.name) || apiSide("Api", api, template).hasDefinition) continue;
    report(api, contentSpan(api.key), {
      en: `No event asks for a method of ${api.name} (“The REST API doesn't contain any methods”): give an event of a function RestApiId: !Ref ${api.name}, or the API a DefinitionBody.`,
      ja: `${api.name}のメソッドを求めるイベントがありません（「The REST API doesn't contain any methods」）。関数のイベントに「RestApiId: !Ref ${api.name}」を書くか、APIにDefinitionBodyを指定してください。`,
      // SAM itself takes it: what fails is the deployment of the API.
      severity: "warning",
      unfinished: "below",
    });
  }
}

const methods = searchResources(["AWS::ApiGateway::Method"], (): true => true);

/** An event of an API, as it is written. */
interface ApiEvent {
  readonly kind: "Api" | "HttpApi";
  readonly properties: MapNode;
}

/** What events are held against. */
interface World {
  readonly template: Template;
  readonly apis: ReadonlyMap<string, Entry>;
  readonly routes: Map<string, Route>;
}

interface Route {
  readonly entry: Entry;
  readonly node: Node;
}

/** Functions and state machines with such events. */
const withApiEvents = searchResources(
  ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"],
  ({ value }): readonly ApiEvent[] | undefined => {
    const events = valueAt(valueAt(value, "Properties"), "Events");
    return (events?.kind === "map" ? events.pairs : []).flatMap(({ value: event }): readonly ApiEvent[] => {
      const kind = literalText(event, "Type");
      const properties = valueAt(event, "Properties");
      if ((kind !== "Api" && kind !== "HttpApi") || properties?.kind !== "map") return [];
      return [{ kind, properties }];
    });
  },
);

/** What events may name; the first is SAM's own, to which it adds paths. */
const APIS: Readonly<Record<ApiEvent["kind"], readonly [string, string]>> = {
  Api: ["AWS::Serverless::Api", "AWS::ApiGateway::RestApi"],
  HttpApi: ["AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"],
};

const samApis = searchResources(["AWS::Serverless::Api", "AWS::Serverless::HttpApi"], () => true);

function checkEvent(
  entry: Entry,
  { kind, properties }: ApiEvent,
  { template, apis, routes }: World,
  context: TemplateContext,
): void {
  const { catalogue } = context;
  const id = valueAt(properties, kind === "Api" ? "RestApiId" : "ApiId");
  const target = refTarget(id) ?? (id?.kind === "scalar" ? id.text : undefined);
  if (id !== undefined && target === undefined) {
    checkId(entry, id, kind, context);
    return;
  }
  const api = apis.get(target ?? "");
  const type = target === undefined ? undefined : template.declarations.resources.get(target)?.type;
  const isOther = type !== undefined && !APIS[kind].includes(type) && catalogue.resourceType(type) !== undefined;
  if (id !== undefined && isOther) {
    const [wanted] = APIS[kind];
    context.report(entry, id, {
      en: `${target} is ${type}: an event of the type ${kind} needs an ${wanted}.`,
      ja: `${target}は${type}です。Typeが${kind}のイベントには${wanted}が必要です。`,
    });
    return;
  }
  if (id?.kind === "scalar" && type === undefined && !isLoopName(id.text)) {
    const [wanted] = APIS[kind];
    context.report(entry, contentSpan(id), {
      en: `${id.text} is no resource of the template: name an ${wanted} with !Ref (“must be a valid reference to an '${wanted}' resource in same template”).`,
      ja: `${id.text}はテンプレートのリソースではありません。${wanted}を !Refで指定してください（「must be a valid reference to an '${wanted}' resource in same template」）。`,
    });
    return;
  }
  // What is known of another template's API is nothing.
  if (target !== undefined && api === undefined) return;
  const side = apiSide(kind, api, template);
  checkRoute(entry, properties, side, `${kind} ${target ?? ""}`, routes, context);
  checkAuthorizer(entry, properties, side, kind, context);
  if (kind === "Api") checkModel(entry, properties, side, context);
}

/** An API can be named by its logical id only. */
function checkId(entry: Entry, id: Node, kind: ApiEvent["kind"], { report }: TemplateContext): void {
  if (id.kind !== "call" || !/^Fn::(?:ImportValue|FindInMap|GetAtt|Select|Split|GetAZs)$/.test(id.name)) return;
  const wanted = kind === "Api" ? "AWS::Serverless::Api" : "AWS::Serverless::HttpApi";
  report(entry, id, {
    en: `SAM adds the path to an API of the same template: name an ${wanted} with !Ref.`,
    ja: `SAMは同じテンプレートのAPIにパスを追加します。${wanted}を !Refで指定してください。`,
  });
}

function checkRoute(
  entry: Entry,
  properties: MapNode,
  side: ApiSide,
  api: string,
  routes: Map<string, Route>,
  { report }: TemplateContext,
): void {
  const path = pairOf(properties, "Path");
  const method = literalText(properties, "Method")?.toLowerCase();
  if (path?.value.kind !== "scalar" || method === undefined || side.hasDefinition) return;
  // Under different conditions only one of them may be there.
  const key = `${api} ${method} ${path.value.text} ${textOf(valueAt(entry.value, "Condition")) ?? ""}`;
  const first = routes.get(key);
  if (first === undefined) {
    routes.set(key, { entry, node: path.value });
    return;
  }
  report(entry, contentSpan(path.value), {
    en: `Another event of this API already has ${method.toUpperCase()} ${path.value.text}.`,
    ja: `このAPIの別のイベントが、すでに${method.toUpperCase()} ${path.value.text}を使っています。`,
    related: [
      {
        entry: first.entry,
        span: first.node,
        message: { en: "The first one is here.", ja: "最初の記述はここです。" },
      },
    ],
  });
}

function checkAuthorizer(
  entry: Entry,
  properties: MapNode,
  { authorizers, hasDefault, name, hasDefinition }: ApiSide,
  kind: ApiEvent["kind"],
  { report }: TemplateContext,
): void {
  const node = valueAt(valueAt(properties, "Auth"), "Authorizer");
  if (node?.kind !== "scalar" || node.value === null || hasDefinition || node.text === "AWS_IAM") return;
  if (node.text === "NONE") {
    if (hasDefault !== false || kind === "HttpApi") return;
    report(entry, contentSpan(node), {
      en: `NONE switches the default authorizer off, but ${name} has none: leave it out, or give the API a DefaultAuthorizer.`,
      ja: `NONEはデフォルトのオーソライザーを外す指定ですが、${name}にはそれがありません。削除するか、APIにDefaultAuthorizerを指定してください。`,
    });
  } else if (authorizers !== undefined && !authorizers.has(node.text)) {
    report(entry, contentSpan(node), {
      en: `${name} has no authorizer ${node.text} under Auth.Authorizers.`,
      ja: `${name}のAuth.Authorizersに${node.text}がありません。`,
    });
  }
}

function checkModel(
  entry: Entry,
  properties: MapNode,
  { models, name, hasDefinition }: ApiSide,
  { report }: TemplateContext,
): void {
  const node = valueAt(valueAt(properties, "RequestModel"), "Model");
  if (node?.kind !== "scalar" || node.value === null || hasDefinition || models?.has(node.text) !== false) return;
  report(entry, contentSpan(node), {
    en: `${name} has no model ${node.text} under Models.`,
    ja: `${name}のModelsに${node.text}がありません。`,
  });
}
