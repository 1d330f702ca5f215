import { countWhile } from "../../text/countWhile.ts";
import { type Member, type OpenLevel, openLevel, type Reading } from "../split/openLevel.ts";
import type { PlacedUnit } from "../split/unit.ts";
import type { Template } from "../template.ts";
import { flowKeyAt, flowPlace } from "./flowPlace.ts";

/** The reading of a JSON template at a caret, from the beginning of the entry that the caret is in or behind. */
export function jsonPlace({ text, units }: Template, caret: number): Reading | undefined {
  const near = lastBefore(units, caret);
  const unit = units[near];
  const root = openLevel("map", true, 0);
  if (unit === undefined || unit.kind === "whole" || unit.kind === "stray")
    return flowPlace(text, text.indexOf("{"), caret, text.length, []).reading;
  const levels: OpenLevel[] = [root];
  const headers = units.findLastIndex(({ kind }, index) => index <= near && kind === "header");
  for (const key of membersOf(units.slice(0, near), text, (kind) => kind !== "child")) root.before.push(key);
  if (unit.kind === "child") {
    const section = openLevel("map", true, 0);
    for (const key of membersOf(units.slice(headers + 1, near), text, (kind) => kind === "child"))
      section.before.push(key);
    root.key = root.before.at(-1)?.name;
    root.awaits = "value";
    levels.push(section);
  }
  return flowPlace(text, unit.offset, caret, text.length, levels, 0).reading;
}

/** The index of the last unit that begins before the caret; -1 if none does. */
function lastBefore(units: readonly PlacedUnit[], caret: number): number {
  return countWhile(units, ({ offset }) => offset < caret) - 1;
}

function membersOf(
  units: readonly PlacedUnit[],
  text: string,
  isWanted: (kind: PlacedUnit["kind"]) => boolean,
): readonly Member[] {
  return units.flatMap(({ kind, offset }) => (isWanted(kind) ? [flowKeyAt(text, offset)] : []));
}
