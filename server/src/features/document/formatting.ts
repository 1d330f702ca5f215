import { parse } from "../../model/reading/parse.ts";
import type { Template } from "../../model/template.ts";
import { type FormatEdit, withEdits } from "../format/edit.ts";
import { jsonLayout } from "../format/jsonLayout.ts";
import { sameModel } from "../format/sameModel.ts";
import { yamlLayout } from "../format/yamlLayout.ts";

export interface FormatOptions {
  /** One level of indentation, in blanks. */
  readonly tabSize: number;
  /** Whether to indent by blanks, and not tabs. YAML has no tabs: if they are set, a level is two blanks. */
  readonly insertSpaces: boolean;
}

/**
 * The edits that format a template: indentation, blanks at the ends of lines, blank lines, the last line break; JSON is
 * laid out anew. Only white space between values changes, and the result is read again: if it would say anything else
 * than before, less is changed, or nothing. `[]` for a broken text.
 */
export function formatting(template: Template, options: FormatOptions): readonly FormatEdit[] {
  if (template.errors.length > 0) return [];
  for (const edits of layouts(template, options)) {
    if (edits.length === 0) return [];
    if (isSafe(template, edits)) return edits;
  }
  return [];
}

/** The possible layouts, from the one that changes most. */
function* layouts(template: Template, options: FormatOptions): Iterable<readonly FormatEdit[]> {
  if (template.format === "json") {
    yield jsonLayout(template.text, options);
    return;
  }
  yield yamlLayout(template, options.insertSpaces ? options.tabSize : 2);
  yield yamlLayout(template, undefined);
}

function isSafe(template: Template, edits: readonly FormatEdit[]): boolean {
  if (edits.some(({ span }) => template.text.slice(span.start, span.end).trim() !== "")) return false;
  const result = parse(withEdits(template.text, edits));
  return result.errors.length === 0 && sameModel(template, result);
}
