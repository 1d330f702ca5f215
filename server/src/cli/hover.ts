import { resolve } from "node:path";
import { stderr, stdout } from "node:process";
import { parseArgs } from "node:util";
import { looksLikeTemplate } from "../detect.ts";
import { createLanguageService } from "../languageService.ts";
import { parse } from "../model/parse.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { textFile } from "../node/textFile.ts";
import type { NoteLanguage } from "../notes/note.ts";
import { childTemplates } from "./childTemplates.ts";
import { UNCHECKED } from "./unchecked.ts";
import { visible } from "./visible.ts";

/**
 * `cfn-notes hover`: prints the hover's Markdown at FILE:LINE:COLUMN, nothing where there is none.
 * The exit code is 2 where it could not run.
 */
export async function hoverCommand(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (typeof options === "string") return refuse(options);
  const found = await textFile(options.file);
  if (!("text" in found)) return refuse(`${visible(options.file)} ${UNCHECKED[found.problem].en}.`);
  const { text } = found;
  if (!looksLikeTemplate(text)) return refuse(`${options.file} does not look like a CloudFormation template.`);
  const { notes, hover } = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
  if (options.builtIn) for (const source of await nodeHost.builtInNotes(options.language, true)) notes.set(source);
  for (const folder of options.folders) {
    const read = await nodeHost
      .readNotes(folder, options.language)
      .catch((error: unknown) => refuse(unreadable(folder, error)));
    if (typeof read === "number") return read;
    for (const source of read.sources) notes.set(source);
  }
  for (const _ of notes.prepare());
  const offset = offsetOf(text, options.line, options.column);
  const { language } = options;
  const template = parse(text);
  const children = childTemplates(resolve(options.file), template);
  const render = { language, commands: false };
  const shown = hover(template, offset, { language, reference: true, render, exports: [], children });
  if (shown !== undefined) stdout.write(`${shown.markdown}\n`);
  return 0;
}

interface HoverOptions {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly folders: readonly string[];
  readonly builtIn: boolean;
  readonly language: NoteLanguage;
}

function optionsOf(args: readonly string[]): HoverOptions | string {
  const parsed = parsedArgs(args);
  if (typeof parsed === "string") return parsed;
  const { values, positionals } = parsed;
  const [place] = positionals;
  const match = /^(.+):(\d+):(\d+)$/.exec(place ?? "");
  if (positionals.length !== 1 || match === null) return "One place is needed, as FILE:LINE:COLUMN.";
  const language = values.language ?? (/^ja/i.test(process.env["LC_ALL"] ?? process.env["LANG"] ?? "") ? "ja" : "en");
  if (language !== "ja" && language !== "en") return `--language is ja or en, not “${language}”.`;
  const [, file = "", line = "1", column = "1"] = match;
  return {
    file,
    line: Number(line),
    column: Number(column),
    folders: (values.notes ?? []).flatMap((folder) => nodeHost.resolveFolder(folder, [nodeHost.uriOf(process.cwd())])),
    builtIn: values["no-built-in"] !== true,
    language,
  };
}

interface Parsed {
  readonly values: { readonly notes?: string[]; readonly "no-built-in"?: boolean; readonly language?: string };
  readonly positionals: readonly string[];
}

/** The arguments, or what is wrong with them. */
function parsedArgs(args: readonly string[]): Parsed | string {
  try {
    const notes = { type: "string", multiple: true } as const;
    const options = { notes, "no-built-in": { type: "boolean" }, language: { type: "string" } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The offset of a place that counts from 1; the nearest one where the line or column does not exist. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf("\n", start);
    if (next < 0) return text.length;
    start = next + 1;
  }
  const end = text.indexOf("\n", start);
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end);
}

function unreadable(path: string, error: unknown): string {
  const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
  return isMissing ? `there is nothing at ${path}.` : `${path} can't be read: ${String(error)}`;
}

function refuse(reason: string): number {
  stderr.write(`cfn-notes hover: ${reason}\n`);
  return 2;
}
