import type { Focus } from "../../model/focus/focus.ts";
import { focusAt } from "../../model/focus/focusAt.ts";
import type { Template } from "../../model/template.ts";

/** A key with nothing behind it on its line, or only what opens its value: `DeletionPolicy: `, `"Properties": {`. */
const OPEN_KEY = /[\w"']\s?:[ \t]*(?:[|>][-+\d]*|[[{])?[ \t]*$/;

/** In UTF-16 units: how far behind a caret is looked for the end of its line. */
const MAX_BLANK = 80;

/** What the caret is on: at the end of a line with a key alone, the key. */
export function placeAt(template: Template, offset: number): Focus | undefined {
  const { text } = template;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  const isAtEnd = /^[ \t\r]*(?:\n|$)/.test(text.slice(offset, offset + MAX_BLANK));
  return focusAt(template, isAtEnd && OPEN_KEY.test(before) ? start + before.lastIndexOf(":") - 1 : offset);
}
