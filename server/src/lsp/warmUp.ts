import { CancellationToken } from "vscode-languageserver";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents.ts";
import type { Host } from "./host.ts";
import type { Quiet } from "./quiet.ts";
import type { Requests } from "./requests/requestTable.ts";
import { SpareTime } from "./spareTime.ts";
import { firstOfTypes, halfTyped, placesIn } from "./typicalEdits.ts";
import { typicalHovers } from "./typicalHovers.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly catalogue: Pick<Catalogue, "resourceType">;
  readonly notes: Pick<NoteIndex, "prepare">;
  readonly prepareEdits: (template: Template) => Iterable<void>;
  /** Completes in a text that is not open. */
  readonly complete: (template: Template, offset: number) => void;
  readonly requests: Pick<Requests, "hover" | "completion" | (typeof WHOLE)[number]>;
  readonly quiet: Pick<Quiet, "calm">;
  readonly host: Pick<Host, "delay" | "now" | "within">;
}

/** In the resources of so many types somebody begins to type. */
const TYPED = 16;
/** What is asked of a whole text; an editor with an outline has mostly asked for it by then. */
const WHOLE = ["symbols", "folding", "semanticTokens"] as const;
/** In longer texts than CloudFormation takes, a single step may hold up somebody who types. In UTF-16 units. */
const LONGEST = 1_000_000;
/** What takes little time and memory is done soon, for those who hover at once. In milliseconds. */
const SOON = 100;
/** An editor that has opened a file asks for much at once: what follows waits until it has asked nothing for so long. */
const CALM = 150;
/** What takes more of them is done later. */
const LATER = 1200;

/**
 * Does in the background, in steps, what the first questions would have to do while somebody waits: reads AWS's texts on
 * the template's types and the notes, hovers, asks for the structure of the whole, and completes words that are begun.
 */
export async function warmUp(parts: WarmUpParts): Promise<void> {
  const { open, catalogue, notes, prepareEdits, complete, requests, quiet, host } = parts;
  const { document, template } = open;
  const textDocument = { uri: document.uri };
  await host.delay(SOON);
  const atOnce = new SpareTime({ quiet, host, calm: 0 });
  await atOnce.through(textsRead());
  await atOnce.through(prepareEdits(template));
  const inCalm = new SpareTime({ quiet, host, calm: CALM });
  const isLong = template.text.length > LONGEST;
  await Promise.all([inCalm.next().then(reading), host.delay(LATER).then(() => begun(isLong ? inCalm : atOnce))]);

  async function reading(): Promise<void> {
    await inCalm.through(notes.prepare());
    await inCalm.through(hovers());
    if (!isLong) await inCalm.through(structure());
  }

  async function begun(spare: SpareTime): Promise<void> {
    await spare.next();
    await spare.through(typing());
  }

  function* textsRead(): Iterable<void> {
    for (const type of firstOfTypes(template).keys()) {
      readTexts(catalogue, type);
      yield;
    }
  }

  function* hovers(): Iterable<Promise<unknown>> {
    for (const offset of typicalHovers(template))
      yield requests.hover({ textDocument, position: document.positionAt(offset) }, CancellationToken.None);
  }

  function* typing(): Iterable<unknown> {
    const entries = [...firstOfTypes(template).values()].slice(0, TYPED);
    for (const offset of entries.slice(0, 1).flatMap(placesIn))
      yield requests.completion({ textDocument, position: document.positionAt(offset) }, CancellationToken.None);
    for (const entry of entries) {
      const { text, caret } = halfTyped(template, placesIn(entry).at(-1) ?? entry.offset);
      const typed = parse(text, template);
      yield;
      yield complete(typed, caret);
    }
  }

  function* structure(): Iterable<Promise<unknown>> {
    for (const name of WHOLE) yield requests[name]({ textDocument }, CancellationToken.None);
  }
}

/** AWS's texts on a type are read when the first one is asked for. */
function readTexts(catalogue: WarmUpParts["catalogue"], type: string): string | undefined {
  return catalogue.resourceType(type)?.documentation;
}
