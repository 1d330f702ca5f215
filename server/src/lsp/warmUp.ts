import { CancellationToken } from "vscode-languageserver";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { parse } from "../model/parse.ts";
import type { Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents.ts";
import type { Host } from "./host.ts";
import type { IdleMonitor } from "./idleMonitor.ts";
import { IdleScheduler } from "./idleScheduler.ts";
import type { Requests } from "./requests/requestTable.ts";
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
  readonly activity: Pick<IdleMonitor, "whenIdle">;
  readonly host: Pick<Host, "sleep" | "now" | "within">;
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
const IDLE = 150;
/** What takes more of them is done later. */
const LATER = 1200;

/**
 * Does in the background, in steps, what the first questions would have to do while somebody waits: reads AWS's texts on
 * the template's types and the notes, hovers, asks for the structure of the whole, and completes words that are begun.
 */
export async function warmUp(parts: WarmUpParts): Promise<void> {
  const { open, catalogue, notes, prepareEdits, complete, requests, activity, host } = parts;
  const { document, template } = open;
  const textDocument = { uri: document.uri };
  await host.sleep(SOON);
  const atOnce = new IdleScheduler({ activity, host, idle: 0 });
  await atOnce.run(textsRead());
  await atOnce.run(prepareEdits(template));
  const whileIdle = new IdleScheduler({ activity, host, idle: IDLE });
  const isLong = template.text.length > LONGEST;
  await Promise.all([
    whileIdle.nextSlice().then(reading),
    host.sleep(LATER).then(() => begun(isLong ? whileIdle : atOnce)),
  ]);

  async function reading(): Promise<void> {
    await whileIdle.run(notes.prepare());
    await whileIdle.run(hovers());
    if (!isLong) await whileIdle.run(structure());
  }

  async function begun(spare: IdleScheduler): Promise<void> {
    await spare.nextSlice();
    await spare.run(typing());
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
