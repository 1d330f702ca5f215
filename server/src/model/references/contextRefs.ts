import { CONTEXT_KEY } from "../metadataContext.ts";
import { entryOf, type Template } from "../template.ts";
import { textOf, valueAt } from "../tree/node.ts";
import { relativePath } from "./relativePath.ts";

const MARKDOWN = /\.(?:md|markdown)$/i;
/** More files are not notes on one template. */
const MAX_FILES = 50;

/**
 * The Markdown files beside a template that its `Metadata` names as references: `ref` of the context schema, a list of
 * texts or of maps with `at`. Paths as it writes them, each once.
 */
export function contextRefs(template: Template): readonly string[] {
  const list = valueAt(entryOf(template, "Metadata", CONTEXT_KEY)?.value, "ref");
  const items = list?.kind === "list" ? list.items : [];
  const paths = items
    .slice(0, MAX_FILES)
    .flatMap((item) => relativePath(textOf(item) ?? textOf(valueAt(item, "at")) ?? "") ?? []);
  return [...new Set(paths.filter((path) => MARKDOWN.test(path)))];
}
