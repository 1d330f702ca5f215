import type { Definition, DocumentLink } from "vscode-languageserver";
import { functionLine } from "../../features/fileNames/functionLine.ts";
import { fileNameAt, fileNames } from "../../features/project/fileNames.ts";
import { rangeOf } from "../documents/documents.ts";
import type { Asked, RequestContext } from "./request.ts";
import type { Answers } from "./requestTable.ts";

type FileRequests = Pick<Answers, "documentLinks">;

/** Answers requests about the files beside a template. */
export function fileRequests({ neighbours, host }: RequestContext): FileRequests {
  return {
    documentLinks: async ({ textDocument }, { open }) => {
      if (open === undefined) return undefined;
      // Read before waiting: an edit changes the document.
      const names = fileNames(open.template).slice(0, MAX_LINKS);
      const placed = names.map(({ paths, ...span }) => ({ paths, range: rangeOf(open.document, span) }));
      const links: DocumentLink[] = [];
      for (const [index, { paths, range }] of placed.entries()) {
        if (index % MAX_LINKS_IN_A_TURN === MAX_LINKS_IN_A_TURN - 1) await host.yieldToEventLoop();
        const found = await neighbours.first(textDocument.uri, paths);
        if (found !== undefined) links.push({ range, target: found.uri });
      }
      return links;
    },
  };
}

const MAX_LINKS = 500;
const MAX_LINKS_IN_A_TURN = 20;

/** The declaration in another file of what is under the caret: a name of a nested template, or the file itself. */
export async function definitionElsewhere(
  { nested, neighbours }: RequestContext,
  at: Asked["at"],
): Promise<Definition | undefined> {
  const asked = at((open, offset) => ({ open, offset }));
  if (asked === undefined) return undefined;
  const { open, offset } = asked;
  const found = await nested.namedAt(open, offset);
  if (found !== undefined) {
    const { child, declaration } = found.shared;
    return [{ uri: child.document.uri, range: rangeOf(child.document, declaration) }];
  }
  const named = fileNameAt(open.template, offset);
  const file = named && (await neighbours.first(open.document.uri, named.paths));
  if (named === undefined || file === undefined) return undefined;
  const { function: name } = named;
  const line = name === undefined ? 0 : functionLine(await neighbours.text(open.document.uri, file.path), name);
  const start = { line, character: 0 };
  return [{ uri: file.uri, range: { start, end: start } }];
}
