import { gathering, summaries } from "../model/gathered.ts";
import { type Node, textOf, valueAt } from "../model/node.ts";
import { entriesOf, type Template } from "../model/template.ts";
import type { Span } from "../text/span.ts";

interface Suppression {
  readonly span: Span;
  /** Codes of ours or of cfn-lint; `undefined`: everything. */
  readonly codes: readonly string[] | undefined;
}

const COMMENT = /(?:#|\/\/|\/\*)[ \t]*cfn-notes-disable-(line|next-line|file)\b([^\r\n]*)/g;

/**
 * Whether the author does not want to hear of a problem: by a comment (`# cfn-notes-disable-line CODE, CODE`,
 * `-next-line`, `-file`), by cfn-lint's `ignore_checks` in the template's or a resource's Metadata, or by `ignored`.
 */
export function suppressions(
  template: Template,
  ignored: readonly string[],
): (finding: { readonly code: string; readonly span: Span }, cfnLint: readonly string[]) => boolean {
  const whole: Span = { start: 0, end: template.text.length };
  const found = [...(hasComments(template) ? byComment(template.text) : []), ...byMetadata(template)];
  if (ignored.length > 0) found.push({ span: whole, codes: ignored });
  if (found.length === 0) return () => false;
  return ({ code, span }, cfnLint) =>
    found.some(
      ({ span: { start, end }, codes }) =>
        span.start >= start &&
        span.start <= end &&
        (codes === undefined || codes.some((one) => one === code || cfnLint.some((id) => id.startsWith(one)))),
    );
}

const MARK = "cfn-notes-disable-";

const marked = summaries((entries) => entries.some(({ unit }) => unit.text.includes(MARK)));

/** Whether a comment of ours is anywhere: in the text of some unit, or before the first one or behind the last. */
function hasComments({ text, sections, units }: Template): boolean {
  const last = units.at(-1);
  return (
    text.slice(0, units[0]?.offset).includes(MARK) ||
    (last !== undefined && text.slice(last.offset + last.unit.text.length).includes(MARK)) ||
    units.some(({ kind, unit }) => kind !== "child" && unit.text.includes(MARK)) ||
    sections.some((section) => marked(section).includes(true))
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
      span: kind === "file" ? { start: 0, end: text.length } : lineOf(text, index, kind === "next-line"),
      codes,
    };
  });
}

function lineOf(text: string, offset: number, next: boolean): Span {
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
    if (name === "cfn-lint") add(value, { start: 0, end: template.text.length }, found);
  }
  for (const { entry, found: settings } of withSettings(template, "Resources", undefined)) {
    add(settings, { start: entry.key.start + entry.offset, end: entry.value.end + entry.offset }, found);
  }
  return found;
}

/** The resources with settings for cfn-lint in their Metadata. */
const withSettings = gathering(({ value }) => valueAt(valueAt(value, "Metadata"), "cfn-lint"));

function add(settings: Node, span: Span, found: Suppression[]): void {
  const list = valueAt(valueAt(settings, "config"), "ignore_checks");
  const codes = list?.kind === "list" ? list.items.flatMap((item) => textOf(item) ?? []) : [];
  if (codes.length > 0) found.push({ span, codes });
}
