import type { Focus } from "../../model/focus/focus.ts";
import { type RankedNote, ranked } from "../binding/bind.ts";
import { type Binding, MARKED } from "../binding/bindings.ts";
import { BindingTable } from "../binding/bindingTable.ts";
import type { Candidate } from "../binding/candidates.ts";
import { isWithin } from "../reading/note.ts";
import type { NotePlace } from "../reading/place.ts";
import { WHOLE_TITLE } from "../reading/terms.ts";
import { fileBesideTemplate } from "../reading/uriPath.ts";
import { isGuideOfOthers, isMeant, NO_SURROUNDINGS, type Surroundings } from "./nearness.ts";
import { isWrittenAsName } from "./ownBindings.ts";
import { type AskedTemplate, type OwnThings, ownThings } from "./ownCandidates.ts";

/** The user's notes on their own things, in the templates that they mean. */
export class OwnNotes {
  readonly #table = new BindingTable();
  /** Files of which it is not known yet what they call by name. */
  readonly #unread = new Set<string>();
  surroundings: Surroundings = NO_SURROUNDINGS;

  /** Takes a file, or what it says anew. */
  set(uri: string): void {
    this.#table.set(uri, []);
    this.#unread.add(uri);
  }

  delete(uri: string): void {
    this.#table.delete(uri);
    this.#unread.delete(uri);
  }

  /** @param find gives what the file calls by name, where that is not known yet */
  bindingsIn(uri: string, find: () => readonly Binding[]): readonly Binding[] {
    if (this.#unread.has(uri)) {
      this.#table.set(uri, find());
      this.#unread.delete(uri);
    }
    return this.#table.of(uri);
  }

  /**
   * The notes on what is named under the caret, best first.
   *
   * @param read is told the names, and the files of which it is not known what they call by name: it finds that out where it
   *   can make a difference
   */
  at(focus: Focus, asked: AskedTemplate, read: (names: readonly string[], files: readonly string[]) => void): FoundOwn {
    const things = ownThings(focus, asked);
    if (things === undefined) return NOTHING;
    if (this.#unread.size > 0) read(things.candidates.map(nameOf), [...this.#unread]);
    const homes = homesOf(things, asked);
    const isHere = (binding: Binding): boolean =>
      (things.isLiteral !== true || isAllThatIsCalled(binding)) && homes.some((uri) => this.isMeant(binding, uri));
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

/** Whether a note is called as a literal text and no more: that may be part of any name, and an example anywhere. */
function isAllThatIsCalled({ strength, place, note, file }: Binding): boolean {
  return strength >= WHOLE_TITLE && (strength === MARKED || isWrittenAsName(nameOf({ place }), note, file));
}

/** An item that names the thing again, in a note on it, shows with that. */
function withoutParts(notes: readonly RankedNote[]): readonly RankedNote[] {
  return notes.filter(
    ({ note }) => note.kind !== "item" || !notes.some((other) => other.tier === "thing" && isWithin(note, other.note)),
  );
}

/** Notes on what somebody named themselves, and the type of what is named. */
export interface FoundOwn {
  readonly notes: readonly RankedNote[];
  readonly type: string | undefined;
}

export const NOTHING: FoundOwn = { notes: [], type: undefined };

function nameOf({ place }: { readonly place: Candidate["place"] | NotePlace }): string {
  return place.kind === "own" ? place.name : "";
}

/** The template, and the one that declares what is named: its notes may lie beside that. */
function homesOf({ candidates, child }: OwnThings, { uri, exports = [] }: AskedTemplate): readonly string[] {
  const names = new Set(candidates.map(nameOf));
  const exporting = exports.length === 0 ? [] : exports.filter(({ output }) => names.has(output)).map((one) => one.uri);
  return [uri, ...(child === undefined ? [] : [fileBesideTemplate(uri, child)]), ...exporting];
}
