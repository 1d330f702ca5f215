import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { cwd } from "node:process";
import { pathToFileURL } from "node:url";
import assistantPrompts, { type Row as PromptDescription } from "../../../data/assistantPrompts.yaml";
import { type AnswerContext, type AskedText, answerTool, DATA_ONLY, type ToolInput } from "../../assistant/answers.ts";
import { rulesMeant } from "../../assistant/rulesMeant.ts";
import { TOOLS } from "../../assistant/toolDescriptions.ts";
import { createLanguageService } from "../../languageService.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { isBelow, isInside, textFile } from "../../node/textFile.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import { percentDecoded } from "../../notes/reading/markdown/uriPath.ts";
import { passageText } from "../../notes/showing/passageText.ts";
import { shortened } from "../../text/shortened.ts";
import { visible, visibleLines } from "../../text/visible.ts";
import { UNCHECKED } from "../files/unchecked.ts";
import type { Given } from "../options/commandLine.ts";
import { productVersion } from "../options/product.ts";
import { refuse } from "../options/refuse.ts";
import { addNotes } from "../readNotes.ts";
import { serveTools } from "./mcpServer.ts";
import { projectDiagnostics } from "./projectDiagnostics.ts";

/** `cfn-notes mcp`. */
export async function serveAssistants(options: Given, language: "en" | "ja"): Promise<number> {
  const service = createLanguageService({ catalogue: await nodeHost.catalogue() });
  const problem = await addNotes(service.notes, options, language);
  if (problem !== undefined) return refuse("mcp", problem);
  const folder = cwd();
  const context: AnswerContext = {
    service,
    language,
    textOf: (input) => askedText(folder, input),
    beforeOf: ({ before, path }) => askedText(folder, { path: before ?? path }),
    rulesMeant: async (code) => rulesMeant(code, language, (one) => nodeHost.ruleText?.(one, language)),
    diagnosticsOf: projectDiagnostics(service, folder, language),
  };
  await serveTools({
    name: "cfn-notes",
    version: productVersion(),
    instructions: `Read-only help with AWS CloudFormation templates: check them after each change, and look up the person's notes before explaining. ${DATA_ONLY}`,
    tools: Object.values(TOOLS),
    answer: (tool, input) => answerTool(tool, input, context),
    prompts: PROMPTS.map(({ name, title, description, argument }) => ({
      name,
      title: title[language],
      description: description[language],
      argument: { name: argument.name, description: argument.description[language] },
    })),
    prompt: (name, given) => promptText(name, given, language),
    resources: {
      uriTemplate: NOTE_URI,
      list: () => noteResources(service.notes),
      read: (uri) => noteResourceText(service.notes, uri),
    },
  });
  return 0;
}

/** A draft, or the text of a file below the folder; the files that a draft names are read as if it were there. */
export async function askedText(
  folder: string,
  { path, text }: ToolInput,
): Promise<AskedText | { readonly problem: string }> {
  if (typeof path !== "string")
    return typeof text === "string"
      ? { file: "draft", text }
      : { problem: "path is needed, or the template itself as text." };
  const file = resolve(folder, path);
  const isDraft = typeof text === "string";
  if (!isInside(folder, file) || (isDraft && !mayStandAt(folder, file)))
    return { problem: `${path} is not below the folder that is served.` };
  const { href: uri } = pathToFileURL(file);
  if (isDraft) return { file: path, text, uri };
  if (!isBelow(folder, file)) return { problem: `There is no ${path} below the folder that is served.` };
  const found = await textFile(file);
  return "text" in found
    ? { file: path, text: found.text, uri }
    : { problem: `${path} ${UNCHECKED[found.problem].en}.` };
}

/**
 * Whether a draft may be written here: the nearest folder that exists has to be in the folder, since it may be a link.
 */
function mayStandAt(folder: string, file: string): boolean {
  let at = dirname(file);
  while (at !== folder && !existsSync(at)) at = dirname(at);
  return at === folder || isBelow(folder, at);
}

/** Requests that a person makes of their assistant by name, such as `/cfn-notes:review_template`. */
const PROMPTS: readonly PromptDescription[] = assistantPrompts();

/** In UTF-16 units. */
const MAX_ARGUMENT = 4000;

/** The prompt, or what is wrong with the question. */
function promptText(
  name: string,
  given: Readonly<Record<string, string>>,
  language: "en" | "ja",
): { readonly text: string } | { readonly problem: string } {
  const prompt = PROMPTS.find((one) => one.name === name);
  if (prompt === undefined) return { problem: `There is no prompt ${name}.` };
  const argument = given[prompt.argument.name]?.trim() ?? "";
  if (argument === "") return { problem: `${prompt.argument.name} is needed.` };
  return { text: prompt.text[language].replaceAll("{}", () => shortened(argument, MAX_ARGUMENT)) };
}

/** Something that an assistant, or the person who talks to it, may take in whole. */
interface NoteResource {
  readonly uri: string;
  readonly title: string;
}

/** A note by the id that the tools return; percent-encoded. */
const NOTE_URI = "cfn-notes://note/{noteId}";

/** The person's own files, then the built-in ones. */
function noteResources(notes: NoteIndex): readonly NoteResource[] {
  const files = notes.files.toSorted((one, other) => Number(one.builtIn) - Number(other.builtIn));
  return files.map(({ title, notes: [whole] }) => ({ uri: uriOf(whole.id), title: visible(title) }));
}

/** A note with its title, as Markdown; `undefined` if no note has that address. */
function noteResourceText(notes: NoteIndex, uri: string): string | undefined {
  const [, id] = /^cfn-notes:\/\/note\/(.+)$/.exec(uri) ?? [];
  const found = id === undefined ? undefined : notes.note(percentDecoded(id));
  if (found === undefined) return undefined;
  const { note, file } = found;
  return `# ${visible(note.title)}\n\n${visibleLines(passageText(note, file, MAX_TEXT_LENGTH))}`;
}

/** Characters; a file of notes may be a book. */
const MAX_TEXT_LENGTH = 60_000;

function uriOf(id: string): string {
  return NOTE_URI.replace("{noteId}", encodeURIComponent(id));
}
