import linkedNeeds, { type Row as Need } from "../../../../data/linkedNeeds.yaml";
import { type Node, textOf, valueAt } from "../../../model/tree/node.ts";
import type { Localised } from "../../../text/localised.ts";
import { memoBy } from "../../../text/memoBy.ts";
import { answer } from "../answer.ts";
import { propertyFix } from "../fixes/propertyFix.ts";
import { hasAllKeys, isSet, nodesAt } from "../values/literals.ts";
import { isTrue, type LinkedResource, type ReportLink } from "./linkedResource.ts";
import { reachedBy } from "./reachedBy.ts";

/** The requirements on resources that another one names; see `linkedNeeds.yaml`. */
export const NEEDS: ReadonlyMap<string, readonly Need[]> = new Map(Object.entries(linkedNeeds()));

export function checkNeeds(own: LinkedResource, needs: readonly Need[], report: ReportLink): void {
  for (const need of needs) {
    const { where, without } = need;
    if (without !== undefined && (isSet(own.properties, without) || !hasAllKeys(own.properties))) continue;
    if (where !== undefined && !nodesAt(own.properties, where.split(".")).some((node) => isAsked(node, need))) continue;
    const targets = reachedBy(own, nodesAt(own.properties, need.path.split(".")), need.via).flatMap(
      (node) => own.target(node, need.names) ?? [],
    );
    const named = new Map(targets.map((target) => [target.entry.name, target]));
    for (const target of named.values()) if (!isMet(target, need)) reportNeed(own, target, need, report);
  }
}

/** Whether a value is what a requirement is for. */
function isAsked(node: Node, need: Need): boolean {
  const text = textOf(node);
  if (need.whereIs === undefined) return isTrue(node);
  if (!need.whereIs.startsWith("/^")) return text === need.whereIs;
  return text !== undefined && !text.includes("{{") && patternOf(need).test(text);
}

const patternOf = memoBy(({ whereIs = "" }: Need) => new RegExp(whereIs.slice(1, -1)));

/** Whether a resource is as it has to be, as far as that is written out. */
function isMet(
  { properties }: LinkedResource,
  { property, is, isNot = [], begins = "", unless, isOptional }: Need,
): boolean {
  const path = property.split(".");
  if (unless !== undefined && isSet(properties, unless)) return true;
  if (!isSet(properties, path[0] ?? "")) return isOptional === true || !hasAllKeys(properties);
  const owner = path.slice(0, -1).reduce<Node | undefined>(valueAt, properties);
  if (owner?.kind === "map" && !isSet(owner, path.at(-1) ?? "")) return isOptional === true || !hasAllKeys(owner);
  const texts = nodesAt(properties, path).map((node) => (node.kind === "scalar" ? node.text : undefined));
  return texts.every(
    (text) =>
      text === undefined ||
      text.includes("{{") ||
      ((is === undefined || is.some((one) => one.toLowerCase() === text.toLowerCase())) &&
        !isNot.includes(text) &&
        text.startsWith(begins)),
  );
}

function reportNeed(own: LinkedResource, target: LinkedResource, need: Need, report: ReportLink): void {
  const { property, is, isSure, isOwn, where = "", without, says } = need;
  if (isOwn === true) {
    const name = lastOf(property);
    const other = textOf(nodesAt(target.properties, property.split("."))[0]);
    const [en, ja] = other === undefined ? ["", ""] : [` with the ${name} ${other}`, `（${name}が${other}）`];
    const [what, was] =
      without === undefined
        ? ["can't be so", `この${lastOf(where)}は指定できません`]
        : ["is needed", `${without}が必要です`];
    report(own, where, {
      en: `${without ?? lastOf(where)} ${what}, as ${own.entry.name} belongs to ${target.entry.name}${en}${answer(says).en}.`,
      ja: `${own.entry.name}が使う${target.entry.name}${ja}では、${was}${answer(says).ja}。`,
    });
    return;
  }
  const [value] = is ?? [];
  const fix = isSure === true && value !== undefined ? propertyFix(target, property, value) : undefined;
  report(target, property, needMessage(own.entry.name, target.entry.name, need), fix);
}

function needMessage(own: string, target: string, { property, is, isNot, begins, says }: Need): Localised {
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
