import { MarkupKind } from "vscode-languageserver-types";
import { plainMarkdown } from "../../notes/rendering/plainMarkdown.ts";
import { visibleLines } from "../../text/visible.ts";

/**
 * A text in a form that a client can show; editors in terminals must not take any of it for control sequences.
 *
 * @param formats those that the client says it can show; without any, Markdown
 */
export function markup(
  formats: readonly MarkupKind[] | undefined,
  markdown: string,
): { kind: MarkupKind; value: string } {
  if (formats === undefined || formats.includes(MarkupKind.Markdown))
    return { kind: MarkupKind.Markdown, value: visibleLines(markdown) };
  return { kind: MarkupKind.PlainText, value: visibleLines(plainMarkdown(markdown)) };
}
