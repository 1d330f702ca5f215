import { CompletionItem, CompletionItemKind, CompletionList, type Position, Range, type TextDocument } from "vscode";

/**
 * If nothing is to be suggested, the editor would offer words of the text instead, and its Enter would put one in place
 * of what somebody types: `Key: a` would become `Key: AWSTemplateFormatVersion`. It does not if a list has an item,
 * even one that matches nothing.
 */
export function withoutWords(
  document: TextDocument,
  position: Position,
  found: CompletionItem[] | CompletionList | null | undefined,
): CompletionItem[] | CompletionList | null | undefined {
  const items = Array.isArray(found) ? found : found?.items;
  if (items !== undefined && items.length > 0) return found;
  // A word by the editor's rules depends on the language, whose words may end in a colon.
  const word = document.getWordRangeAtPosition(position, /\S+/);
  if (word === undefined || word.start.isEqual(position)) return found;
  const nothing = new CompletionItem("CloudFormation Notes", CompletionItemKind.Text);
  nothing.filterText = "\u0000";
  nothing.insertText = document.getText(new Range(word.start, position));
  nothing.range = new Range(word.start, position);
  return new CompletionList([nothing], false);
}
