import { exportsOf, mayBeSameName } from "../../model/references/exports.ts";
import type { Entry } from "../../model/template.ts";
import { textOf, valueAt } from "../../model/tree/node.ts";
import { paragraphs } from "../../notes/rendering/paragraphs.ts";
import {
  bullets,
  code,
  labelled,
  oneLine,
  ownWords,
  type ReferenceContext,
  type ReferenceText,
  title,
  word,
} from "./context.ts";
import { sourceBlock } from "./declarationReference.ts";

/** An imported name: which outputs of this template and of others export it. */
export function importReference(name: string, { template, exports, language }: ReferenceContext): ReferenceText {
  const own = exportsOf(template).filter((one) => mayBeSameName(one.name, name));
  const others = exports.filter((one) => mayBeSameName(one.name, name)).slice(0, 10);
  const found = [
    ...own.map(({ output }) => withDescription(code(output.name), textOf(valueAt(output.value, "Description")))),
    ...others.map(({ output, from, description }) => withDescription(`${code(from)} · ${code(output)}`, description)),
  ];
  return {
    facts: paragraphs(
      oneLine(
        title(name),
        word("exportName", language),
        found.length === 0 ? undefined : word("importsFrom", language),
      ),
      found.length === 0 ? word("notExported", language) : bullets(...found),
    ),
  };
}

function withDescription(what: string, description: string | undefined): string {
  return description === undefined || description === ""
    ? what
    : `${what} — ${ownWords(description.replace(/\s+/g, " "))}`;
}

/** The name under which an output is exported, with the value that importing stacks get. */
export function exportReference(output: Entry, name: string, { language }: ReferenceContext): ReferenceText {
  return {
    facts: paragraphs(
      oneLine(title(name), word("exportName", language), labelled("output", code(output.name), language)),
      ownWords(textOf(valueAt(output.value, "Description"))),
      sourceBlock(output, valueAt(output.value, "Value")),
    ),
  };
}
