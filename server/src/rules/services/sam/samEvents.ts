import { searchResources } from "../../../model/incremental/searchEntries.ts";
import type { Declarations, Entry, Template } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  type Node,
  pairOf,
  refTarget,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { isLoopName } from "../../shared/declaredNames.ts";
import { replacement } from "../../shared/fixes/nearest.ts";
import { resourceTarget } from "../../shared/links/resourceTarget.ts";
import { type ApiSide, apiSide } from "../../shared/links/samApiSide.ts";
import { whereIs } from "../../shared/resolving/assumedCases.ts";
import { type LiteralForm, literalForm } from "../../shared/resolving/literalForm.ts";
import { valueBranches } from "../../shared/resolving/valueBranches.ts";
import type { TemplateContext, TemplateRule } from "../../shared/rule.ts";
import { hasAllKeys, literalText } from "../../shared/values/literals.ts";

/**
 * Events of SAM functions and state machines that do not fit their API: another kind of API, an authorizer or a model
 * that the API does not have, a path and method that another event already has.
 */
export const samEvents: TemplateRule = {
  scope: "template",
  check(template, context) {
    if (template.declarations.open) return;
    checkTriggers(template, context);
    const withEvents = withApiEvents(template);
    const apis = new Map(samApis(template).map(({ entry }) => [entry.name, entry]));
    checkEmpty(template, withEvents, apis, context);
    for (const api of apis.values()) checkDefault(api, template, context);
    if (withEvents.length === 0) return;
    const world: World = { template, apis, routes: new Map() };
    for (const { entry, found } of withEvents) for (const event of found) checkEvent(entry, event, world, context);
  },
};

