import { parse } from "../../model/reading/parse.ts";
import type { Entry, Template } from "../../model/template.ts";
import { meaningOf } from "../../model/tree/meaning.ts";
import type { CallNode, Node } from "../../model/tree/node.ts";
import { indentUnit } from "../../model/yaml/indentUnit.ts";
import { applied, type Edit } from "../../text/edit.ts";
import { longEdits, shortEdits } from "./formEdits.ts";
import type { Offer, Refactoring, Scene } from "./scene.ts";

/**
 * A function in the other of its forms, or all functions of the file: `!Sub x` and `Fn::Sub: x`. A function whose argument is a
 * function itself keeps its long form: two tags can't stand behind each other.
 *
 * @example
 * Name: !Sub "${AWS::StackName}-web"    ↔    Name:
 *                                              Fn::Sub: "${AWS::StackName}-web"
 */
export const callForm: Refactoring = {
  kind: "refactor.rewrite.functionForm",
  offers(scene) {
    const call = callIn(scene);
    if (scene.template.format === "json" || call === undefined || !TWO_FORMS.has(call.name)) return [];
    const to = call.form === "short" ? "long" : "short";
    const { template, entry } = scene;
    const one = verified(template, [rewritten(template, entry, [call], to)]);
    const short = `!${call.name.replace("Fn::", "")}`;
    const all: Offer = {
      title:
        to === "long"
          ? { en: "Write all functions of the file in their long form", ja: "ファイル内のすべての関数を完全名にする" }
          : { en: "Write all functions of the file in their short form", ja: "ファイル内のすべての関数を短縮形にする" },
      edits: () => allInFile(template, to),
    };
    if (one.length === 0) return [all];
    const title =
      to === "long"
        ? { en: `Write ${short} as ${call.name}`, ja: `${short}を完全名${call.name}にする` }
        : { en: `Write ${call.name} as ${short}`, ja: `${call.name}を短縮形${short}にする` };
    return [{ title, edits: one }, all];
  },
};

/** Functions that YAML writes both ways; those of rules and loops have a long form only. */
const TWO_FORMS: ReadonlySet<string> = new Set([
  "Ref",
  "Condition",
  ..."And Base64 Cidr Equals FindInMap GetAtt GetAZs If ImportValue Join Length Not Or Select Split Sub ToJsonString"
    .split(" ")
    .map((name) => `Fn::${name}`),
]);

/** The function at the place: on its name, or on the one text that it is given. */
function callIn({ steps }: Scene): CallNode | undefined {
  const found = [steps.at(-1), steps.at(-2)].map((step) => step?.node);
  return found.find((node) => node?.kind === "call");
}

type Form = "long" | "short";

interface Rewritten {
  readonly entry: Entry;
  readonly edits: readonly Edit[];
}

function rewritten(template: Template, entry: Entry, calls: readonly CallNode[], to: Form): Rewritten {
  const unit = indentUnit(template);
  const { text } = entry.unit;
  const edits = to === "long" ? longEdits(calls, text, unit) : shortEdits(calls, text, unit);
  return {
    entry,
    edits: edits.map(({ start, end, newText }) => ({
      start: start + entry.offset,
      end: end + entry.offset,
      newText: template.text.includes("\r\n") ? newText.replaceAll("\n", "\r\n") : newText,
    })),
  };
}

function allInFile(template: Template, to: Form): readonly Edit[] {
  const all = template.sections.flatMap(({ entries }) =>
    entries.flatMap((entry) => {
      if (entry.unit.errors.length > 0 || entry.unit.text.includes("<<:")) return [];
      const calls = callsOf(entry.value).filter(({ name, form }) => TWO_FORMS.has(name) && form !== to);
      const one = calls.length === 0 ? undefined : rewritten(template, entry, calls, to);
      return one && one.edits.length > 0 ? [one] : [];
    }),
  );
  return verified(template, all);
}

function callsOf(node: Node): readonly CallNode[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "list") return node.items.flatMap(callsOf);
  if (node.kind === "call") return [node, ...callsOf(node.argument)];
  return node.pairs.flatMap(({ value, merged }) => (merged ? [] : callsOf(value)));
}

/** The edits of those entries that say the same afterwards. */
function verified(template: Template, parts: readonly Rewritten[]): readonly Edit[] {
  const edits = parts.flatMap((part) => part.edits);
  if (edits.length === 0) return [];
  const after = parse(applied(template.text, edits), template);
  if (after.errors.length > template.errors.length) return parts.length > 1 ? oneByOne(template, parts) : [];
  const before = template.sections.flatMap(({ entries }) => entries);
  const now = after.sections.flatMap(({ entries }) => entries);
  if (before.length !== now.length) return parts.length > 1 ? oneByOne(template, parts) : [];
  const same = parts.filter(({ entry }) => saysTheSame(entry, now[before.indexOf(entry)]));
  return same.flatMap((part) => part.edits);
}

function oneByOne(template: Template, parts: readonly Rewritten[]): readonly Edit[] {
  return parts.flatMap((part) => verified(template, [part]));
}

function saysTheSame(before: Entry, after: Entry | undefined): boolean {
  return after !== undefined && before.name === after.name && meaningOf(before.value) === meaningOf(after.value);
}
