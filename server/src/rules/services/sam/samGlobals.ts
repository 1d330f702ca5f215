import { valueSetsOf } from "../../../catalogue/values/valueSets.ts";
import { searchEntries, searchResources } from "../../../model/incremental/searchEntries.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  mapWith,
  type Node,
  pairOf,
  type ScalarNode,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { brokenBy, type SetContext } from "../../schema/valueCombination.ts";
import { holds, keysOf } from "../../schema/valueConditions.ts";
import { both } from "../../shared/phrases.ts";
import type { Report, TemplateRule } from "../../shared/rule.ts";
import { hasAllKeys, isOneItem, literalAt, literalText } from "../../shared/values/literals.ts";
import { handlerProblem, handlerReport } from "./inlineHandler.ts";
import { layerTwice } from "./layerTwice.ts";
import { OF_ALIASES } from "./ofAliases.ts";
import { MAX_SIZE, variablesSize } from "./variablesSize.ts";

/** What a SAM function and `Globals` have together is refused, though each by itself is right: SAM puts lists together and merges maps. */
export const samGlobals: TemplateRule = {
  scope: "template",
  isResolved: true,
  check(template, { catalogue, report, today }) {
    const functions = ownFunctions(template);
    const globals = functions.length === 0 ? undefined : globalFunction(template, "Globals")[0]?.found;
    if (globals === undefined) return;
    for (const { entry, found } of functions) {
      const merged = mergedOf(found, globals);
      checkImage(merged, (span, message) => report(entry, contentSpan(span), message));
      checkLists(merged, (span, message) => report(entry, contentSpan(span), message));
      checkVariables(merged, (span, message) => report(entry, contentSpan(span), message));
      checkAliases(merged, (span, message) => report(entry, contentSpan(span), message));
      const by = {
        declarations: template.declarations,
        catalogue,
        today,
        format: template.format,
        text: entry.unit.text,
      };
      checkTogether(merged, globals, by, (span, message) => report(entry, contentSpan(span), message));
      const handler = merged.literal("Handler");
      const runtime = merged.literal("Runtime")?.text ?? "";
      const inline = pairOf(found.properties, "InlineCode");
      const isOwn = found.names.has("Handler") && found.names.has("Runtime");
      if (inline === undefined || handler === undefined || isOwn || !catalogue.lambdaRuntimes.has(runtime)) continue;
      if (!found.names.has("Runtime") && !/^(?:nodejs|python)/.test(runtime))
        report(entry, contentSpan(inline.key), { message: "inline-runtime", with: { runtime } });
      const { text } = entry.unit;
      const problem = handlerProblem({ code: inline.value, handler: handler.text, runtime, text });
      if (problem === undefined) continue;
      const own = literalAt(found.properties, "Handler");
      const place = own ?? inline.key;
      report(
        entry,
        contentSpan(place),
        own === undefined ? { ...problem, severity: "warning" } : handlerReport(problem, own),
      );
    }
  },
};

interface Own {
  readonly key: ScalarNode;
  readonly properties: MapNode;
  /** The keys that it has itself. */
  readonly names: ReadonlySet<string>;
  readonly ignored: readonly (string | undefined)[];
}

const TYPE = "AWS::Serverless::Function";

const ownFunctions = searchResources([TYPE], ({ key, value }): Own | undefined => {
  const pair = pairOf(value, "Properties");
  const properties = pair?.value;
  if (properties?.kind !== "map" || !hasAllKeys(properties)) return undefined;
  const names = new Set(properties.pairs.map(({ key: { text } }) => text));
  return { key: pair?.key ?? key, properties, names, ignored: listItems(valueAt(value, "IgnoreGlobals")).map(textOf) };
});

const globalFunction = searchEntries(({ name, value }) =>
  name === "Function" && value.kind === "map" && hasAllKeys(value) ? value : undefined,
);

interface Merged extends Own {
  /** What `Globals` say, if the function takes it. */
  shared(name: string): Node | undefined;
  literal(name: string): ScalarNode | undefined;
}

