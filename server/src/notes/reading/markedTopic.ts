import type { NoteSource } from "./note.ts";

/**
 * The zero-based line of the heading that a built-in file marks as being on a topic (`<!-- cfn: @topic -->` below it),
 * found in the text as it is: a link to a note must not cost reading all of them.
 */
export function lineMarkedWith(topic: string, { text }: NoteSource): number | undefined {
  const marker = new RegExp(String.raw`^<!-- cfn: [^>]*@${topic}(?![\w-])`, "m").exec(text);
  if (marker === null) return undefined;
  const above = text.slice(0, marker.index).split("\n");
  const line = above.findLastIndex((content) => content.startsWith("#"));
  return line < 0 ? undefined : line;
}
