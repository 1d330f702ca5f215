import type { FormattingOptions, Position, SelectionRange, SignatureHelp, TextEdit } from "vscode-languageserver";
import { formatting } from "../../features/document/formatting.ts";
import { linkedEditing } from "../../features/document/linkedEditing.ts";
import { onEnter } from "../../features/document/onEnter.ts";
import { selectionRanges } from "../../features/document/selectionRanges.ts";
import type { FormatEdit } from "../../features/format/edit.ts";
import { type Signature, signatureHelp } from "../../features/signatureHelp.ts";
import { type OpenTemplate, rangeOf } from "../documents/documents.ts";
import { markup } from "../documents/markup.ts";
import { SignatureHelpTriggerKind } from "../host/protocolLibrary.ts";
import type { RequestContext } from "./request.ts";
import { type Answers, ENTER } from "./requestTable.ts";

type EditingRequests = Pick<
  Answers,
  "selectionRanges" | "signatureHelp" | "linkedEditing" | "formatting" | "onTypeFormatting"
>;

/** Answers requests that help while editing: selection, signature help, linked editing. */
export function editingRequests(context: RequestContext): EditingRequests {
  const { functions } = context.service.catalogue;
  return {
    selectionRanges: ({ positions }, { open }) => open && positions.map((position) => selectionRange(open, position)),
    signatureHelp: (params, { at, language }) => {
      const asked = params.context;
      const isTyped = asked?.triggerKind === SignatureHelpTriggerKind.TriggerCharacter && !asked.isRetrigger;
      const typed = isTyped ? asked.triggerCharacter : undefined;
      const found = at(({ template }, offset) => signatureHelp(template, { functions, language, typed }, offset));
      return found && shownSignature(found, context);
    },
    linkedEditing: (_, { at }) => {
      const found = at(({ document, template }, offset) =>
        linkedEditing(template, offset).map((span) => rangeOf(document, span)),
      );
      return found === undefined || found.length === 0 ? undefined : { ranges: found, wordPattern: NAME };
    },
    formatting: ({ options }, { open, settings }) => {
      if (open === undefined || !settings.formatting) return undefined;
      const asked = { tabSize: wantedIndent(options), insertSpaces: options.insertSpaces };
      return formatting(open.template, asked).map((edit) => textEdit(open, edit));
    },
    onTypeFormatting: (params, { at, settings }) => {
      if (!settings.formatting || params.ch !== ENTER) return undefined;
      return at((open, offset) => {
        const edit = onEnter(open.template, offset, wantedIndent(params.options));
        return edit && [textEdit(open, edit)];
      });
    },
  };
}

function textEdit({ document }: OpenTemplate, { span, newText }: FormatEdit): TextEdit {
  return { range: rangeOf(document, span), newText };
}

/** What a client wants as one level of indentation, in blanks; it may send anything. */
function wantedIndent({ tabSize }: FormattingOptions): number {
  return Math.min(8, Math.max(1, Math.round(Number(tabSize)) || 2));
}

/** The form of names of variables. */
const NAME = "[A-Za-z0-9_.:]+";

function selectionRange({ document, template }: OpenTemplate, position: Position): SelectionRange {
  const spans = selectionRanges(template, document.offsetAt(position));
  const found = spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: rangeOf(document, span), ...(parent && { parent }) }),
    undefined,
  );
  return found ?? { range: { start: position, end: position } };
}

function shownSignature(
  { label, documentation, parameters, active }: Signature,
  { parameters: { capabilities } }: RequestContext,
): SignatureHelp {
  const client = capabilities.textDocument?.signatureHelp?.signatureInformation;
  const hasOffsets = client?.parameterInformation?.labelOffsetSupport === true;
  return {
    signatures: [
      {
        label,
        documentation: markup(client?.documentationFormat, documentation),
        parameters: parameters.map(({ start, end, documentation: text }) => ({
          label: hasOffsets ? [start, end] : label.slice(start, end),
          ...(text !== undefined && { documentation: markup(client?.documentationFormat, text) }),
        })),
      },
    ],
    activeSignature: 0,
    activeParameter: active,
  };
}
