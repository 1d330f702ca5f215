import { isMap, isScalar, isSeq, parseDocument, type Scalar } from "yaml";
import type { Span } from "../text/span.ts";
import { parseScript } from "./parseScript.ts";
import type { Command, Dialect, Script, Word } from "./script.ts";

/** A script inside a text, such as one part of an EC2 instance's user data. */
export interface ScriptPart extends Span {
  readonly script: Script;
  /** Texts that the part writes to files without a command: `write_files` of cloud-init. */
  readonly files: readonly WrittenFile[];
}

export interface WrittenFile extends Span {
  readonly path: string;
}

/** The longest text that is taken apart; user data ends at 16 KB, a whole template at 1 MB. */
const MAX_TEXT_LENGTH = 200_000;

/**
 * The scripts of a text as EC2 and cloud-init would find them: MIME parts, `<powershell>` and `<script>` sections,
 * cloud-config, or the whole text by its `#!` line and look. Offsets are those of `text`.
 */
export function scriptParts(text: string, dialect?: Dialect): ScriptPart[] {
  const whole = { start: 0, end: Math.min(text.length, MAX_TEXT_LENGTH) };
  if (dialect) return [shellPart(text, dialect, whole)];
  const tagged = taggedParts(text);
  if (tagged.length > 0) return tagged;
  return mimeParts(text, whole) ?? [plainPart(text, whole)];
}

function shellPart(text: string, dialect: Dialect, span: Span): ScriptPart {
  return { ...span, script: parseScript(text, dialect, span), files: [] };
}

function plainPart(text: string, span: Span): ScriptPart {
  if (CLOUD_CONFIG.test(text.slice(span.start, span.start + 200))) return cloudConfig(text, span);
  return shellPart(text, dialectOf(text.slice(span.start, span.end)), span);
}

/** Cloud-init's own header may stand behind one that has Jinja fill the text in. */
const CLOUD_CONFIG = /^\s*(?:## template: *jinja[ \t]*\r?\n\s*)?#cloud-config/;

/** The shell that a command or script without any header is most likely written for. */
export function dialectOf(text: string): Dialect {
  if (/^\s*#!/.test(text.slice(0, 200))) return /^\s*#!.*\bpwsh\b/.test(text.slice(0, 200)) ? "powershell" : "bash";
  const head = text.slice(0, 20_000);
  if (/\$LASTEXITCODE|\$env:\w|^\s*(?:\[\w+\])?\$\w+\s*=\s/im.test(head) || CMDLET.test(head))
    return /%ERRORLEVEL%|\bpowershell(?:\.exe)?\b/i.test(head) ? "cmd" : "powershell";
  return /%[A-Z_]{3,}%|\w\.exe\b|\b[A-Z]:\\/i.test(head) ? "cmd" : "bash";
}

const CMDLET = /\b(?:New|Set|Get|Invoke|Write|Start|Import|Install|Send)-[A-Z]\w+/;

/** `<powershell>` and `<script>` sections, which Windows looks for. */
function taggedParts(text: string): ScriptPart[] {
  const parts: ScriptPart[] = [];
  const open = /^[ \t]*<(powershell|script)>/gim;
  for (let found = open.exec(text); found && parts.length < 20; found = open.exec(text)) {
    const start = found.index + found[0].length;
    const tag = found[1]?.toLowerCase() === "script" ? "script" : "powershell";
    const close = new RegExp(`</${tag}>`, "gi");
    close.lastIndex = start;
    const end = close.exec(text)?.index ?? text.length;
    parts.push(shellPart(text, tag === "script" ? "cmd" : "powershell", { start, end }));
    open.lastIndex = end;
  }
  return parts;
}

/** The parts of a MIME message; `undefined` if the text is none. */
function mimeParts(text: string, span: Span): ScriptPart[] | undefined {
  const head = text.slice(span.start, span.start + 1000);
  const boundary =
    /^\s*(?:[\w-]+:.*\r?\n\s*)*?Content-Type:\s*multipart\/[^\n]*?(?:\n[ \t]+[^\n]*?)?boundary="?([^"\s;]+)"?/i.exec(
      head,
    )?.[1];
  if (boundary === undefined) return undefined;
  const parts: ScriptPart[] = [];
  const line = `--${boundary}`;
  let at = text.indexOf(line, span.start);
  // The header names the boundary without the dashes, so the first hit is the first part's line.
  while (at >= 0 && at < span.end && parts.length < 50) {
    const next = text.indexOf(line, at + line.length);
    const end = next < 0 || next > span.end ? span.end : next;
    const body = /\r?\n[ \t]*\r?\n/.exec(text.slice(at, end));
    if (body) {
      const type = /^[ \t]*Content-Type:\s*([\w/.-]+)/im.exec(text.slice(at, at + body.index))?.[1]?.toLowerCase();
      const inner = { start: at + body.index + body[0].length, end };
      parts.push(type === "text/cloud-config" ? cloudConfig(text, inner) : plainPart(text, inner));
    }
    at = next;
  }
  return parts;
}

