import { MarkupKind } from "vscode-languageserver-types";
import { plainMarkdown } from "../notes/plainMarkdown.ts";

/**
 * A text as a client can show it.
 *
 * @param formats those that it says it can; one that says nothing gets Markdown
 */
export function markup(
  formats: readonly MarkupKind[] | undefined,
  markdown: string,
): { kind: MarkupKind; value: string } {
  if (formats === undefined || formats.includes(MarkupKind.Markdown))
    return { kind: MarkupKind.Markdown, value: markdown };
  return { kind: MarkupKind.PlainText, value: plainMarkdown(markdown) };
}
