import { relative, resolve } from "node:path";
import { DATA_ONLY, findingsOf, notesAt, notesFound } from "../../assistant/answers.ts";
import { looksLikeTemplate } from "../../detect.ts";
import type { LanguageService } from "../../languageService.ts";
import { nodeHost } from "../../node/nodeHost.ts";
import { isBelow, textFile } from "../../node/textFile.ts";
import type { NoteLanguage } from "../../notes/note.ts";
import { offsetOf } from "../offsetOf.ts";
import { projectOf } from "../projectFiles.ts";
import { UNREAD } from "../unread.ts";
import type { Tool } from "./tool.ts";

/** What the tools answer from. */
export interface ToolContext {
  readonly service: LanguageService;
  readonly language: NoteLanguage;
  /** The folder below which templates are read. */
  readonly folder: string;
}

const PATH = { type: "string", description: "The template's path, absolute or relative to the workspace." };
const DEFAULT_LIMIT = 10;
const MOST = 50;

/** The tools; none changes anything. */
export function tools(context: ToolContext): readonly Tool[] {
  const { service, language } = context;
  return [
    {
      name: "check_template",
      title: "Check a CloudFormation template",
      description:
        "Checks a CloudFormation or SAM template (YAML or JSON) offline with all rules and gives each finding with file, line, column, code, message and, where there is one, a fix. Use it after every change of a template. Give path, or text for a draft that is in no file.",
      input: {
        type: "object",
        properties: {
          path: PATH,
          text: { type: "string", description: "The template itself, instead of a path." },
        },
        required: [],
        additionalProperties: false,
      },
      answer: async (input) => {
        const file = typeof input["path"] === "string" ? input["path"] : "template";
        const found = typeof input["text"] === "string" ? { text: input["text"] } : await templateAt(context, file);
        if ("problem" in found) return found;
        if (!looksLikeTemplate(found.text)) return { problem: `${file} does not look like a CloudFormation template.` };
        const { settings } = await projectOf(context.folder);
        const { severities, ignored } = settings;
        const findings = findingsOf(service, found.text, file, {
          language,
          today: nodeHost.today(),
          severities,
          ignored,
        });
        return { findings, notice: DATA_ONLY };
      },
    },
    {
      name: "notes_for_place",
      title: "Notes on a place in a template",
      description:
        "Gives the person's own study notes and the built-in ones on what stands at a line and column of a CloudFormation template, best first, each with note id, file and line, and CloudFormation's reference on it.",
      input: {
        type: "object",
        properties: {
          path: PATH,
          line: { type: "integer", minimum: 1, description: "From 1." },
          column: { type: "integer", minimum: 1, description: "From 1, in UTF-16 units." },
        },
        required: ["path", "line", "column"],
        additionalProperties: false,
      },
      answer: async ({ path, line, column }) => {
        if (typeof path !== "string" || typeof line !== "number" || typeof column !== "number")
          return { problem: "path, line and column are needed." };
        const found = await templateAt(context, path);
        if ("problem" in found) return found;
        if (!looksLikeTemplate(found.text)) return { problem: `${path} does not look like a CloudFormation template.` };
        const offset = offsetOf(found.text, line, column);
        return { file: path, line, column, ...notesAt(service, found.text, offset, language), notice: DATA_ONLY };
      },
    },
    {
      name: "search_notes",
      title: "Search notes on AWS",
      description:
        "Searches the person's own study notes and the built-in ones, in English or Japanese, and gives title, note id, file, line and an excerpt, best first.",
      input: {
        type: "object",
        properties: {
          query: { type: "string", description: "Words or a question." },
          limit: {
            type: "integer",
            minimum: 1,
            maximum: MOST,
            description: `At most so many (default ${DEFAULT_LIMIT}).`,
          },
        },
        required: ["query"],
        additionalProperties: false,
      },
      answer: async ({ query, limit }) => {
        if (typeof query !== "string") return { problem: "query is needed." };
        const most = typeof limit === "number" ? Math.max(1, Math.min(MOST, Math.floor(limit))) : DEFAULT_LIMIT;
        return { notes: notesFound(service, query, most), notice: DATA_ONLY };
      },
    },
  ];
}

/** The text of a template below the folder. */
async function templateAt({ folder }: ToolContext, path: string): Promise<{ text: string } | { problem: string }> {
  const file = resolve(folder, path);
  if (!isBelow(folder, file)) {
    const isOutside = relative(folder, file).startsWith("..");
    return { problem: isOutside ? `${path} is not below the folder that is served.` : `${path} can't be read.` };
  }
  const found = await textFile(file);
  return "text" in found ? found : { problem: `${path} ${UNREAD[found.problem].en}.` };
}
