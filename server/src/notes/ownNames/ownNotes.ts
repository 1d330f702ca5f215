import type { Focus } from "../../model/focus/focus.ts";
import { type RankedNote, ranked } from "../binding/bind.ts";
import type { Binding } from "../binding/bindings.ts";
import { BindingTable } from "../binding/bindingTable.ts";
import { isWithin } from "../reading/note.ts";
import { fileBesideTemplate } from "../reading/uriPath.ts";
import { isGuideOfOthers, isMeant, NO_SURROUNDINGS, type Surroundings } from "./nearness.ts";
import { type AskedTemplate, type OwnThings, ownThings } from "./ownCandidates.ts";

/** The user's notes on their own things, in the templates that they mean. */
export class OwnNotes {
  readonly #table = new BindingTable();
  /** By file. */
  readonly #bindings = new Map<string, readonly Binding[]>();
  /** Whether the table has what all files say now. */
  #isUpdated = false;
  surroundings: Surroundings = NO_SURROUNDINGS;

  /** To be called when a file has changed or is gone. */
  forget(uri: string): void {
    this.#bindings.delete(uri);
    this.#isUpdated = false;
  }

  /** @param find gives what the file calls by name, where that is not known yet */
  bindingsIn(uri: string, find: () => readonly Binding[]): readonly Binding[] {
    let found = this.#bindings.get(uri);
    if (found === undefined) {
      found = find();
      this.#bindings.set(uri, found);
    }
    return found;
  }

  /**
   * Takes what files call by name, where something has changed.
   *
   * @param isWhole whether they are all that there are
   */
  update(uris: () => readonly string[], bindingsIn: (uri: string) => readonly Binding[], isWhole: boolean): void {
    if (this.#isUpdated) return;
    const all = uris();
    this.#table.keepOnly(new Set(all));
    for (const uri of all) this.#table.set(uri, bindingsIn(uri));
    this.#isUpdated = isWhole;
  }

  /** The notes on what is named under the caret, best first. */
  at(focus: Focus, asked: AskedTemplate): { readonly notes: readonly RankedNote[]; readonly type: string | undefined } {
    const things = ownThings(focus, asked);
    if (things === undefined) return NOTHING;
    const homes = homesOf(things, asked);
    const isHere = (binding: Binding): boolean => homes.some((uri) => this.isMeant(binding, uri));
    return { notes: withoutParts(ranked(this.#table, things.candidates, isHere)), type: things.type };
  }

  /** Whether a note that has a name means the template of that URI, should that declare it. */
  isMeant({ note, file }: Pick<Binding, "note" | "file">, template: string): boolean {
    return isMeant(note, file, template, this.surroundings);
  }

  /** See `isGuideOfOthers`. */
  isGuideOfOthers({ note, file }: Pick<Binding, "note" | "file">, template: string): boolean {
    return isGuideOfOthers(note, file, template, this.surroundings);
  }
}

/** An item that names the thing again, in a note on it, shows with that. */
function withoutParts(notes: readonly RankedNote[]): readonly RankedNote[] {
  return notes.filter(
    ({ note }) => note.kind !== "item" || !notes.some((other) => other.tier === "thing" && isWithin(note, other.note)),
  );
}

const NOTHING = { notes: [], type: undefined } as const;

/** The template, and the one that declares what is named: its notes may lie beside that. */
function homesOf({ candidates, child }: OwnThings, { uri, exports = [] }: AskedTemplate): readonly string[] {
  const names = new Set(candidates.map(({ place }) => (place.kind === "own" ? place.name : "")));
  const exporting = exports.length === 0 ? [] : exports.filter(({ output }) => names.has(output)).map((one) => one.uri);
  return [uri, ...(child === undefined ? [] : [fileBesideTemplate(uri, child)]), ...exporting];
}
