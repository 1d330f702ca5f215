import { summariesOf } from "../../model/incremental/memo.ts";
import { searchEntries } from "../../model/incremental/searchEntries.ts";
import { entriesOf, type Template } from "../../model/template.ts";
import { type Node, textOf, valueAt } from "../../model/tree/node.ts";
import type { Span } from "../../text/span.ts";
import { currentCode } from "./formerCodes.ts";

interface Suppression {
  readonly span: Span;
  /** Codes of ours or of cfn-lint; `undefined`: all codes. */
  readonly codes: readonly string[] | undefined;
}

const COMMENT = /(?:#|\/\/|\/\*)[ \t]*cfn-notes-disable-(line|next-line|file)\b([^\r\n]*)/g;

/**
 * Whether the author has disabled a finding: by a comment (`# cfn-notes-disable-line CODE, CODE`,
 * `-next-line`, `-file`), by `cfn-notes: { disable: [CODE] }` or cfn-lint's `ignore_checks` in the template's or a
 * resource's Metadata, or by `ignored`.
 */
export function suppressions(
  template: Template,
  ignored: readonly string[],
): (finding: { readonly code: string; readonly span: Span }, cfnLint: readonly string[]) => boolean {
  const whole: Span = { start: 0, end: template.text.length };
  const found = [...(hasOwnComments(template) ? byComment(template.text) : []), ...byMetadata(template)];
  if (ignored.length > 0) found.push({ span: whole, codes: ignored });
  if (found.length === 0) return () => false;
  return ({ code, span }, cfnLint) =>
    found.some(
      ({ span: { start, end }, codes }) =>
        span.start >= start &&
        span.start <= end &&
        (codes === undefined ||
          codes.some((one) => currentCode(one) === code || cfnLint.some((id) => id.startsWith(one)))),
    );
}

const MARK = "cfn-notes-disable-";

const marks = summariesOf((entries) => ({ any: entries.some(({ unit }) => unit.text.includes(MARK)) }));

/** Whether there is any comment of ours: in the text of some unit, before the first one or behind the last. */
function hasOwnComments({ text, sections, units }: Template): boolean {
  const last = units.at(-1);
  return (
    text.slice(0, units[0]?.offset).includes(MARK) ||
    (last !== undefined && text.slice(last.offset + last.unit.text.length).includes(MARK)) ||
    units.some(({ kind, unit }) => kind !== "child" && unit.text.includes(MARK)) ||
    sections.some((section) => marks(section).some(({ any }) => any))
  );
}

function byComment(text: string): Suppression[] {
  return [...text.matchAll(COMMENT)].map(({ index, 1: kind, 2: rest = "" }) => {
    const words =
      rest
        .replace(/\*\/.*/, "")
        .split(/ -- /, 1)[0]
        ?.match(/[\w-]+/g) ?? [];
    const codes = words.length > 0 ? words : undefined;
    return {
      span: kind === "file" ? { start: 0, end: text.length } : lineSpan(text, index, kind === "next-line"),
      codes,
    };
  });
}

function lineSpan(text: string, offset: number, next: boolean): Span {
  const start = next ? after(text, offset) : text.lastIndexOf("\n", offset) + 1;
  return { start, end: after(text, start) - 1 };
}

/** The offset behind the end of the line. */
function after(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length + 1 : newline + 1;
}

function byMetadata(template: Template): Suppression[] {
  const found: Suppression[] = [];
  for (const { name, value } of entriesOf(template, "Metadata")) {
    const span = { start: 0, end: template.text.length };
    if (name === "cfn-lint") addSuppressions(ignoredByCfnLint(value), span, found);
    if (name === OWN_KEY) addSuppressions(valueAt(value, "disable"), span, found);
  }
  for (const { entry, found: settings } of withSettings(template, "Resources")) {
    const span = { start: entry.key.start + entry.offset, end: entry.value.end + entry.offset };
    for (const list of settings) addSuppressions(list, span, found);
  }
  return found;
}

/** The key of Metadata that disables codes, for JSON, which has no comments. */
export const OWN_KEY = "cfn-notes";

/** The resources whose Metadata disables codes, with the lists of codes. */
const withSettings = searchEntries(({ value }) => {
  const metadata = valueAt(value, "Metadata");
  if (metadata === undefined) return undefined;
  const lists = [valueAt(valueAt(metadata, OWN_KEY), "disable"), ignoredByCfnLint(valueAt(metadata, "cfn-lint"))];
  return lists.filter((list) => list !== undefined);
});

function ignoredByCfnLint(settings: Node | undefined): Node | undefined {
  return valueAt(valueAt(settings, "config"), "ignore_checks");
}

function addSuppressions(list: Node | undefined, span: Span, found: Suppression[]): void {
  const codes = list?.kind === "list" ? list.items.flatMap((item) => textOf(item) ?? []) : [];
  if (codes.length > 0) found.push({ span, codes });
}
