import { isOneOf } from "../../catalogue/values/enumValues.ts";
import { contentSpan, type ScalarNode } from "../../model/tree/node.ts";
import { didYouMean } from "../../text/didYouMean.ts";
import { nearest } from "../../text/nearest.ts";
import { schemaAnswer } from "../shared/answer.ts";
import { replacement, suggestionFor } from "../shared/fixes/nearest.ts";
import type { EntryRule, ReportAt } from "../shared/rule.ts";
import { currentRuntime } from "../shared/values/currentRuntime.ts";
import { type ValueSite, valueSites } from "../shared/values/valueSites.ts";
import { yamlSwitch } from "../shared/values/yamlSwitch.ts";

/** A value that is not one of those that the property accepts. */
export const invalidValue: EntryRule = {
  scope: "entry",
  sections: ["Resources", "Parameters", "Outputs", "Hooks", "Globals"],
  check(entry, context) {
    const { catalogue, format, report } = context;
    const { values, type } = valueSites(entry, catalogue);
    for (let index = 0; index < values.length; index++) {
      const site = values[index] as ValueSite;
      if (format === "yaml") checkSwitch(site, report);
      const allowed = allowedFor(site);
      if (allowed === undefined) continue;
      const { node, key, property } = site;
      const name = key?.text ?? "";
      const says = schemaAnswer({ keyword: "enum", at: name }, property, type?.name);
      const span = contentSpan(node as ScalarNode);
      // A number that looks similar is not meant.
      const meant = /^\d+$/.test((node as ScalarNode).text)
        ? undefined
        : meantValue((node as ScalarNode).text, allowed);
      const current =
        meant !== undefined && /^(?:Compatible)?Runtimes?$/.test(name) ? currentRuntime(meant, context) : meant;
      const switched = switchOf(node as ScalarNode, allowed);
      const { en, ja, data } =
        switched === undefined
          ? suggestionFor(current, span)
          : {
              ...didYouMean(switched),
              data: replacement(node, format === "yaml" ? quotedSwitch(switched) : `"${switched}"`),
            };
      const isCase =
        data !== undefined && data.edits[0]?.newText.toLowerCase() === (node as ScalarNode).text.toLowerCase();
      const list = en === "" || allowed.length <= 4 ? allowed.slice(0, 8).join(", ") : "";
      const more = allowed.length > 8 ? ", …" : "";
      report(span, {
        en: `${(node as ScalarNode).text} is not a valid value for ${name}${says.en}.${en}${list && ` Allowed: ${list}${more}.`}`,
        ja: `${name}に${(node as ScalarNode).text}は指定できません${says.ja}。${ja}${list && `指定できる値: ${list}${more}。`}`,
        data: isCase ? { ...data, safe: true } : data,
      });
    }
  },
};

/** Reports a word that CloudFormation's YAML 1.1 reads as a boolean, if the word itself is an allowed value. */
function checkSwitch({ node, type, path, key }: ValueSite, report: ReportAt): void {
  if (node.kind !== "scalar" || type.kind !== "string" || path[0] !== "Properties") return;
  const read = yamlSwitch(node);
  if (read === undefined || type.enum?.includes(node.text) !== true || isOneOf(type.enum, read, true)) return;
  const quoted = `"${node.text}"`;
  report(contentSpan(node), {
    message: "yaml-value",
    with: { value: node.text, read, key: key?.text, quoted },
    data: { ...replacement(node, quoted), safe: true },
  });
}

/** The allowed values, if the value is a literal and not one of them. */
function allowedFor({ node, type, path }: ValueSite): readonly string[] | undefined {
  if (node.kind !== "scalar" || node.value === null || node.tag !== undefined) return undefined;
  if (type.kind !== "string" && type.kind !== "number") return undefined;
  if (type.enum === undefined || (type.kind === "string" && type.closed !== true)) return undefined;
  if (path.length === 1 && (path[0] === "DeletionPolicy" || path[0] === "UpdateReplacePolicy" || path[0] === "Type"))
    return undefined;
  const anyCase = path[0] !== "Properties" || (type.kind === "string" && type.anyCase === true);
  if (isOneOf(type.enum, node.text, anyCase)) return undefined;
  if (node.text.includes("{{resolve:")) return undefined;
  return type.enum;
}

/** The allowed word for a boolean. */
function switchOf({ text }: ScalarNode, allowed: readonly string[]): string | undefined {
  const words = /^true$/i.test(text)
    ? /^(?:enabled?|on)$/i
    : /^false$/i.test(text)
      ? /^(?:disabled?|off)$/i
      : undefined;
  return words && allowed.find((value) => words.test(value));
}

/** A word that YAML 1.1 takes for a boolean, in quotes. */
function quotedSwitch(word: string): string {
  return /^o(?:n|ff)$/i.test(word) ? `"${word}"` : word;
}

/** Common spellings of CloudWatch's operators. */
const OPERATORS: ReadonlyMap<string, string> = new Map([
  [">", "GreaterThanThreshold"],
  [">=", "GreaterThanOrEqualToThreshold"],
  ["<", "LessThanThreshold"],
  ["<=", "LessThanOrEqualToThreshold"],
]);

/**
 * The allowed value that is meant: the nearest spelling, the shortest with this prefix, or the only one with this
 * abbreviation.
 */
function meantValue(written: string, allowed: readonly string[]): string | undefined {
  const operator = OPERATORS.get(written);
  if (operator !== undefined && allowed.includes(operator)) return operator;
  const near = nearest(written, allowed);
  if (near !== undefined || written.length < 3) return near;
  const lower = written.toLowerCase();
  const longer = allowed.filter((value) => value.toLowerCase().startsWith(lower));
  if (longer.length > 0) return longer.reduce((best, value) => (value.length < best.length ? value : best));
  const abbreviated = allowed.filter((value) => isAbbreviation(lower, value.toLowerCase()));
  return abbreviated.length === 1 ? abbreviated[0] : undefined;
}

/** Whether the word begins with the first letter and contains the others in this order. */
function isAbbreviation(letters: string, word: string): boolean {
  if (letters[0] !== word[0]) return false;
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
