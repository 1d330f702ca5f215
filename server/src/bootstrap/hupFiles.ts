import type { Span } from "../text/span.ts";

/** One hook of cfn-hup: a section of a file in `hooks.d`. Spans are offsets into the text it was read from. */
export interface HupHook extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** `[main]` of cfn-hup.conf. */
export interface HupConf extends Span {
  readonly settings: ReadonlyMap<string, Setting>;
}

/** `key=value`; the span is that of the value. */
export interface Setting extends Span {
  readonly key: string;
  readonly value: string;
}

/** The contents of cfn-hup's configuration files; the hooks and the `[main]` sections of a text in their format. */
export function hupFiles(text: string, range: Span): { hooks: HupHook[]; confs: HupConf[] } {
  const hooks: HupHook[] = [];
  const confs: HupConf[] = [];
  for (const { name, nameSpan, start, end, settings } of sections(text, range)) {
    if (name === "main") confs.push({ start, end, settings });
    else if (settings.has("path") || settings.has("action") || settings.has("triggers"))
      hooks.push({ start, end, name, nameSpan, settings });
  }
  return { hooks, confs };
}

/** Whether a text is in the format of cfn-hup's files rather than a script. */
export function isHupFile(text: string, range: Span): boolean {
  const head = text.slice(range.start, Math.min(range.end, range.start + 2000));
  // Comments may come first, commands may not: a script can write such a file too.
  const section = /^(?:[ \t\r]*(?:[#;][^\n]*)?\n)*[ \t]*\[([^\]\n]+)\][ \t\r]*$/m.exec(head);
  if (section?.index !== 0) return false;
  return section[1] === "main"
    ? /^[ \t]*(?:stack|region|interval|credential-file|verbose)[ \t]*=/m.test(head)
    : /^[ \t]*(?:path[ \t]*=[ \t]*Resources\.|triggers[ \t]*=[ \t]*\w+\.|action[ \t]*=)/m.test(head);
}

interface IniSection extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly settings: Map<string, Setting>;
}

function sections(text: string, range: Span): IniSection[] {
  const found: (IniSection & { end: number })[] = [];
  let offset = range.start;
  while (offset < range.end) {
    const newline = text.indexOf("\n", offset);
    const end = newline < 0 || newline > range.end ? range.end : newline;
    const line = text.slice(offset, end);
    const name = /^\s*\[([^\]]+)\]/.exec(line)?.[1];
    const current = found.at(-1);
    if (name !== undefined) {
      const start = offset + line.indexOf("[") + 1;
      found.push({ start: offset, end, name, nameSpan: { start, end: start + name.length }, settings: new Map() });
    } else if (current) {
      const setting = settingOf(line, offset);
      if (setting) {
        current.settings.set(setting.key, setting);
        current.end = end;
      }
    }
    offset = end + 1;
  }
  return found;
}

function settingOf(line: string, offset: number): Setting | undefined {
  const [lead, key] = /^\s*([\w.-]+)\s*[=:]\s*/.exec(line) ?? [];
  if (lead === undefined || key === undefined) return undefined;
  const value = line.slice(lead.length).trimEnd();
  const start = offset + lead.length;
  return { key: key.toLowerCase(), value, start, end: start + value.length };
}
