import type { CompletionContext, CompletionList } from "vscode-languageserver";
import { CodeActionTriggerKind } from "vscode-languageserver-types";
import type { ItemData } from "../../features/completion/item.ts";
import { placeOfName } from "../../model/references/nestedNames.ts";
import { type Span, touches } from "../../text/span.ts";
import { completionList, indentationOf } from "../documents/completionItems.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { markup } from "../documents/markup.ts";
import { refactorClient } from "../documents/refactorActions.ts";
import { CompletionTriggerKind } from "../host/protocolLibrary.ts";
import { noteFixes } from "../notes/noteFixes.ts";
import { type RenameParts, renameEdit } from "../workspace/renameEdit.ts";
import { codeActions } from "./codeActions.ts";
import { renderOptions } from "./hoverRequest.ts";
import { notesNaming } from "./notes/notesNaming.ts";
import { at, type Elsewhere, type RequestContext, withElsewhere } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type LanguageRequests = Pick<Answers, "completion" | "resolveCompletion" | "codeActions" | "prepareRename" | "rename">;

/** The kind of the actions that move a note between its file and a template. */
const NOTE_MOVE_KIND = "refactor.rewrite.note";

/** What is asked while somebody reads and writes. */
export function languageRequests(context: RequestContext): LanguageRequests {
  const { service, documents, settings, language, diagnosticsOf, nested, noteFiles, parameters } = context;
  const parts: RenameParts = {
    service,
    nested,
    capabilities: parameters.capabilities,
    notesNaming: (name, newName, template) => notesNaming(name, newName, template, context),
    language,
  };
  return {
    completion: (params) => {
      if (!settings().completion || params.context?.triggerCharacter === "[") return null;
      return withElsewhere(
        context,
        params,
        (asked) => nested.childrenOf(asked),
        (elsewhere) => {
          const open = documents.begun(params.textDocument.uri);
          if (open === undefined) return null;
          const offset = open.document.offsetAt(params.position);
          return completion(context, open, offset, elsewhere, params.context);
        },
      );
    },
    resolveCompletion: (item) => {
      const data = item.data as ItemData | undefined;
      const text = data === undefined ? undefined : service.documentation(data, renderOptions(context));
      if (text === undefined) return item;
      const formats = parameters.capabilities.textDocument?.completion?.completionItem?.documentationFormat;
      return { ...item, documentation: markup(formats, text) };
    },
    codeActions: async (params) => {
      const { uri } = params.textDocument;
      const open = documents.get(uri);
      const client = refactorClient(parameters);
      if (open === undefined) return noteFixes(params, language());
      const actions = codeActions(open, params, diagnosticsOf(uri), service, language(), client);
      const { only = [NOTE_MOVE_KIND], triggerKind } = params.context;
      const isAsked = triggerKind !== CodeActionTriggerKind.Automatic;
      const offset = open.document.offsetAt(params.range.start);
      if (!isAsked || !only.some((kind) => NOTE_MOVE_KIND.startsWith(kind))) return actions;
      // What writes notes is loaded with the first of them.
      const { noteMoves } = await import("../notes/noteMoves.ts");
      const { capabilities } = parameters;
      const parts = { notes: service.notes, noteFiles, language: language(), capabilities, kind: NOTE_MOVE_KIND };
      return open.document.version === documents.get(uri)?.document.version
        ? [...actions, ...noteMoves(open, offset, parts)]
        : actions;
    },
    prepareRename: async (params) => {
      const found = await at(context, params, async (open, offset) => {
        const span = (await nestedTarget(context, open, offset)) ?? service.renameTarget(open.template, offset);
        return span && rangeOf(open.document, span);
      });
      return found ?? null;
    },
    rename: async (params) =>
      (await at(context, params, (open, offset) => renameEdit(open, offset, params.newName, parts))) ?? null,
  };
}

/** A name of a nested template that a rename at the caret would ask about. */
async function nestedTarget({ nested }: RequestContext, open: OpenTemplate, offset: number): Promise<Span | undefined> {
  const named = (await nested.namedAt(open, offset))?.named;
  const span = named && placeOfName(named);
  return span !== undefined && touches(span, offset) ? span : undefined;
}

function completion(
  { service, language, parameters, commands, today }: RequestContext,
  open: OpenTemplate,
  offset: number,
  elsewhere: Elsewhere,
  asked: CompletionContext | undefined,
): CompletionList {
  const client = parameters.capabilities.textDocument?.completion;
  const support = client?.completionItem;
  const found = service.completion(open.template, offset, {
    ...elsewhere,
    language: language(),
    isJson: /^jsonc?$/.test(open.document.languageId) || /\.json$/i.test(open.document.uri),
    snippetSupport: support?.snippetSupport === true,
    today: today(),
    typed: asked?.triggerKind === CompletionTriggerKind.TriggerCharacter ? asked.triggerCharacter : undefined,
  });
  const defaults = client?.completionList?.itemDefaults ?? [];
  return completionList(open, found, {
    indentation: indentationOf(client),
    defaults: ["editRange", "insertTextFormat", "insertTextMode"].every((name) => defaults.includes(name)),
    commands,
  });
}
