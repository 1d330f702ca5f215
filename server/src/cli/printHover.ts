import { resolve } from "node:path";
import { stderr, stdout } from "node:process";
import { looksLikeTemplate } from "../detect.ts";
import { createLanguageService } from "../languageService.ts";
import { parse } from "../model/reading/parse.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { textFile } from "../node/textFile.ts";
import type { NoteLanguage } from "../notes/reading/note.ts";
import { offsetOf } from "../text/span.ts";
import { visible, visibleLines } from "../text/visible.ts";
import { childTemplates } from "./files/childTemplates.ts";
import { unusable } from "./files/unchecked.ts";
import type { Given } from "./options/commandLine.ts";
import { refuse } from "./options/refuse.ts";
import { addNotes } from "./readNotes.ts";

/** `cfn-notes hover`. */
export async function printHover(given: Given, language: NoteLanguage): Promise<number> {
  const say = WORDS[language];
  const [place = ""] = given.operands;
  const match = /^(.+):([1-9]\d*):([1-9]\d*)$/.exec(place);
  if (given.operands.length !== 1 || match === null) return refuse("hover", say.onePlace);
  const [, file = "", line = "1", column = "1"] = match;
  const found = await textFile(file);
  if (!("text" in found)) return refuse("hover", unusable(file, found.problem)[language]);
  const { text } = found;
  if (!looksLikeTemplate(text)) return refuse("hover", unusable(file, "no-template")[language]);
  const service = createLanguageService({ catalogue: await nodeHost.catalogue() });
  const problem = await addNotes(service.notes, given, language);
  if (problem !== undefined) return refuse("hover", problem);
  const offset = offsetOf(text, Number(line), Number(column));
  const render = { language, commands: false };
  const template = parse(text);
  const children = childTemplates(resolve(file), template);
  const uri = nodeHost.uriOf(resolve(file));
  const shown = service.hover(template, offset, { language, reference: true, render, exports: [], children, uri });
  if (shown === undefined) {
    stderr.write(`cfn-notes hover: ${say.nothing(visible(place))}\n`);
    return 1;
  }
  stdout.write(`${visibleLines(shown.markdown)}\n`);
  return 0;
}

const WORDS = {
  en: {
    onePlace: "one place is needed, as FILE:LINE:COLUMN; both count from 1.",
    nothing: (place: string) => `there is nothing to show at ${place}.`,
  },
  ja: {
    onePlace: "位置を1つ、FILE:LINE:COLUMNの形で指定してください（行と列は1から数えます）。",
    nothing: (place: string) => `${place}に表示するものはありません。`,
  },
} as const;
