import { stdout } from "node:process";
import { createLanguageService } from "../languageService.ts";
import { nodeHost } from "../node/nodeHost.ts";
import { rulePages } from "../node/rulePages.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import { messageItself } from "../notes/search/messageItself.ts";
import { noteOnMessage } from "../notes/showing/noteOnMessage.ts";
import { renderHover } from "../notes/showing/renderHover.ts";
import { RULES } from "../rules/engine/all.ts";
import { CODES, codesMeant, describedRule } from "../rules/engine/codes.ts";
import { noteCode } from "../rules/engine/noteCodes.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { nearest } from "../text/nearest.ts";
import { visibleLines } from "../text/visible.ts";
import { howToSilence } from "./formats/ruleDescriptions.ts";
import type { Given } from "./options/commandLine.ts";
import { refuse } from "./options/refuse.ts";

/** `cfn-notes explain`: prints Markdown. */
export async function printExplanation(given: Given, language: "en" | "ja"): Promise<number> {
  const [code] = given.operands;
  if (code === undefined || given.operands.length > 1) return refuse("explain", WORDS[language].one);
  const codes = codesMeant(code);
  const said = codes.length === 0 && /\s/.test(code) ? await notesOnMessage(code, language) : undefined;
  if (said !== undefined) {
    stdout.write(said.text);
    return said.isExact ? 0 : 1;
  }
  if (codes.length === 0) return refuse("explain", WORDS[language].unknown(code, nearest(code, CODES)));
  const pages: string[] = [];
  for (const one of codes) pages.push(await page(one, language));
  stdout.write(pages.join("\n"));
  return 0;
}

/** In characters. */
const MAX_NOTE_LENGTH = 20_000;

/** The closest notes that are listed. */
const MAX_CLOSEST = 5;

/** The built-in note that quotes an error message of AWS's, or is called like that, or those that come closest. */
async function notesOnMessage(
  message: string,
  language: "en" | "ja",
): Promise<{ readonly text: string; readonly isExact: boolean }> {
  const notes = await builtInNotes(language);
  const best = noteOnMessage(notes, message, MAX_NOTE_LENGTH);
  if (best !== undefined) {
    const { note, text, first } = best;
    const parts = first === undefined ? [`# ${note.title}`, text] : [first, `# ${note.title}`, text];
    return { text: visibleLines(`${parts.join("\n\n")}\n`), isExact: true };
  }
  const found = notes.search(messageItself(message), MAX_CLOSEST);
  const rows = found.map(({ note, excerpt }) => `- ${[...note.path, note.title].join(" › ")}: ${excerpt}`);
  const { closest, nothing } = WORDS[language];
  const text = found.length === 0 ? nothing : `${closest}\n\n${rows.join("\n")}`;
  return { text: visibleLines(`${text}\n`), isExact: false };
}

async function page(code: string, language: "en" | "ja"): Promise<string> {
  const { title, severity, cfnLint } = describedRule(code);
  // Notes have no setting that silences what is found in them.
  const ofNotes = noteCode(code);
  if (ofNotes !== undefined)
    return [`# ${code}`, title[language], WORDS[language].facts(severity, []), ofNotes.text[language], ""].join("\n\n");
  const { text } = rulePages(language).get(code) ?? { text: "" };
  const note = await noteOn(RULES.find((rule) => rule.code === code)?.topic, language);
  const facts = WORDS[language].facts(severity, cfnLint);
  return [
    `# ${code}`,
    title[language],
    facts,
    // The page begins with the title and ends with the facts, which stand above.
    text.split("\n\n").slice(1, -1).join("\n\n"),
    howToSilence(code)[language],
    ...(note === undefined ? [] : [`## ${WORDS[language].note}`, note]),
  ]
    .filter((part) => part !== "")
    .map((part) => `${part}\n`)
    .join("\n");
}

/** The beginning of the built-in note on a topic. */
async function noteOn(topic: string | undefined, language: "en" | "ja"): Promise<string | undefined> {
  if (topic === undefined) return undefined;
  const found = (await builtInNotes(language)).onTopic(topic).slice(0, 1);
  return found.length === 0 ? undefined : renderHover(found, { language, commands: false });
}

async function builtInNotes(language: "en" | "ja"): Promise<NoteIndex> {
  const { notes } = createLanguageService({ catalogue: await nodeHost.catalogue() });
  for (const source of await nodeHost.builtInNotes(language, true)) notes.set(source);
  return notes;
}

const WORDS = {
  en: {
    one: "one code, or an error message in quotes, is needed; cfn-notes rules lists the codes.",
    unknown: (code: string, near: string | undefined) =>
      `there is no rule ${code}.${near === undefined ? " cfn-notes rules lists them." : didYouMean(near).en}`,
    facts: (severity: string, cfnLint: readonly string[]) =>
      `Severity: ${severity}.${cfnLint.length > 0 ? ` cfn-lint: ${cfnLint.join(", ")}.` : ""}`,
    nothing: "Nothing was found.",
    closest: "Nothing exact was found. Closest:",
    note: "Note",
  },
  ja: {
    one: "コードを1つか、引用符で囲んだエラーメッセージを指定してください。コードの一覧はcfn-notes rulesで表示できます。",
    unknown: (code: string, near: string | undefined) =>
      `${code}というルールはありません。${near === undefined ? "一覧はcfn-notes rulesで表示できます。" : didYouMean(near).ja}`,
    facts: (severity: string, cfnLint: readonly string[]) =>
      `重大度：${severity}。${cfnLint.length > 0 ? `cfn-lint：${cfnLint.join("、")}。` : ""}`,
    nothing: "ノートは見つかりませんでした。",
    closest: "ぴったりのノートは見つかりませんでした。近いもの：",
    note: "ノート",
  },
} as const;
