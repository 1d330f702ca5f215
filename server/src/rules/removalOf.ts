import { contentSpan } from "../model/node.ts";
import type { Entry, Template } from "../model/template.ts";
import type { FixData } from "./rule.ts";

/** The fix of a finding on an entry that nothing uses. */
export function removalOf(template: Template, entry: Entry): { readonly data?: FixData } {
  const data = removal(template, entry);
  return data === undefined ? {} : { data };
}

/**
 * Takes an entry that nothing uses out of its section; where it is the only one, the section with it. `undefined` where
 * it does not stand on lines of its own, or Metadata speaks of it.
 */
function removal({ text, format, sections }: Template, entry: Entry): FixData | undefined {
  if (format === "json") return undefined;
  const section = sections.find(({ entries }) => entries.includes(entry));
  if (section === undefined || isNamedInMetadata(text, sections, entry.name)) return undefined;
  const only = section.entries.length === 1;
  const first = only ? section.key.start + section.offset : contentSpan(entry.key).start + entry.offset;
  const start = text.lastIndexOf("\n", first - 1) + 1;
  const end = text.slice(0, Math.max(entry.value.end, entry.key.end) + entry.offset).trimEnd().length;
  const newline = text.indexOf("\n", end);
  const behind = text.slice(end, newline < 0 ? text.length : newline);
  const isAlone = /^[\s"']*$/.test(text.slice(start, first)) && /^\s*(?:#.*)?$/.test(behind);
  if (!isAlone || /^[{[]/.test(text.slice(section.key.end + section.offset).replace(/^\s*:\s*/, ""))) return undefined;
  return {
    title: { en: `Remove ${entry.name}`, ja: `${entry.name}を削除` },
    edits: [
      { start: start - entry.offset, end: (newline < 0 ? text.length : newline + 1) - entry.offset, newText: "" },
    ],
    preferred: false,
  };
}

function isNamedInMetadata(text: string, sections: Template["sections"], name: string): boolean {
  const metadata = sections.find((section) => section.name === "Metadata");
  if (metadata === undefined) return false;
  const start = metadata.key.start + metadata.offset;
  const next = Math.min(
    ...sections.map(({ key, offset }) => key.start + offset).filter((at) => at > start),
    text.length,
  );
  return text.slice(start, next).includes(name);
}
