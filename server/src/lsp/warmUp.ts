import type { Position } from "vscode-languageserver";
import { CancellationToken } from "vscode-languageserver";
import { pairOf } from "../model/node.ts";
import { parse } from "../model/parse.ts";
import { entriesOf, type Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents.ts";
import type { Host } from "./host.ts";
import type { Requests } from "./session.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly notes: NoteIndex;
  readonly requests: Pick<Requests, "hover" | "completion">;
  readonly host: Host;
}

/** Resources at which is asked; a few, since each type is decoded for it. */
const RESOURCES = 3;
/** An editor that has opened a file asks for much at once: what is done ahead must not come in between. In milliseconds. */
const BEFORE = 1500;
/** Between two steps, which take up to ten milliseconds each. */
const BETWEEN = 30;

/**
 * Does in the background, in small steps, what the first hover and the first completion would have to do while
 * somebody waits: reads the notes, asks both at a few places, and parses what it looks like while somebody types there.
 */
export async function warmUp({ open, notes, requests, host }: WarmUpParts): Promise<void> {
  await host.delay(BEFORE);
  for (const _step of notes.prepare()) await host.delay(BETWEEN);
  const { document } = open;
  const textDocument = { uri: document.uri };
  for (const offset of offsetsIn(open)) {
    const position: Position = document.positionAt(offset);
    await requests.hover({ textDocument, position }, CancellationToken.None);
    await host.delay(BETWEEN);
    await requests.completion({ textDocument, position }, CancellationToken.None);
    await host.delay(BETWEEN);
    parse(halfTyped(open.template, offset), open.template);
    await host.delay(BETWEEN);
  }
}

/** The text while somebody begins a line there: broken texts take other ways through the parser. */
function halfTyped({ text, format }: Template, offset: number): string {
  return `${text.slice(0, offset)}\n${format === "json" ? '"T' : "T"}${text.slice(offset)}`;
}

/** Type and first property of the first resources. */
function offsetsIn({ template }: OpenTemplate): readonly number[] {
  return entriesOf(template, "Resources")
    .slice(0, RESOURCES)
    .flatMap(({ value, offset }) => {
      const type = pairOf(value, "Type");
      const properties = pairOf(value, "Properties")?.value;
      const property = properties?.kind === "map" ? properties.pairs[0] : undefined;
      return [type?.value, property?.key].flatMap((node) => (node === undefined ? [] : [node.end + offset]));
    });
}
