import { samPolicyNames } from "../../../catalogue/sam/policies.ts";
import type { EntryContent } from "../../../model/template.ts";
import {
  contentSpan,
  listItems,
  type MapNode,
  mapWith,
  type Node,
  pairOf,
  textOf,
  valueAt,
} from "../../../model/tree/node.ts";
import { nearest } from "../../../text/nearest.ts";
import { replacement, suggestion } from "../../shared/fixes/nearest.ts";
import { isFalse } from "../../shared/links/linkedResource.ts";
import { isGlobal } from "../../shared/links/samGlobals.ts";
import { both } from "../../shared/phrases.ts";
import type { EntryContext, EntryRule, ReportAt } from "../../shared/rule.ts";
import { hasAllKeys, isSet, literalAt, literalText } from "../../shared/values/literals.ts";
import { OF_ALIASES } from "./ofAliases.ts";

const TYPE = "AWS::Serverless::Function";

/**
 * A SAM function that SAM or Lambda refuses: a zip file without Runtime or Handler, a gradual deployment or provisioned
 * concurrency without the alias that it needs, an alias with invalid characters.
 */
export const samFunction: EntryRule = {
  scope: "entry",
  types: [TYPE],
  check(entry, context) {
    const own = pairOf(entry.value, "Properties");
    if (own?.merged || context.declarations.open) return;
    // All that it has may be in Globals.
    const properties = own === undefined && entry.value.kind === "map" ? mapWith(entry.value, []) : own?.value;
    if (properties?.kind !== "map") return;
    const place = contentSpan(own?.key ?? entry.key);
    if (properties.pairs.some(({ key, merged }) => merged || key.text.startsWith("Fn::"))) return;
    const { report } = context;
    const needed = codeNeeds(properties, context);
    if (needed.length > 0) {
      const message = { message: "archive-needs", with: { name: entry.name, needed: both(needed) } };
      report(place, { ...message, unfinished: "below" });
    }
    if (isImageWithoutUri(entry, properties, context))
      report(place, { message: "no-image", with: { name: entry.name }, unfinished: "below" });
    checkAlias(properties, context);
    checkPolicies(valueAt(properties, "Policies"), report);
    checkIgnored(valueAt(entry.value, "IgnoreGlobals"), context);
  },
};

/** What a function out of an archive lacks. */
function codeNeeds(properties: MapNode, { declarations }: EntryContext): readonly string[] {
  const has = (name: string): boolean => isSet(properties, name) || isGlobal(TYPE, [name], declarations);
  if (has("ImageUri") || (has("PackageType") && literalText(properties, "PackageType") !== "Zip")) return [];
  // Without code there is nothing to judge by yet.
  if (!has("CodeUri") && !has("InlineCode")) return [];
  // A misspelt key is reported as one.
  const isMisspelt = (name: string): boolean => properties.pairs.some(({ key }) => nearest(key.text, [name]) === name);
  return ["Runtime", "Handler"].filter((name) => !has(name) && !isMisspelt(name));
}

/** `sam build` writes ImageUri into functions whose Metadata says how the image is built. */
function isImageWithoutUri({ value }: EntryContent, properties: MapNode, { declarations }: EntryContext): boolean {
  return (
    literalText(properties, "PackageType") === "Image" &&
    !isSet(properties, "ImageUri") &&
    !isGlobal(TYPE, ["ImageUri"], declarations) &&
    pairOf(value, "Metadata") === undefined
  );
}

/** A policy is a name, a document with statements or one of SAM's templates: another map, or a template that is almost one of SAM's. */
function checkPolicies(policies: Node | undefined, report: ReportAt): void {
  for (const item of listItems(policies)) {
    const [pair, ...others] = item.kind === "map" ? item.pairs : [];
    if (item.kind !== "map" || pair === undefined || !hasAllKeys(item) || pairOf(item, "Statement") !== undefined)
      continue;
    // SAM's templates end in Policy; one may be newer than what is known.
    if (others.length > 0 || !/Policy(?:_?v\d+)?$/i.test(pair.key.text)) {
      report(contentSpan(pair.key), { message: "no-policy", unfinished: "below" });
      continue;
    }
    if (!pair.key.text.endsWith("Policy")) continue;
    const known = samPolicyNames();
    const meant = known.includes(pair.key.text) ? undefined : nearest(pair.key.text, known);
    if (meant === undefined) continue;
    const span = contentSpan(pair.key);
    report(span, {
      message: "no-policy-template",
      with: { key: pair.key.text, meant },
      data: replacement(span, meant),
    });
  }
}

/** `Globals` that a function does not take are named as they are there. */
function checkIgnored(ignored: Node | undefined, { catalogue, report }: EntryContext): void {
  const known = [...(catalogue.entryBody("Globals", "Function")?.properties.keys() ?? [])];
  for (const node of ignored?.kind === "list" ? ignored.items : [ignored]) {
    if (node?.kind !== "scalar" || node.value === null || node.text === "*" || known.includes(node.text)) continue;
    const span = contentSpan(node);
    const meant = suggestion(node.text, known, span);
    report(span, { message: "no-global", with: { value: node.text, meant }, data: meant.data });
  }
}

const ALIAS = /^[a-zA-Z0-9_-]{1,128}$/;

function checkAlias(properties: MapNode, { declarations, report }: EntryContext): void {
  const written = valueAt(properties, "AutoPublishAlias");
  const alias = literalAt(properties, "AutoPublishAlias");
  // SAM takes an empty text for none, but not an empty parameter.
  const isEmpty = alias?.text === "";
  if (alias !== undefined && !isEmpty && !ALIAS.test(alias.text) && !/\{\{|\$\{/.test(alias.text))
    report(contentSpan(alias), { message: "alias-name", with: { alias: alias.text } });
  const parameter = written?.kind === "call" && written.name === "Ref" ? textOf(written.argument) : undefined;
  if (written !== undefined && parameter !== undefined && declarations.parameters.get(parameter)?.default === "")
    report(contentSpan(written), { message: "empty-alias", with: { parameter }, severity: "warning" });
  if ((isSet(properties, "AutoPublishAlias") && !isEmpty) || isGlobal(TYPE, ["AutoPublishAlias"], declarations)) return;
  for (const [name, says] of OF_ALIASES) {
    const pair = pairOf(properties, name);
    if (pair === undefined || !isSet(properties, name)) continue;
    const enabled = valueAt(pair.value, "Enabled");
    const isOff = enabled !== undefined && (isFalse(enabled) || enabled.kind === "call");
    if (isOff || (enabled === undefined && isGlobal(TYPE, [name, "Enabled"], declarations))) continue;
    report(contentSpan(pair.key), { message: "no-alias", with: { name, says } });
  }
}
