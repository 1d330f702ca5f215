import type { CompletionList } from "vscode-languageserver";
import { CodeActionTriggerKind } from "vscode-languageserver-types";
import type { ItemData } from "../../features/completion/scene.ts";
import { placeOfName } from "../../model/references/nestedNames.ts";
import { OPEN_NOTE_COMMAND } from "../../protocol/notes.ts";
import { type Span, touches } from "../../text/span.ts";
import { completionList, indentationOf } from "../documents/completionItems.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { markup } from "../documents/markup.ts";
import { refactorClient } from "../documents/refactorActions.ts";
import { hasCommand } from "../host/clientFeatures.ts";
import { CompletionTriggerKind } from "../host/protocolLibrary.ts";
import { noteFixes } from "../notes/noteFixes.ts";
import { type RenameParts, renameEdit } from "../workspace/renameEdit.ts";
import { codeActions } from "./codeActions.ts";
import { renderOptions } from "./hoverRequest.ts";
import { notesNaming } from "./notes/notesNaming.ts";
import { type Asked, type Elsewhere, type RequestContext, withElsewhere } from "./request.ts";
import type { Answers, CompletionParams } from "./requestTable.ts";

type LanguageRequests = Pick<Answers, "completion" | "resolveCompletion" | "codeActions" | "prepareRename" | "rename">;

/** The kind of the actions that move a note between its file and a template. */
const NOTE_MOVE_KIND = "refactor.rewrite.note";

/** Answers what is asked while somebody reads and writes. */
export function languageRequests(context: RequestContext): LanguageRequests {
  const { service, documents, feed, nested, noteFiles, parameters } = context;
  const { capabilities } = parameters;
  const client = refactorClient(parameters);
  return {
    completion: (params, asked) => {
      if (!asked.settings.completion || params.context?.triggerCharacter === "[") return undefined;
      return withElsewhere(
        context,
        asked,
        (open) => nested.childrenOf(open),
        (elsewhere) => {
          const open = documents.begun(params.textDocument.uri);
          return open && completion(context, open, params, elsewhere, asked);
        },
      );
    },
    resolveCompletion: (item, { language }) => {
      const data = item.data as ItemData | undefined;
      const text = data === undefined ? undefined : service.documentation(data, renderOptions(context, language));
      if (text === undefined) return item;
      const formats = capabilities.textDocument?.completion?.completionItem?.documentationFormat;
      return { ...item, documentation: markup(formats, text) };
    },
    codeActions: async (params, { open, language }) => {
      const { uri } = params.textDocument;
      if (open === undefined) return noteFixes(params, language);
      const actions = codeActions(open, params, feed.now(uri), service, language, client);
      const { only = [NOTE_MOVE_KIND], triggerKind } = params.context;
      const isAsked = triggerKind !== CodeActionTriggerKind.Automatic;
      const offset = open.document.offsetAt(params.range.start);
      if (!isAsked || !only.some((kind) => NOTE_MOVE_KIND.startsWith(kind))) return actions;
      // What writes notes is loaded with the first of them.
      const { noteMoves } = await import("../notes/noteMoves.ts");
      const parts = { notes: service.notes, noteFiles, language, capabilities, kind: NOTE_MOVE_KIND };
      return open.document.version === documents.get(uri)?.document.version
        ? [...actions, ...noteMoves(open, offset, parts)]
        : actions;
    },
    prepareRename: (_, { at }) =>
      at(async (open, offset) => {
        const span = (await nestedTarget(context, open, offset)) ?? service.renameTarget(open.template, offset);
        return span && rangeOf(open.document, span);
      }),
    rename: ({ newName }, { at, language }) =>
      at((open, offset) => {
        const inNotes: RenameParts["notesNaming"] = (...named) => notesNaming(...named, context);
        const readBeside: RenameParts["readBeside"] = async (...named) =>
          context.host.readBeside(...named, await context.client.folders());
        const parts = { service, nested, capabilities, notesNaming: inNotes, readBeside, language };
        return renameEdit(open, offset, newName, parts);
      }),
  };
}

/** A name of a nested template that a rename at the caret would change. */
async function nestedTarget({ nested }: RequestContext, open: OpenTemplate, offset: number): Promise<Span | undefined> {
  const named = (await nested.namedAt(open, offset))?.named;
  const span = named && placeOfName(named);
  return span !== undefined && touches(span, offset) ? span : undefined;
}

function completion(
  { service, parameters, host }: RequestContext,
  open: OpenTemplate,
  { position, context, indent = "" }: CompletionParams,
  elsewhere: Elsewhere,
  { language }: Asked,
): CompletionList {
  const client = parameters.capabilities.textDocument?.completion;
  const support = client?.completionItem;
  const found = service.completion(open.template, open.document.offsetAt(position), {
    ...elsewhere,
    language,
    isJson: /^jsonc?$/.test(open.document.languageId) || /\.json$/i.test(open.document.uri),
    indent: /^(?: {1,8}|\t)$/.test(indent) ? indent : undefined,
    snippetSupport: support?.snippetSupport === true,
    today: host.today(),
    typed: context?.triggerKind === CompletionTriggerKind.TriggerCharacter ? context.triggerCharacter : undefined,
  });
  const defaults = client?.completionList?.itemDefaults ?? [];
  return completionList(open, found, {
    indentation: indentationOf(client),
    defaults: ["editRange", "insertTextFormat", "insertTextMode"].every((name) => defaults.includes(name)),
    commands: hasCommand(parameters, OPEN_NOTE_COMMAND),
  });
}
