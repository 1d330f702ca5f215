import linkedNeeds, { type Row as Need } from "../../../../data/linkedNeeds.yaml";
import { contentSpan, type Node, textOf, typeNameOf, valueAt } from "../../../model/tree/node.ts";
import type { Localised } from "../../../text/localised.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { answer } from "../answer.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { composedText } from "../resolving/composedText.ts";
import { hasAllKeys, isOpenText, isSet, nodesAt } from "../values/literals.ts";
import { isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";
import { reachedBy } from "./reachedBy.ts";

/** The requirements on resources that another one names; see `linkedNeeds.yaml`. */
export const NEEDS: ReadonlyMap<string, readonly Need[]> = new Map(Object.entries(linkedNeeds()));

export function checkNeeds(own: LinkedResource, needs: readonly Need[], report: ReportLink): void {
  for (const need of needs) {
    const { where, without = [] } = need;
    if (without.some((path) => mayHave(own.properties, path))) continue;
    if (where !== undefined && !nodesAt(own.properties, where.split(".")).some((node) => isAsked(node, need))) continue;
    const targets = reachedBy(own, nodesAt(own.properties, need.path.split(".")), need.via).flatMap(
      (node) => own.target(node, need.names) ?? [],
    );
    const named = new Map(targets.map((target) => [target.entry.name, target]));
    for (const target of named.values()) {
      if (need.includes !== undefined) checkNames(own, target, need, need.includes, report);
      else if (need.isAtLeast !== undefined) checkNumber(own, target, need, need.isAtLeast, report);
      else if (!isMet(target, need)) reportNeed(own, target, need, report);
    }
  }
}

/** Whether a property is there, or may be. */
function mayHave(properties: Node, path: string): boolean {
  let owner: Node | undefined = properties;
  for (const key of path.split(".")) {
    if (owner === undefined) return false;
    if (owner.kind !== "map" || !hasAllKeys(owner)) return true;
    owner = isSet(owner, key) ? valueAt(owner, key) : undefined;
  }
  return owner !== undefined;
}

/** What the resource names of the other one is there. */
function checkNames(
  own: LinkedResource,
  target: LinkedResource,
  { property = "", prefix = "", says }: Need,
  path: string,
  report: ReportLink,
): void {
  const wanted = nodesAt(own.properties, path.split("."));
  const [first = "", ...below] = property.split(".");
  if (wanted.length === 0 || !hasAllKeys(target.properties)) return;
  const list = valueAt(target.properties, first);
  if (isSet(target.properties, first) && (list === undefined || !isReadable(list, below))) return;
  const known = nodesAt(target.properties, property.split(".")).map(textOf);
  if (known.some((name) => name === undefined || isOpenText(name))) return;
  for (const node of wanted) {
    const text = textOf(node);
    if (node.kind !== "scalar" || text === undefined || isOpenText(text) || !text.startsWith(prefix)) continue;
    const name = text.slice(prefix.length);
    if (known.includes(name) || known.includes(text)) continue;
    const what = lastOf(property.replace(/\.Name$/, ""));
    const has =
      known.length === 0
        ? { en: "add one", ja: "追加してください" }
        : { en: `there is ${known.join(", ")}`, ja: `あるのは${known.join("、")}です` };
    report(own, contentSpan(node), {
      en: `${target.entry.name} has nothing in its ${what} that is named ${name}${answer(says).en}: ${has.en}.`,
      ja: `${target.entry.name}の${what}に${name}という名前のものがありません${answer(says).ja}。${has.ja}。`,
    });
  }
}

/** Whether all is written out in what has names, on the way to them, and nothing is put in from elsewhere. */
function isReadable(node: Node, [next, ...rest]: readonly string[]): boolean {
  if (node.kind === "list")
    return node.items.every((item) => isReadable(item, next === undefined ? [] : [next, ...rest]));
  if (rest.length === 0) return node.kind === "map" && hasAllKeys(node);
  const below = valueAt(node, next ?? "");
  return node.kind === "map" && hasAllKeys(node) && (below === undefined || isReadable(below, rest));
}

/** A number is not greater than that of the other resource. */
function checkNumber(
  own: LinkedResource,
  target: LinkedResource,
  { property = "", says }: Need,
  path: string,
  report: ReportLink,
): void {
  const [node] = nodesAt(own.properties, path.split("."));
  const [value, most] = [textOf(node), textOf(valueAt(target.properties, property))].map((one) =>
    Number(one || Number.NaN),
  );
  if (node?.kind !== "scalar" || value === undefined || most === undefined || !(value > most)) return;
  report(own, contentSpan(node), {
    en: `${lastOf(path)} is at most ${most}, the ${property} of ${target.entry.name}${answer(says).en}.`,
    ja: `${lastOf(path)}は${target.entry.name}の${property}（${most}）以下でなければなりません${answer(says).ja}。`,
  });
}

/** Whether a value is what a requirement is for. */
function isAsked(node: Node, need: Need): boolean {
  const text = textOf(node);
  if (need.whereIs === undefined) return isTrue(node);
  if (need.whereIs === "set") return true;
  if (!need.whereIs.startsWith("/^")) return text === need.whereIs;
  return text !== undefined && !text.includes("{{") && patternOf(need).test(text);
}

const patternOf = memoBy(({ whereIs = "" }: Need) => new RegExp(whereIs.slice(1, -1)));

/** Whether a resource is as it has to be, as far as that is written out. */
function isMet(
  { properties }: LinkedResource,
  { property, is, isNot = [], begins = "", unless, isOptional }: Need,
): boolean {
  if (property === undefined) return false;
  const path = property.split(".");
  if (unless !== undefined && isSet(properties, unless)) return true;
  if (!isSet(properties, path[0] ?? "")) return isOptional === true || !hasAllKeys(properties);
  const owner = path.slice(0, -1).reduce<Node | undefined>(valueAt, properties);
  if (owner?.kind === "map" && !isSet(owner, path.at(-1) ?? "")) return isOptional === true || !hasAllKeys(owner);
  const texts = nodesAt(properties, path).map((node) =>
    node.kind === "scalar" ? node.text : begins === "" ? undefined : otherBegin(node, begins),
  );
  return texts.every(
    (text) =>
      text === undefined ||
      text.includes("{{") ||
      ((is === undefined || is.some((one) => one.toLowerCase() === text.toLowerCase())) &&
        !isNot.includes(text) &&
        text.startsWith(begins)),
  );
}

/** A composed text that does not begin with another one, whatever is filled in: no Region or account does. */
function otherBegin(node: Node, begins: string): string | undefined {
  const text = composedText(node)
    ?.replaceAll("${AWS::Partition}", "aws")
    .replaceAll(/\$\{AWS::(?:StackName|Region|AccountId)\}/g, "…");
  const begin = text?.split("${", 1)[0] ?? "";
  return begin === text || !begins.startsWith(begin) ? text : undefined;
}

function reportNeed(own: LinkedResource, target: LinkedResource, need: Need, report: ReportLink): void {
  const { property, is, isSure, isOwn, where = "", without, says } = need;
  if (isOwn === true || property === undefined) {
    if (where === need.path) {
      const type = typeNameOf(target.entry.value);
      report(own, where, {
        en: `${lastOf(where)} can't be ${target.entry.name}, which is ${type}${answer(says).en}.`,
        ja: `${lastOf(where)}に${type}の${target.entry.name}は指定できません${answer(says).ja}。`,
      });
      return;
    }
    const name = lastOf(property ?? "");
    const other = property === undefined ? undefined : textOf(nodesAt(target.properties, property.split("."))[0]);
    const type = typeNameOf(target.entry.value) ?? "";
    const [en, ja] =
      property === undefined && need.whereIs?.startsWith("/^") === true
        ? [`, which is ${type}`, `（${type}）`]
        : other === undefined
          ? ["", ""]
          : [` with the ${name} ${other}`, `（${name}が${other}）`];
    const missing = without?.map(lastOf);
    const wrong = property === undefined && (need.whereIs ?? "set") === "set" ? "can't be set" : "can't be so";
    const [what, was] =
      missing === undefined
        ? [`${lastOf(where)} ${wrong}`, `この${lastOf(where)}は指定できません`]
        : [`${missing.join(" or ")} is needed`, `${missing.join("か")}が必要です`];
    report(own, where === "" ? need.path : where, {
      en: `${what}, as ${own.entry.name} is for ${target.entry.name}${en}${answer(says).en}.`,
      ja: `${own.entry.name}が使う${target.entry.name}${ja}では、${was}${answer(says).ja}。`,
    });
    return;
  }
  const [value] = is ?? [];
  const fix = isSure === true && value !== undefined ? propertyFix(target, property, value) : undefined;
  // A stack may be called anything.
  const [node] = need.begins === undefined ? [] : nodesAt(target.properties, property.split("."));
  const isByStack = node?.kind === "call" && (composedText(node) ?? "").startsWith("${AWS::StackName}");
  const extra = isByStack ? ({ ...fix, severity: "warning" } as const) : fix;
  report(target, property, needMessage(own.entry.name, target.entry.name, need), extra);
}

function needMessage(own: string, target: string, { property = "", is, isNot, begins, says }: Need): Localised {
  const name = lastOf(property);
  const [en, ja] =
    is !== undefined
      ? [` to be ${is.join(" or ")}`, `${name}を${is.join("か")}にする`]
      : isNot !== undefined
        ? [` to be other than ${isNot.join(" or ")}`, `${name}を${isNot.join("や")}以外にする`]
        : begins !== undefined
          ? [` to begin with ${begins}`, `${name}を${begins}で始める`]
          : ["", `${name}を指定する`];
  return {
    en: `${own} needs the ${name} of ${target}${en}${answer(says).en}.`,
    ja: `${own}が使う${target}では、${ja}必要があります${answer(says).ja}。`,
  };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
