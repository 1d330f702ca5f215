import { cwd } from "node:process";
import { looksLikeTemplate } from "../detect.ts";
import { runToEnd } from "../features/diagnostics.ts";
import { createLanguageService, type LanguageService } from "../languageService.ts";
import { parse } from "../model/parse.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { byCurrentCode } from "../rules/engine/formerCodes.ts";
import { offsetOf } from "../text/offsetOf.ts";
import type { CheckRequest, Finding, HoverRequest } from "./api.ts";
import { checkedFile } from "./checked.ts";

let serviceOnce: Promise<LanguageService> | undefined;

function service(): Promise<LanguageService> {
  serviceOnce ??= nodeHost.catalogue().then((catalogue) => createLanguageService({ catalogue, snippets: [] }));
  return serviceOnce;
}

/** See `check` in `api.ts`. */
export async function checkText(
  text: string,
  { language = "en", rules = {} }: CheckRequest = {},
): Promise<readonly Finding[]> {
  if (!looksLikeTemplate(text)) return [];
  const severities = byCurrentCode(Object.entries(rules));
  const { diagnostics } = await service();
  const found = runToEnd(diagnostics(parse(text), { language, today: nodeHost.today(), severities }));
  return checkedFile("", text, found).diagnostics.map(
    ({ line, column, endLine, endColumn, severity, code, message, fix }) => ({
      line,
      column,
      endLine,
      endColumn,
      severity,
      code,
      message,
      fix: fix ?? null,
    }),
  );
}

/** See `hover` in `api.ts`. Notes differ from call to call, so each has a service of its own. */
export async function hoverText(text: string, request: HoverRequest): Promise<string | undefined> {
  const { line, column, language = "en", notes: folders = [], builtIn = true } = request;
  if (!looksLikeTemplate(text)) return undefined;
  const { notes, hover } = createLanguageService({ catalogue: await nodeHost.catalogue(), snippets: [] });
  if (builtIn) for (const source of await nodeHost.builtInNotes(language, true)) notes.set(source);
  for (const folder of folders.flatMap((named) => nodeHost.resolveFolder(named, [nodeHost.uriOf(cwd())])))
    for (const source of (await nodeHost.readNotes(folder, language)).sources) notes.set(source);
  for (const _ of notes.prepare());
  const render = { language, commands: false };
  return hover(parse(text), offsetOf(text, line, column), { language, reference: true, render, exports: [] })?.markdown;
}