/** `bootcmd` and `runcmd`, which cloud-init puts into one script each, and the files of `write_files`. */
function cloudConfig(text: string, span: Span): ScriptPart {
  const source = text.slice(span.start, span.end);
  const root = parseDocument(source, { prettyErrors: false, logLevel: "silent", strict: false }).contents;
  const commands: Command[] = [];
  const files: WrittenFile[] = [];
  if (isMap(root)) {
    for (const key of ["bootcmd", "runcmd"]) {
      const list = root.get(key, true);
      for (const item of isSeq(list) ? list.items : []) commands.push(...itemCommands(text, span.start, item));
    }
    const written = root.get("write_files", true);
    for (const item of isSeq(written) ? written.items : []) {
      if (!isMap(item)) continue;
      const content = item.get("content", true);
      const inner = isScalar(content) ? contentSpan(source, content, span.start) : undefined;
      if (inner) files.push({ ...inner, path: String(item.get("path") ?? "") });
    }
  }
  return { ...span, script: { dialect: "bash", interpreter: undefined, commands }, files };
}

function itemCommands(text: string, offset: number, item: unknown): readonly Command[] {
  if (isScalar(item)) {
    const inner = contentSpan(text.slice(offset), item, offset);
    return inner ? parseScript(text, "bash", inner).commands : [];
  }
  if (!isSeq(item)) return [];
  const words = item.items.flatMap((word): Word[] => {
    if (!isScalar(word) || !word.range) return [];
    const [start, end] = word.range;
    const quote = word.type === "QUOTE_DOUBLE" ? "double" : word.type === "QUOTE_SINGLE" ? "single" : "none";
    return [{ start: start + offset, end: end + offset, text: String(word.value ?? ""), quote }];
  });
  const [first] = words;
  if (!first) return [];
  // sh -c '…' as a list is one script.
  const script = words.findIndex(({ text: option }) => /^-\w*c$/.test(option));
  const inner = /(?:^|\/)(?:ba)?sh$/.test(first.text) && script > 0 ? words[script + 1] : undefined;
  if (inner)
    return parseScript(text, "bash", inner.quote === "none" ? inner : { start: inner.start + 1, end: inner.end - 1 })
      .commands;
  const block = { kind: "script", operator: "start", start: first.start } as const;
  return [
    {
      words,
      assignments: [],
      redirects: [],
      heredocs: [],
      operator: ";",
      negated: false,
      block,
      start: first.start,
      end: words.at(-1)?.end ?? first.end,
    },
  ];
}

/** The span of a YAML scalar's characters, without its quotes or its `|` line. */
function contentSpan(source: string, scalar: Scalar, offset: number): Span | undefined {
  if (!scalar.range) return undefined;
  let [start, end] = scalar.range;
  if (scalar.type === "QUOTE_DOUBLE" || scalar.type === "QUOTE_SINGLE") {
    start++;
    end--;
  } else if (scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED") {
    const newline = source.indexOf("\n", start);
    start = newline < 0 ? end : newline + 1;
  }
  return start < end ? { start: start + offset, end: end + offset } : undefined;
}
