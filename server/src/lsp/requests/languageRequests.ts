import type {
  CodeActionParams,
  CompletionContext,
  CompletionItem,
  CompletionList,
  Hover,
  RenameParams,
  WorkspaceEdit,
} from "vscode-languageserver";
import { CompletionTriggerKind, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { ItemData } from "../../features/completion/item.ts";
import type { HoverOptions } from "../../notes/noteText.ts";
import { codeActions } from "../codeActions.ts";
import { completionList } from "../completionItems.ts";
import { type OpenTemplate, rangeOf } from "../documents.ts";
import { markup } from "../markup.ts";
import type { WorkspaceExport } from "../workspaceExports.ts";
import { at, type Handler, type RequestContext } from "./request.ts";
import type { CompletionParams, Requests } from "./requestTable.ts";

type LanguageRequests = Pick<
  Requests,
  "hover" | "completion" | "resolveCompletion" | "codeActions" | "prepareRename" | "rename"
>;

/** What is asked while somebody reads and writes. */
export function languageRequests(context: RequestContext): LanguageRequests {
  const { service, documents, guarded, settings, language, exportsAt, diagnosticsOf, parameters } = context;
  return {
    hover: guarded(
      "hover",
      null,
      async (params) => {
        const exports = await exportsAt(params);
        return at(context, params, (open, offset) => hover(context, open, offset, exports)) ?? null;
      },
      "notes",
    ),
    completion: guarded("completion", null, async (params: CompletionParams) => {
      if (!settings().completion) return null;
      const exports = await exportsAt(params);
      const open = documents.begun(params.textDocument.uri);
      if (open === undefined) return null;
      return completion(context, open, open.document.offsetAt(params.position), exports, params.context);
    }),
    resolveCompletion: guarded(
      "resolveCompletion",
      {} as CompletionItem,
      (item: CompletionItem) => {
        const data = item.data as ItemData | undefined;
        const text = data === undefined ? undefined : service.documentation(data, renderOptions(context));
        if (text === undefined) return item;
        const formats = parameters.capabilities.textDocument?.completion?.completionItem?.documentationFormat;
        return { ...item, documentation: markup(formats, text) };
      },
      "notes",
    ),
    codeActions: guarded("codeActions", null, (params: CodeActionParams) => {
      const { uri } = params.textDocument;
      const open = documents.get(uri);
      return open === undefined ? null : codeActions(open, params, diagnosticsOf(uri), service, language());
    }),
    prepareRename: guarded("prepareRename", null, (params) => {
      const found = at(context, params, ({ document, template }, offset) => {
        const span = service.renameTarget(template, offset);
        return span && rangeOf(document, span);
      });
      return found ?? null;
    }),
    rename: renameHandler(context),
  };
}

function renderOptions({ language, commands }: RequestContext): HoverOptions {
  return { language: language(), commands };
}

function hover(
  context: RequestContext,
  { document, template }: OpenTemplate,
  offset: number,
  exports: readonly WorkspaceExport[],
): Hover | null {
  const { service, language, settings, parameters } = context;
  const found = service.hover(template, offset, {
    language: language(),
    reference: settings().hoverReference,
    exports,
    render: renderOptions(context),
  });
  if (found === undefined) return null;
  const formats = parameters.capabilities.textDocument?.hover?.contentFormat;
  return { contents: markup(formats, found.markdown), range: rangeOf(document, found.span) };
}

function completion(
  { service, language, parameters, commands, today }: RequestContext,
  open: OpenTemplate,
  offset: number,
  exports: readonly WorkspaceExport[],
  asked: CompletionContext | undefined,
): CompletionList {
  const client = parameters.capabilities.textDocument?.completion;
  const support = client?.completionItem;
  const found = service.completion(open.template, offset, {
    exports,
    language: language(),
    snippetSupport: support?.snippetSupport === true,
    today: today(),
    typed: asked?.triggerKind === CompletionTriggerKind.TriggerCharacter ? asked.triggerCharacter : undefined,
  });
  const defaults = client?.completionList?.itemDefaults ?? [];
  return completionList(open, found, {
    asIs: support?.insertTextModeSupport !== undefined,
    defaults: ["editRange", "insertTextFormat", "insertTextMode"].every((name) => defaults.includes(name)),
    commands,
  });
}

/** A refused rename is told to the user, as LSP has it: by an error with a message for people. */
function renameHandler(context: RequestContext): Handler<RenameParams, WorkspaceEdit | null> {
  const { service, guarded, language } = context;
  return async (params, token) => {
    let refusal: string | undefined;
    const handler = guarded<RenameParams, WorkspaceEdit | null>("rename", null, (given) => {
      const found = at(context, given, ({ document, template }, offset) => {
        const result = service.rename(template, offset, given.newName);
        if (result === undefined) return null;
        if ("refused" in result) {
          refusal = result.refused[language()];
          return null;
        }
        const edits = result.spans.map((span) => ({ range: rangeOf(document, span), newText: given.newName }));
        return { changes: { [document.uri]: edits } };
      });
      return found ?? null;
    });
    const answer = await handler(params, token);
    return refusal === undefined ? answer : new ResponseError<void>(LSPErrorCodes.RequestFailed, refusal);
  };
}
