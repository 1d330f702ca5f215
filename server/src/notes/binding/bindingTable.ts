import type { NotePlace } from "../reading/note.ts";
import type { Binding } from "./bindings.ts";
import type { Candidate, ConcretePlace } from "./candidates.ts";

/** A binding with its number in the order of all. */
export interface NumberedBinding {
  readonly binding: Binding;
  readonly number: number;
}

/** No file has more. */
const MAX_BINDINGS = 1_000_000;

/**
 * Bindings by the last name of their place, so that only a few of thousands have to be compared with what is under the
 * caret. The bindings of a file can be replaced without looking at those of other files.
 */
export class BindingTable {
  readonly #byName = new Map<string, NumberedBinding[]>();
  readonly #files = new Map<string, { readonly order: number; readonly bindings: readonly Binding[] }>();
  #next = 0;

  /** Sets the bindings of a file, which keeps its place in the order of files. */
  set(uri: string, bindings: readonly Binding[]): void {
    const known = this.#files.get(uri);
    if (known?.bindings === bindings) return;
    const order = known?.order ?? this.#next++;
    this.#remove(uri);
    this.#files.set(uri, { order, bindings });
    for (const [index, binding] of bindings.entries()) {
      const name = tableKey(binding.place);
      const numbered = { binding, number: order * MAX_BINDINGS + index };
      const others = this.#byName.get(name);
      if (others === undefined) this.#byName.set(name, [numbered]);
      else others.push(numbered);
    }
  }

  /** The bindings of a file. */
  of(uri: string): readonly Binding[] {
    return this.#files.get(uri)?.bindings ?? [];
  }

  delete(uri: string): void {
    this.#remove(uri);
    this.#files.delete(uri);
  }

  /** A superset of the bindings that fit a candidate. */
  near({ place }: Candidate): readonly NumberedBinding[] {
    const names = [tableKey(place), anyOf(place.kind)];
    // Only about a hundred are on all properties of a type.
    if (place.kind === "property") names.push(anyOf(place.kind, place.type));
    return names.flatMap((name) => this.#byName.get(name) ?? []);
  }

  #remove(uri: string): void {
    const bindings = new Set(this.of(uri));
    for (const name of new Set([...bindings].map(({ place }) => tableKey(place)))) {
      const others = this.#byName.get(name)?.filter(({ binding }) => !bindings.has(binding)) ?? [];
      if (others.length === 0) this.#byName.delete(name);
      else this.#byName.set(name, others);
    }
  }
}

function tableKey(place: NotePlace | ConcretePlace): string {
  switch (place.kind) {
    case "word":
    case "text":
    case "string":
      return "string";
    case "section":
      return bindingKey(place.kind, place.section);
    case "type":
      return bindingKey(place.kind, place.type);
    case "function":
    case "pseudo":
    case "name":
    case "own":
      return bindingKey(place.kind, place.name);
    case "property":
      return bindingKey(place.kind, place.path.at(-1) ?? "", place.type);
    default:
      return bindingKey(place.kind, place.path.at(-1) ?? "");
  }
}

/** Names are compared without regard to case; those with wildcards are together, by the type that they are in. */
function bindingKey(kind: NotePlace["kind"], name: string, type = ""): string {
  if (name.includes("*")) return anyOf(kind, type.includes("*") ? "" : type);
  return `${kind} ${name.toLowerCase()}`;
}

function anyOf(kind: NotePlace["kind"] | ConcretePlace["kind"], type = ""): string {
  return `${kind} *${type}`;
}