/** SAM writes each trigger into the user pool, whatever conditions its function has. */
function checkTriggers(template: Template, { report }: TemplateContext): void {
  const seen = new Map<string, Route>();
  for (const { entry, found } of withTriggers(template))
    for (const { pool, trigger } of found) {
      const key = `${pool} ${trigger.text}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { entry, node: trigger });
      else
        report(entry, contentSpan(trigger), {
          message: "same-trigger",
          with: { pool, trigger: trigger.text },
          related: [{ entry: first.entry, span: first.node, message: "first" }],
        });
    }
}

interface Trigger {
  /** The logical id of the user pool. */
  readonly pool: string;
  readonly trigger: ScalarNode;
}

const withTriggers = searchResources(["AWS::Serverless::Function"], ({ value }): readonly Trigger[] =>
  eventsOf(value).flatMap(({ type, properties }) => {
    const pool = type === "Cognito" ? refTarget(valueAt(properties, "UserPool")) : undefined;
    if (pool === undefined) return [];
    return listItems(valueAt(properties, "Trigger")).flatMap((trigger) =>
      trigger.kind === "scalar" && trigger.value !== null ? [{ pool, trigger }] : [],
    );
  }),
);

/** The events of a function or state machine whose type is a literal. */
function eventsOf(value: Node): readonly { key: ScalarNode; type: string; properties: Node | undefined }[] {
  const events = valueAt(valueAt(value, "Properties"), "Events");
  return (events?.kind === "map" ? events.pairs : []).flatMap(({ key, value: event }) => {
    const type = literalText(event, "Type");
    return type === undefined ? [] : [{ key, type, properties: valueAt(event, "Properties") }];
  });
}

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
      message: "api-without-methods",
      with: { api: api.name },
      // SAM itself takes it: what fails is the deployment of the API.
      severity: "warning",
      unfinished: "below",
    });
  }
}

const methods = searchResources(["AWS::ApiGateway::Method"], (): true => true);

/** An event of an API, as it is written. */
interface ApiEvent {
  readonly key: ScalarNode;
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
  readonly extra?: LiteralForm["extra"];
}

/** Functions and state machines with such events. */
const withApiEvents = searchResources(
  ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"],
  ({ value }): readonly ApiEvent[] =>
    eventsOf(value).flatMap(({ key, type: kind, properties = NOTHING }): readonly ApiEvent[] => {
      if ((kind !== "Api" && kind !== "HttpApi") || properties.kind !== "map") return [];
      return [{ key, kind, properties }];
    }),
);

const NOTHING: MapNode = { kind: "map", flow: false, pairs: [], start: 0, end: 0 };

/** What events may name; the first is SAM's own, to which it adds paths. */
const APIS: Readonly<Record<ApiEvent["kind"], readonly [string, string]>> = {
  Api: ["AWS::Serverless::Api", "AWS::ApiGateway::RestApi"],
  HttpApi: ["AWS::Serverless::HttpApi", "AWS::ApiGatewayV2::Api"],
};

const samApis = searchResources(["AWS::Serverless::Api", "AWS::Serverless::HttpApi"], () => true);

function checkEvent(
  entry: Entry,
  { key, kind, properties }: ApiEvent,
  { template, apis, routes }: World,
  context: TemplateContext,
): void {
  const { catalogue } = context;
  const id = valueAt(properties, kind === "Api" ? "RestApiId" : "ApiId");
  const target = refTarget(id) ?? (id?.kind === "scalar" ? id.text : undefined);
  if (id !== undefined && target === undefined) {
    if (!template.declarations.transforms.includes("AWS::LanguageExtensions"))
      checkId(entry, id, kind, template.declarations, context);
    return;
  }
  const api = apis.get(target ?? "");
  const type = target === undefined ? undefined : template.declarations.resources.get(target)?.type;
  const isOther = type !== undefined && !APIS[kind].includes(type) && catalogue.resourceType(type) !== undefined;
  if (id !== undefined && isOther) {
    const [wanted] = APIS[kind];
    context.report(entry, id, { message: "other-type", with: { target, type, kind, wanted } });
    return;
  }
  if (id?.kind === "scalar" && type === undefined && !isLoopName(id.text)) {
    const [wanted] = APIS[kind];
    context.report(entry, contentSpan(id), { message: "no-resource", with: { id: id.text, wanted } });
    return;
  }
  // What is known of another template's API is nothing.
  if (target !== undefined && api === undefined) return;
  const side = apiSide(kind, api, template);
  checkRoute(entry, { key, kind, properties }, side, `${kind} ${target ?? ""}`, routes, template.declarations, context);
  checkAuthorizer(entry, properties, side, kind, context);
  if (kind === "Api") checkModel(entry, properties, side, context);
}

/** An API can be named by its logical id only: SAM resolves parameters, and nothing else. */
function checkId(
  entry: Entry,
  id: Node,
  kind: ApiEvent["kind"],
  declarations: Declarations,
  context: TemplateContext,
): void {
  if (id.kind !== "call" || (id.name === "Fn::Sub" && !namesResource(id.argument, declarations))) return;
  const wanted = kind === "Api" ? "AWS::Serverless::Api" : "AWS::Serverless::HttpApi";
  context.report(entry, id, { message: "api-not-named", with: { wanted } });
}

/** Whether a text of `Fn::Sub` has the name of a resource in it, by itself or by a variable of its own. */
function namesResource(argument: Node, { resources }: Declarations): boolean {
  const [text, variables] = listItems(argument);
  const own = variables?.kind === "map" ? variables.pairs.map(({ value }) => refTarget(value)) : [];
  const names = (textOf(text) ?? "").matchAll(/\$\{(\w+)/g);
  return (
    own.some((name) => name !== undefined && resources.has(name)) ||
    [...names].some(([, name = ""]) => resources.has(name))
  );
}

function checkRoute(
  entry: Entry,
  { key, kind, properties }: ApiEvent,
  side: ApiSide,
  api: string,
  routes: Map<string, Route>,
  declarations: Declarations,
  { report }: TemplateContext,
): void {
  const path = pairOf(properties, "Path");
  const isDefault = kind === "HttpApi" && path === undefined && pairOf(properties, "Method") === undefined;
  const forms = [path?.value, valueAt(properties, "Method")].map((node) => literalForm(node, entry, declarations));
  const node = isDefault ? key : forms[0]?.node;
  const method = isDefault ? "any" : forms[1]?.node.text.toLowerCase();
  if (node === undefined || method === undefined || side.hasDefinition || !hasAllKeys(properties)) return;
  const value = isDefault ? "$default" : node.text;
  // Under different conditions only one of them may be there.
  const route = `${api} ${method} ${value} ${textOf(valueAt(entry.value, "Condition")) ?? ""}`;
  const first = routes.get(route);
  const extra = forms.find((form) => form?.extra !== undefined)?.extra;
  if (first === undefined) {
    routes.set(route, { entry, node, extra });
    return;
  }
  report(entry, contentSpan(node), {
    message: "same-path",
    with: { method: method.toUpperCase(), value },
    ...(extra ?? first.extra),
    related: [{ entry: first.entry, span: first.node, message: "first" }],
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
    report(entry, contentSpan(node), { message: "no-default-authorizer", with: { name } });
  } else if (authorizers !== undefined && !authorizers.has(node.text)) {
    report(entry, contentSpan(node), { message: "no-authorizer", with: { name, value: node.text } });
  }
}

/** SAM looks up the default authorizer among those of the API. */
function checkDefault(api: Entry, template: Template, { report }: TemplateContext): void {
  const { declarations } = template;
  const written = valueAt(valueAt(valueAt(api.value, "Properties"), "Auth"), "DefaultAuthorizer");
  if (written === undefined) return;
  const type = declarations.resources.get(api.name)?.type;
  const { authorizers } = apiSide(type === "AWS::Serverless::Api" ? "Api" : "HttpApi", api, template);
  if (authorizers === undefined || authorizers.size === 0) return;
  for (const { node: branch, assumptions } of valueBranches(written)) {
    const { node, extra } = literalForm(branch, api, declarations) ?? {};
    if (node === undefined || node.text === "AWS_IAM" || node.tag !== undefined || authorizers.has(node.text)) continue;
    report(api, contentSpan(node), {
      message: "default-not-there",
      with: { name: api.name, value: node.text, authorizers: [...authorizers] },
      ...extra,
      ...(assumptions.length > 0 && { before: whereIs(assumptions), severity: "warning" }),
      data:
        node === branch && authorizers.size === 1
          ? replacement(contentSpan(node), [...authorizers][0] ?? "")
          : undefined,
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
  report(entry, contentSpan(node), { message: "no-model", with: { name, value: node.text } });
}