function mergedOf(own: Own, globals: MapNode): Merged {
  const isIgnored = (name: string): boolean => own.ignored.includes("*") || own.ignored.includes(name);
  return {
    ...own,
    shared: (name) => (isIgnored(name) ? undefined : valueAt(globals, name)),
    literal: (name) => literalAt(own.names.has(name) || isIgnored(name) ? own.properties : globals, name),
  };
}

type Tell = (place: Node, message: Report) => void;

function checkImage({ properties, names, shared }: Merged, tell: Tell): void {
  const pair = pairOf(properties, "PackageType");
  if (pair === undefined || literalText(properties, "PackageType") !== "Image") return;
  const excluded = ["Runtime", "Handler", "Layers"].filter(
    (name) => !names.has(name) && /^(?:scalar|list)$/.test(shared(name)?.kind ?? ""),
  );
  if (excluded.length === 0) return;
  tell(pair.key, { message: "not-with-image", with: { excluded: both(excluded), ignored: excluded } });
}

function checkLists({ properties, shared }: Merged, tell: Tell): void {
  const of = (name: string): readonly [ScalarNode, readonly Node[], readonly Node[]] | undefined => {
    const pair = pairOf(properties, name);
    const [own, global] = [pair?.value, shared(name)];
    return pair !== undefined && own?.kind === "list" && global?.kind === "list"
      ? [pair.key, own.items.filter(isOneItem), global.items.filter(isOneItem)]
      : undefined;
  };
  const [architectures, ownOnes = [], globalOnes = []] = of("Architectures") ?? [];
  if (architectures !== undefined && ownOnes.length === 1 && globalOnes.length > 0)
    tell(architectures, { message: "two-architectures" });
  const [layers, own = [], global = []] = of("Layers") ?? [];
  if (layers === undefined) return;
  const second = layerTwice(own) === undefined ? layerTwice([...global, ...own]) : undefined;
  const count = own.length + global.length;
  if (count > MAX_LAYERS && own.length <= MAX_LAYERS && global.length <= MAX_LAYERS)
    tell(layers, { message: "layers-together", with: { own: own.length, count } });
  else if (second !== undefined && own.includes(second)) tell(second, { message: "global-layer" });
}

const MAX_LAYERS = 5;

function checkAliases({ key, properties, names, shared }: Merged, tell: Tell): void {
  if (names.has("AutoPublishAlias") || shared("AutoPublishAlias") !== undefined || !hasAllKeys(properties)) return;
  for (const [name, says] of OF_ALIASES) {
    const one = shared(name);
    if (names.has(name) || one?.kind !== "map" || !hasAllKeys(one) || valueAt(one, "Enabled") !== undefined) continue;
    tell(key, { message: "no-alias", with: { name, says } });
  }
}

/** Values that rule each other out, of which `Globals` have some. */
function checkTogether({ key, properties, names, shared }: Merged, globals: MapNode, by: SetContext, tell: Tell): void {
  const given = globals.pairs.filter((pair) => !names.has(pair.key.text) && shared(pair.key.text) !== undefined);
  if (given.length === 0) return;
  const together = mapWith(properties, [...properties.pairs, ...given]);
  for (const set of valueSetsOf(TYPE, TYPE)) {
    const keys = keysOf(set);
    const theirs = given.map((pair) => pair.key.text).filter((name) => keys.has(name));
    const own = [...names].filter((name) => keys.has(name));
    if (theirs.length === 0 || own.length === 0 || !holds(set, together)) continue;
    const says = brokenBy(set, together, by);
    if (says !== undefined) tell(key, { message: "together", with: { theirs, own, says } });
  }
}

function checkVariables({ properties, shared }: Merged, tell: Tell): void {
  const pair = pairOf(valueAt(properties, "Environment"), "Variables");
  const global = valueAt(shared("Environment"), "Variables");
  if (pair === undefined || global === undefined) return;
  const size = variablesSize([global, pair.value]);
  if (size <= MAX_SIZE || variablesSize([pair.value]) > MAX_SIZE || variablesSize([global]) > MAX_SIZE) return;
  tell(pair.key, { message: "variables-together", with: { size } });
}
