import type { Binding } from "./bindings.ts";
import type { Candidate, ConcretePlace } from "./candidates.ts";
import type { NotePlace } from "./place.ts";

/** A binding with its number in the order of all. */
export interface NumberedBinding {
  readonly binding: Binding;
  readonly number: number;
}

/** Bindings by the name that their place ends with: of thousands, few have to be compared with what is under the caret. */
export class BindingTable {
  readonly #byName = new Map<string, NumberedBinding[]>();

  constructor(bindings: readonly Binding[]) {
    for (const [number, binding] of bindings.entries()) {
      const name = nameOf(binding.place);
      const known = this.#byName.get(name);
      if (known === undefined) this.#byName.set(name, [{ binding, number }]);
      else known.push({ binding, number });
    }
  }

  /** Those that may fit a candidate; all that do are among them. */
  near({ place }: Candidate): readonly NumberedBinding[] {
    const named = this.#byName.get(nameOf(place)) ?? [];
    const any = this.#byName.get(anyOf(place.kind)) ?? [];
    return any.length === 0 ? named : [...named, ...any];
  }
}

function nameOf(place: NotePlace | ConcretePlace): string {
  switch (place.kind) {
    case "word":
    case "text":
    case "string":
      return "string";
    case "section":
      return named(place.kind, place.section);
    case "type":
      return named(place.kind, place.type);
    case "function":
    case "pseudo":
    case "name":
      return named(place.kind, place.name);
    default:
      return named(place.kind, place.path.at(-1) ?? "");
  }
}

/** Names are compared without regard to case; those with wildcards are together. */
function named(kind: NotePlace["kind"], name: string): string {
  return name.includes("*") ? anyOf(kind) : `${kind} ${name.toLowerCase()}`;
}

function anyOf(kind: NotePlace["kind"] | ConcretePlace["kind"]): string {
  return `${kind} *`;
}
