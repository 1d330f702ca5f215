import type { Catalogue } from "../catalogue/types/catalogue.ts";
import type { Template } from "../model/template.ts";
import { typeNameOf } from "../model/tree/node.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { valueSites } from "../rules/shared/values/valueSites.ts";
import { lazyByKey } from "../text/lazy.ts";
import { lineIndex } from "../text/lineIndex.ts";
import { said } from "../text/localised.ts";
import { memoBy } from "../text/memoBy.ts";
import type { Card } from "./cards/card.ts";
import { faultSites } from "./drill/faultSites.ts";
import { textOfSite } from "./drill/texts.ts";

/** Maximum number of cards of one kind for a template. */
const MAX_OF_A_KIND = 3;
/** Minimum and maximum number of allowed values that make a card. */
const MIN_VALUES = 3;
const MAX_VALUES = 6;
const MAX_VALUE_LENGTH = 60;
/** Numbers and booleans, which make no card. */
const IS_PLAIN = /^(?:\d+|true|false|yes|no|on|off|enabled?|disabled?)$/i;

/** What would come of a value in a template, and which values its properties take; kept by template. */
export function templateCards(
  template: Template,
  uri: string,
  catalogue: Catalogue,
  language: NoteLanguage,
): readonly Card[] {
  return cardsIn(language)(template, { uri, catalogue });
}

const cardsIn = lazyByKey((language: NoteLanguage) =>
  memoBy((template: Template, { uri, catalogue }: { uri: string; catalogue: Catalogue }): readonly Card[] => [
    ...valueCards(template, uri, catalogue),
    ...decisionCards(template, uri, language),
  ]),
);

/** Cards that ask for the effect of a changed value. */
function decisionCards(template: Template, uri: string, language: NoteLanguage): readonly Card[] {
  const sites = faultSites(template).filter(
    ({ kind, was, now }) => kind.do === "set" && was.length <= MAX_VALUE_LENGTH && now.length <= MAX_VALUE_LENGTH,
  );
  const first = sites.filter((site, index) => sites.findIndex(({ kind }) => kind === site.kind) === index);
  return first.slice(0, MAX_OF_A_KIND).map((site) => {
    const { kind, at, entry, type, was, now } = site;
    const key = at.startsWith("script:") ? "cfn-signal" : (at.split(".").findLast((step) => step !== "*") ?? at);
    return {
      kind: "template",
      front: said(
        language,
        `With ${key} “${now}” instead of “${was}”?`,
        `${key}が「${was}」でなく「${now}」だったら？`,
      ),
      back: textOfSite(kind.outcome[language], site),
      subject: [entry.name],
      where: [...(type === undefined ? [] : [type]), entry.name],
      path: [],
      noteId: "",
      uri,
      line: lineIndex(template.text).at(entry.offset + site.place).line - 1,
    };
  });
}

/** Which values a property of the template takes, if a complete list of a few is known. */
function* valueCards(template: Template, uri: string, catalogue: Catalogue): Generator<Card> {
  const fronts = new Set<string>();
  for (const { name, entries } of template.sections) {
    if (name !== "Resources") continue;
    for (const entry of entries) {
      const type = typeNameOf(entry.value);
      if (type === undefined) continue;
      for (const { type: value, key, path } of valueSites(entry, catalogue).literals) {
        if (value.kind !== "string" || value.enum === undefined || value.closed !== true || key === undefined) continue;
        const front = `${type} ${path.slice(1).join(".")}`;
        const { length } = value.enum;
        if (
          length < MIN_VALUES ||
          length > MAX_VALUES ||
          fronts.has(front) ||
          value.enum.every((one) => IS_PLAIN.test(one))
        )
          continue;
        if (fronts.size >= MAX_OF_A_KIND) return;
        fronts.add(front);
        const back = value.enum.map((one) => `・${one}`).join("\n");
        const line = lineIndex(template.text).at(entry.offset + key.start).line - 1;
        yield { kind: "list", front, back, subject: [], where: [entry.name], path: [], noteId: "", uri, line };
      }
    }
  }
}
