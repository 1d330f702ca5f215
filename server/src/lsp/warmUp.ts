import type { Position } from "vscode-languageserver";
import { CancellationToken } from "vscode-languageserver";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents.ts";
import type { Host } from "./host.ts";
import type { Requests } from "./session.ts";
import { firstOfTypes, halfTyped, placesIn } from "./typicalEdits.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly catalogue: Pick<Catalogue, "resourceType">;
  readonly notes: Pick<NoteIndex, "prepare">;
  readonly prepareEdits: (template: Template) => Iterable<void>;
  readonly requests: Pick<Requests, "hover" | "completion" | (typeof WHOLE)[number]>;
  readonly host: Pick<Host, "delay">;
}

/** At so many of the places somebody begins to type. */
const TYPED = 3;
/** What is asked of a whole text; an editor with an outline has mostly asked for it by then. */
const WHOLE = ["symbols", "folding", "semanticTokens"] as const;
/** In longer texts than CloudFormation takes, that would hold up somebody who types. In UTF-16 units. */
const LONGEST = 1_000_000;
/** An editor that has opened a file asks for much at once: what is done ahead must not come in between. In milliseconds. */
const BEFORE = 1500;
/** What takes little time and memory is done earlier, for those who hover at once. */
const SOON = 100;
/** Between two steps, which take a few milliseconds each. */
const BETWEEN = 10;

/**
 * Does in the background, in steps, what the first questions would have to do while somebody waits: reads AWS's texts on
 * the template's types and the notes, hovers and completes at a few places, parses what it looks like while somebody types
 * there, and asks for the structure of the whole.
 */
export async function warmUp({ open, catalogue, notes, prepareEdits, requests, host }: WarmUpParts): Promise<void> {
  await host.delay(SOON);
  for (const type of firstOfTypes(open.template).keys()) {
    readTexts(catalogue, type);
    await host.delay(BETWEEN);
  }
  for (const _step of prepareEdits(open.template)) await host.delay(BETWEEN);
  await host.delay(BEFORE);
  for (const _step of notes.prepare()) await host.delay(BETWEEN);
  const { document, template } = open;
  const textDocument = { uri: document.uri };
  const offsets = offsetsIn(template);
  for (const [index, offset] of offsets.entries()) {
    const position: Position = document.positionAt(offset);
    await requests.hover({ textDocument, position }, CancellationToken.None);
    await host.delay(BETWEEN);
    if (index >= TYPED) continue;
    await requests.completion({ textDocument, position }, CancellationToken.None);
    await host.delay(BETWEEN);
    parse(halfTyped(template, offset).text, template);
    await host.delay(BETWEEN);
  }
  for (const name of template.text.length <= LONGEST ? WHOLE : []) {
    await requests[name]({ textDocument }, CancellationToken.None);
    await host.delay(BETWEEN);
  }
}

/** AWS's texts on a type are read when the first one is asked for. */
function readTexts(catalogue: WarmUpParts["catalogue"], type: string): string | undefined {
  return catalogue.resourceType(type)?.documentation;
}

/** Type and first properties of the first resource of each type. */
function offsetsIn(template: Template): readonly number[] {
  return [...firstOfTypes(template).values()].flatMap((entry) => placesIn(entry));
}
