import type { Position } from "vscode-languageserver";
import { CancellationToken } from "vscode-languageserver";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { textOf, valueAt } from "../model/node.ts";
import { parse } from "../model/parse.ts";
import { type Entry, entriesOf, type Template } from "../model/template.ts";
import type { NoteIndex } from "../notes/noteIndex.ts";
import type { OpenTemplate } from "./documents.ts";
import type { Host } from "./host.ts";
import type { Requests } from "./session.ts";

interface WarmUpParts {
  readonly open: OpenTemplate;
  readonly catalogue: Pick<Catalogue, "resourceType">;
  readonly notes: Pick<NoteIndex, "prepare">;
  readonly requests: Pick<Requests, "hover" | "completion" | (typeof WHOLE)[number]>;
  /** Completes in a text that is not open. */
  readonly complete: (template: Template, offset: number) => void;
  /** Checks it, in steps. */
  readonly check: (template: Template) => Iterable<void>;
  readonly host: Pick<Host, "delay" | "now">;
}

/** So many types of resources are looked at; each is decoded for it. */
const TYPES = 24;
/** So many properties of each. */
const PROPERTIES = 3;
/** In the resources of so many types somebody begins to type, … */
const TYPED = 16;
/** … and the text is checked for so many of these. */
const CHECKED = 4;
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
/** So long a step takes, where it can be cut. */
const SLICE = 3;

/**
 * Does in the background, in steps, what the first questions would have to do while somebody waits: reads AWS's texts on
 * the template's types and the notes, hovers and completes at a few places, tries what happens while somebody types there,
 * and asks for the structure of the whole.
 */
export async function warmUp({ open, catalogue, notes, requests, complete, check, host }: WarmUpParts): Promise<void> {
  await host.delay(SOON);
  for (const type of firstOfTypes(open.template).keys()) {
    readTexts(catalogue, type);
    await host.delay(BETWEEN);
  }
  await host.delay(BEFORE);
  for (const _step of notes.prepare()) await host.delay(BETWEEN);
  const { document, template } = open;
  const textDocument = { uri: document.uri };
  for (const [index, places] of placesIn(template).entries()) {
    for (const offset of places) {
      const position: Position = document.positionAt(offset);
      await requests.hover({ textDocument, position }, CancellationToken.None);
      await host.delay(BETWEEN);
    }
    const last = places.at(-1);
    if (last === undefined) continue;
    await requests.completion({ textDocument, position: document.positionAt(last) }, CancellationToken.None);
    await host.delay(BETWEEN);
    if (index < TYPED && template.text.length <= LONGEST) await rehearse(last, index < CHECKED);
  }
  for (const name of template.text.length <= LONGEST ? WHOLE : []) {
    await requests[name]({ textDocument }, CancellationToken.None);
    await host.delay(BETWEEN);
  }

  async function rehearse(offset: number, checked: boolean): Promise<void> {
    const { text, caret } = halfTyped(template, offset);
    const typed = parse(text, template);
    await host.delay(BETWEEN);
    complete(typed, caret);
    await host.delay(BETWEEN);
    let since = host.now();
    for (const _step of checked ? check(typed) : []) {
      if (host.now() - since < SLICE) continue;
      await host.delay(BETWEEN);
      since = host.now();
    }
    await host.delay(BETWEEN);
  }
}

/** The text while somebody begins a line behind the one of `offset`: broken texts take other ways through the parser. */
function halfTyped({ text, format }: Template, offset: number): { readonly text: string; readonly caret: number } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^ */.exec(text.slice(start, offset))?.[0] ?? "";
  const end = text.indexOf("\n", offset);
  const behind = end < 0 ? text.length : end;
  const line = `\n${indent}${format === "json" ? '"T' : "T"}`;
  return { text: text.slice(0, behind) + line + text.slice(behind), caret: behind + line.length };
}

/** AWS's texts on a type are read when the first one is asked for. */
function readTexts(catalogue: WarmUpParts["catalogue"], type: string): string | undefined {
  return catalogue.resourceType(type)?.documentation;
}

/** The first resource of each type. */
function firstOfTypes(template: Template): ReadonlyMap<string, Entry> {
  const first = new Map<string, Entry>();
  for (const entry of entriesOf(template, "Resources")) {
    const type = textOf(valueAt(entry.value, "Type"));
    if (type !== undefined && !first.has(type) && first.size < TYPES) first.set(type, entry);
  }
  return first;
}

/** Behind the type and the first properties of the first resource of each type. */
function placesIn(template: Template): readonly (readonly number[])[] {
  return [...firstOfTypes(template).values()].map(({ value, offset }) => {
    const properties = valueAt(value, "Properties");
    const keys = properties?.kind === "map" ? properties.pairs.slice(0, PROPERTIES).map(({ key }) => key) : [];
    return [valueAt(value, "Type"), ...keys].flatMap((node) => (node === undefined ? [] : [node.end + offset]));
  });
}
