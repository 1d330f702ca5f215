import type { PossiblePlace, Writable } from "../../notes/binding/candidates.ts";
import { askedOf } from "../../notes/lesson/asked.ts";
import type { NoteIndex } from "../../notes/noteIndex.ts";
import type { HoverOptions } from "../../notes/showing/noteText.ts";
import { type HoverNotes, hoverNotes } from "../../notes/showing/renderHover.ts";
import type { ItemData } from "./scene.ts";

/** The notes on what an item stands for, with what a hover would choose of them; `undefined` if there can be none. */
export function itemNotes(data: ItemData, notes: NoteIndex, render: HoverOptions): HoverNotes | undefined {
  const written = writtenBy(data);
  return written && hoverNotes(notes.on(written), askedOf(written), render);
}

function writtenBy(data: ItemData): Writable | undefined {
  switch (data.of) {
    case "key":
      return writableKey(data);
    case "parameterType":
      return {
        kind: "key",
        place: { in: "entry", section: "Parameters", name: "", path: ["Type"] },
        name: "Type",
        value: data.name,
      };
    case "type":
    case "function":
      return { kind: data.of, name: data.name };
    case "pseudoParameter":
      return { kind: "pseudo", name: data.name };
    case "helper": {
      const command = `/opt/aws/bin/${data.name}`;
      const line = data.option === undefined ? command : `${command} ${data.option}`;
      return { kind: "word", line, offset: line.length - (data.option ?? data.name).length };
    }
    default:
      return undefined;
  }
}

function writableKey({ root, path, value }: Extract<ItemData, { of: "key" }>): Writable | undefined {
  const name = path.findLast((step) => typeof step === "string");
  const [first, ...below] = path;
  if (name === undefined || typeof first !== "string") return undefined;
  const place = keyPlace(root, first, below, path);
  return place && { kind: "key", place, name, ...(value === undefined ? {} : { value }) };
}

function keyPlace(
  root: Extract<ItemData, { of: "key" }>["root"],
  first: string,
  below: readonly (string | number)[],
  path: readonly (string | number)[],
): PossiblePlace | undefined {
  switch (root.in) {
    case "template":
      return below.length === 0 ? { in: "section", section: first } : undefined;
    case "entry":
      return { in: "entry", section: root.section, name: "", path };
    case "resource":
      return { in: "resource", type: root.type, attribute: first, path: below };
  }
}
