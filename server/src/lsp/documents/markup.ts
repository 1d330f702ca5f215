import { MarkupKind } from "vscode-languageserver-types";
import { plainMarkdown } from "../../notes/rendering/plainMarkdown.ts";
import { visibleLines } from "../../text/visible.ts";

/**
 * A text as a client can show it; editors in terminals must not take any of it for orders.
 *
 * @param formats those that it says it can; one that says nothing gets Markdown
 */
export function markup(
  formats: readonly MarkupKind[] | undefined,
  markdown: string,
): { kind: MarkupKind; value: string } {
  if (formats === undefined || formats.includes(MarkupKind.Markdown))
    return { kind: MarkupKind.Markdown, value: visibleLines(markdown) };
  return { kind: MarkupKind.PlainText, value: visibleLines(plainMarkdown(markdown)) };
}
