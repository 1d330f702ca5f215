import { cwd } from "node:process";
import { looksLikeTemplate } from "../detect.ts";
import { createLanguageService } from "../languageService.ts";
import { parse } from "../model/reading/parse.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { offsetOf } from "../text/span.ts";
import type { HoverRequest } from "./apiTypes.ts";

/** See `hover` in `api.ts`. Notes differ from call to call, so each has a service of its own. */
export async function hoverText(text: string, request: HoverRequest): Promise<string | undefined> {
  const { line, column, language = "en", notes: folders = [], builtIn = true } = request;
  if (!looksLikeTemplate(text)) return undefined;
  const { notes, hover } = createLanguageService({ catalogue: await nodeHost.catalogue() });
  if (builtIn) for (const source of await nodeHost.builtInNotes(language, true)) notes.set(source);
  for (const folder of folders.flatMap((named) => nodeHost.resolveFolder(named, [nodeHost.uriOf(cwd())])))
    for (const source of (await nodeHost.readNotes(folder, language)).sources) notes.set(source);
  for (const _ of notes.prepare());
  const render = { language, commands: false };
  return hover(parse(text), offsetOf(text, line, column), { language, reference: true, render, exports: [] })?.markdown;
}
