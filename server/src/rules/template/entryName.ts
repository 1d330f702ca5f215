import { contentSpan } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import type { EntryRule } from "../engine/rule.ts";
import { isLoopName } from "../shared/declaredNames.ts";

interface Limits {
  readonly pattern: RegExp;
  readonly characters: Localised;
}

const LETTERS_AND_DIGITS: Localised = { en: "letters and digits", ja: "英数字" };

const LIMITS: Readonly<Record<string, Limits>> = {
  Resources: { pattern: /^[A-Za-z0-9]{1,255}$/, characters: LETTERS_AND_DIGITS },
  Parameters: { pattern: /^[A-Za-z0-9]{1,255}$/, characters: LETTERS_AND_DIGITS },
  Outputs: { pattern: /^[A-Za-z0-9]{1,255}$/, characters: LETTERS_AND_DIGITS },
  Rules: { pattern: /^[A-Za-z0-9]{1,255}$/, characters: LETTERS_AND_DIGITS },
  Mappings: {
    pattern: /^[A-Za-z0-9.-]{1,255}$/,
    characters: { en: "letters, digits, - and .", ja: "英数字と - と ." },
  },
  Conditions: { pattern: /^[A-Za-z0-9&_]{1,255}$/, characters: { en: "letters, digits and _", ja: "英数字と_" } },
};

/**
 * A name with characters that CloudFormation does not accept there, or with more than 255 of them; a resource with the
 * name of a parameter.
 */
export const entryName: EntryRule = {
  scope: "entry",
  sections: Object.keys(LIMITS),
  check(entry, { report, declarations }) {
    const limits = LIMITS[entry.section];
    const { name, key } = entry;
    if (entry.section === "Resources" && declarations.parameters.has(name)) {
      report(contentSpan(key), {
        en: `A parameter is also called ${name}: Ref could not tell them apart.`,
        ja: `${name}というパラメータもあるため、Refで区別できません。どちらかの名前を変えてください。`,
      });
    }
    if (limits === undefined || key.value === null || name.startsWith("Fn::") || isLoopName(name)) return;
    if (limits.pattern.test(name)) return;
    const { en, ja } = limits.characters;
    report(contentSpan(key), {
      en:
        name.length > 255
          ? `${name.slice(0, 20)}… is too long: a name has at most 255 characters.`
          : `${name} is no valid name: it has only ${en}.`,
      ja:
        name.length > 255
          ? `${name.slice(0, 20)}…は長すぎます。名前は255文字までです。`
          : `${name}は名前に使えません。使えるのは${ja}です。`,
    });
  },
};
