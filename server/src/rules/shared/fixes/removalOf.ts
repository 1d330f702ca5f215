import { references } from "../../../model/focus/references.ts";
import { type Entry, entryOf, type Section, type Template } from "../../../model/template.ts";
import { contentSpan } from "../../../model/tree/node.ts";
import { type Span, startOfLine } from "../../../text/span.ts";
import type { FixData, FixEdit } from "../rule.ts";
import { interfaceRemoval } from "./interfaceRemoval.ts";

/** The fix of a finding on an entry that nothing uses. */
export function removalOf(template: Template, entry: Entry): { readonly data?: FixData } {
  const mentions = mentionsOf(template, entry);
  const span = entryRemoval(template, entry);
  if (span === undefined || mentions === undefined) return {};
  const edit = { start: span.start - entry.offset, end: span.end - entry.offset, newText: "" };
  return {
    data: {
      title: { en: `Remove ${entry.name}`, ja: `${entry.name}を削除` },
      edits: [edit, ...mentions],
      preferred: false,
    },
  };
}

/** The edits that take a parameter out of the console's interface; `undefined` if Metadata names the entry otherwise. */
function mentionsOf(template: Template, { name, section }: Entry): readonly FixEdit[] | undefined {
  const times = timesInMetadata(template, name);
  if (times === 0) return [];
  const face = entryOf(template, "Metadata", "AWS::CloudFormation::Interface");
  if (face === undefined || section !== "Parameters") return undefined;
  const named = references(face).filter((reference) => reference.kind === "parameter" && reference.name === name);
  const edits = named.flatMap((reference) => interfaceRemoval(face, reference, template.format) ?? []);
  return edits.length === times ? edits.map((edit) => ({ ...edit, entry: face })) : undefined;
}

/**
 * The edit that removes an entry from its section, absolute; if it is the only one, the section goes with it.
 * `undefined` if it is not on lines of its own.
 */
export function entryRemoval(template: Template, entry: Entry): Span | undefined {
  const section = template.sections.find(({ entries }) => entries.includes(entry));
  if (section === undefined) return undefined;
  return template.format === "json"
    ? jsonRemoval(template, section, entry)
    : linesRemoval(template.text, section, entry);
}

function linesRemoval(text: string, section: Section, entry: Entry): Span | undefined {
  const only = section.entries.length === 1;
  const first = only ? section.key.start + section.offset : contentSpan(entry.key).start + entry.offset;
  const start = startOfLine(text, first);
  const end = text.slice(0, Math.max(entry.value.end, entry.key.end) + entry.offset).trimEnd().length;
  const newline = text.indexOf("\n", end);
  const behind = text.slice(end, newline < 0 ? text.length : newline);
  const isAlone = /^[\s"']*$/.test(text.slice(start, first)) && /^\s*(?:#.*)?$/.test(behind);
  if (!isAlone || /^[{[]/.test(text.slice(section.key.end + section.offset).replace(/^\s*:\s*/, ""))) return undefined;
  return { start, end: newline < 0 ? text.length : newline + 1 };
}

/** With the comma behind it, or the one before if it is the last. */
function jsonRemoval({ text, sections }: Template, section: Section, entry: Entry): Span | undefined {
  const siblings =
    section.entries.length > 1 ? section.entries.map(entrySpan) : sections.map((one) => sectionSpan(text, one));
  const index = section.entries.length > 1 ? section.entries.indexOf(entry) : sections.indexOf(section);
  const own = siblings[index];
  const before = siblings[index - 1];
  const next = siblings[index + 1];
  if (own === undefined) return undefined;
  const span = next ? { start: own.start, end: next.start } : { start: before?.end ?? own.start, end: own.end };
  return /^[\s,]*$/.test(text.slice(span.start, own.start) + text.slice(own.end, span.end)) ? span : undefined;
}

function entrySpan({ key, value, offset }: Entry): Span {
  return { start: key.start + offset, end: Math.max(key.end, value.end) + offset };
}

/** A section up to the bracket behind its last entry. */
function sectionSpan(text: string, { key, value, offset, entries }: Section): Span {
  const last = entries.at(-1);
  const end = last === undefined ? (value ?? key).end + offset : entrySpan(last).end;
  const closing = last === undefined ? /^\s*:\s*\{\s*\}/.exec(text.slice(end)) : /^\s*\}/.exec(text.slice(end));
  return { start: key.start + offset, end: end + (closing?.[0].length ?? 0) };
}

function timesInMetadata({ text, sections }: Template, name: string): number {
  const metadata = sections.find((section) => section.name === "Metadata");
  if (metadata === undefined) return 0;
  const start = metadata.key.start + metadata.offset;
  const next = Math.min(
    ...sections.map(({ key, offset }) => key.start + offset).filter((at) => at > start),
    text.length,
  );
  return text.slice(start, next).split(new RegExp(`\\b${name.replace(/\W/g, "\\$&")}\\b`)).length - 1;
}
