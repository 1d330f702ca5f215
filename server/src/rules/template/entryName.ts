import type { Declarations } from "../../model/template.ts";
import { isLoopKey } from "../../model/tree/functionNames.ts";
import { contentSpan, type Node, textOf } from "../../model/tree/node.ts";
import type { Localised } from "../../text/localised.ts";
import { isLoopName } from "../shared/declaredNames.ts";
import { refName } from "../shared/links/resourceTarget.ts";
import { BY_DEFAULT } from "../shared/resolving/assumedCases.ts";
import { listDefault } from "../shared/resolving/listDefault.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";

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
    characters: { en: "letters, digits, - and .", ja: "英数字、ハイフン、ドット" },
  },
  Conditions: { pattern: /^[A-Za-z0-9&_]{1,255}$/, characters: { en: "letters, digits and _", ja: "英数字と_" } },
};

/** The names that a loop generates: they must differ for each item and have only allowed characters. */
function checkLoop(loop: Node, limits: Limits, declarations: Declarations, report: ReportAt): void {
  const [identifier, values, body] = loop.kind === "list" ? loop.items : [];
  const id = textOf(identifier);
  if (id === undefined || body?.kind !== "map" || values === undefined) return;
  const usual = values.kind === "list" ? undefined : listDefault(refName(values) ?? "", declarations);
  const extra = usual && { before: BY_DEFAULT, severity: "warning" as const };
  const texts =
    usual?.map((text) => ({ text, place: values })) ?? (values.kind === "list" ? values.items.flatMap(literal) : []);
  for (const { key, value, merged } of body.pairs) {
    if (merged) continue;
    if (isLoopKey(key.text)) {
      checkLoop(value, limits, declarations, report);
      continue;
    }
    const isFilledIn = key.text.includes(`\${${id}}`);
    if (texts.length > 1 && !isFilledIn && !key.text.includes(`&{${id}}`))
      report(contentSpan(key), { message: "same-in-each-round", with: { id }, ...extra });
    for (const { text: item, place } of isFilledIn ? texts : []) {
      if (limits.pattern.test(item) || /^$|[{$]/.test(item)) continue;
      report(contentSpan(place), {
        message: "other-characters",
        with: { item, characters: limits.characters, id, key: key.text },
        ...extra,
      });
      if (usual !== undefined) break;
    }
  }
}

function literal(node: Node): readonly { readonly text: string; readonly place: Node }[] {
  return node.kind === "scalar" ? [{ text: node.text, place: node }] : [];
}

/**
 * A name with characters that CloudFormation does not accept, or with more than 255 of them, or a resource with the
 * name of a parameter.
 */
export const entryName: EntryRule = {
  scope: "entry",
  sections: Object.keys(LIMITS),
  check(entry, { report, declarations }) {
    const limits = LIMITS[entry.section];
    const { name, key } = entry;
    if (entry.section === "Resources" && declarations.parameters.has(name))
      report(contentSpan(key), { message: "also-a-parameter", with: { name } });
    if (isLoopKey(name) && limits !== undefined) checkLoop(entry.value, limits, declarations, report);
    if (limits === undefined || key.value === null || isLoopKey(name) || isLoopName(name)) return;
    // A macro may take a function at the place of a name.
    if (name === "Fn::Transform" || (name.startsWith("Fn::") && declarations.open)) return;
    if (limits.pattern.test(name)) return;
    if (name.length > 255) report(contentSpan(key), { message: "too-long", with: { beginning: name.slice(0, 20) } });
    else report(contentSpan(key), { message: "no-name", with: { name, characters: limits.characters } });
  },
};
