import type {
  Position,
  SelectionRange,
  SelectionRangeParams,
  SignatureHelp,
  SignatureHelpParams,
} from "vscode-languageserver";
import { SignatureHelpTriggerKind } from "vscode-languageserver";
import { linkedEditing } from "../../features/linkedEditing.ts";
import { selectionRanges } from "../../features/selectionRanges.ts";
import { type Signature, signatureHelp } from "../../features/signatureHelp.ts";
import { type OpenTemplate, rangeOf } from "../documents.ts";
import { at, type RequestContext } from "./request.ts";
import type { Requests } from "./requestTable.ts";

type EditingRequests = Pick<Requests, "selectionRanges" | "signatureHelp" | "linkedEditing">;

/** What helps the hands: to select, to call a function, to change several places at once. */
export function editingRequests(context: RequestContext): EditingRequests {
  const { service, documents, guarded, language } = context;
  return {
    selectionRanges: guarded("selectionRanges", null, ({ textDocument, positions }: SelectionRangeParams) => {
      const open = documents.get(textDocument.uri);
      return open === undefined ? null : positions.map((position) => selectionRange(open, position));
    }),
    signatureHelp: guarded("signatureHelp", null, (params: SignatureHelpParams) => {
      const asked = params.context;
      const isTyped = asked?.triggerKind === SignatureHelpTriggerKind.TriggerCharacter && !asked.isRetrigger;
      const found = at(context, params, ({ template }, offset) =>
        signatureHelp(
          template,
          {
            functions: service.catalogue.functions,
            language: language(),
            typed: isTyped ? asked.triggerCharacter : undefined,
          },
          offset,
        ),
      );
      return found === undefined ? null : shownSignature(found, context);
    }),
    linkedEditing: guarded("linkedEditing", null, (params) => {
      const found = at(context, params, ({ document, template }, offset) =>
        linkedEditing(template, offset).map((span) => rangeOf(document, span)),
      );
      return found === undefined || found.length === 0 ? null : { ranges: found, wordPattern: NAME };
    }),
  };
}

/** What names of variables look like. */
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
        documentation: { kind: "markdown", value: documentation },
        parameters: parameters.map(({ start, end }) => ({
          label: hasOffsets ? [start, end] : label.slice(start, end),
        })),
      },
    ],
    activeSignature: 0,
    activeParameter: active,
  };
}
