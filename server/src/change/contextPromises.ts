import { type Level, resourceContext, templateOwner } from "../model/metadataContext.ts";
import type { Localised } from "../text/localised.ts";
import type { Span } from "../text/span.ts";
import { shifted } from "../text/span.ts";
import type { ResourceChange } from "./resourceState.ts";
import type { TemplateChange } from "./templateChange.ts";
import { keySpanAt } from "./values/valueSpans.ts";

/** A change of what the deployed template's Metadata Context asks to be left alone, or to be looked at. */
export interface ContextPromise {
  readonly level: Exclude<Level, "free-to-tune">;
  readonly id: string;
  readonly text: Localised;
  /** In the new template; `undefined` if the resource is there no more. */
  readonly span: Span | undefined;
  /** In the template's own words: why it is so, what has to stay, whom to ask. */
  readonly said: readonly string[];
}

/** The requests in the template before the change to those who change it, as far as the change touches them. */
export function contextPromises(change: TemplateChange): readonly ContextPromise[] {
  return change.changes.flatMap((one) => promisesOf(one, change));
}

function promisesOf(one: ResourceChange, { before, after, sides }: TemplateChange): readonly ContextPromise[] {
  const state = before.get(one.id);
  const context = state && resourceContext(state.entry);
  if (context === undefined || one.action === "Add") return [];
  const { why, must, levelOf } = context;
  const owner = templateOwner(sides.before.template);
  const said = [...(why === undefined ? [] : [why]), ...must, ...(owner === undefined ? [] : [owner])];
  const entry = after.get(one.id)?.entry;
  const told = (
    level: Level | undefined,
    name: string | undefined,
    span: Span | undefined,
  ): readonly ContextPromise[] =>
    level === undefined || level === "free-to-tune"
      ? []
      : [{ level, id: one.id, text: sentence(level, name === undefined ? one.id : `${one.id}.${name}`), span, said }];
  if (one.action !== "Modify") return told(levelOf(undefined), undefined, undefined);
  const names = new Map(
    one.details
      .filter(({ attribute, happens }) => (attribute === "Properties" || attribute === "Tags") && happens !== "no")
      .map(({ attribute, name, path }) => [name ?? attribute, path]),
  );
  const properties = [...names].flatMap(([name, path]) =>
    told(levelOf(name), name, keySpanAt(entry, path) ?? (entry && shifted(entry.key, entry.offset))),
  );
  const whole = one.replacement === "True" && properties.length === 0 ? levelOf(undefined) : undefined;
  return [...properties, ...told(whole, undefined, entry && shifted(entry.key, entry.offset))];
}

function sentence(level: ContextPromise["level"], name: string): Localised {
  const { en, ja } = SENTENCES[level];
  return { en: `${name} ${en}`, ja: `${name}${ja}` };
}

const SENTENCES = {
  "must-never-change": {
    en: "must never change, says the template's Metadata Context",
    ja: "は変更禁止です（テンプレートのMetadata Context）",
  },
  "review-required": {
    en: "needs a review before it changes, says the template's Metadata Context",
    ja: "の変更にはレビューが必要です（テンプレートのMetadata Context）",
  },
  "change-with-constraints": {
    en: "changes only within constraints, says the template's Metadata Context",
    ja: "は条件の範囲内でだけ変更できます（テンプレートのMetadata Context）",
  },
} as const;
