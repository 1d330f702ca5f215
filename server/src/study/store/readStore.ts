import type { CardKind } from "../cards/card.ts";
import { type CardRecord, united } from "./record.ts";
import type { Grade, Review } from "./schedule.ts";

/** What the file calls itself. */
export const FORMAT = "cfn-notes-schedule";
const VERSION = 1;

/**
 * A schedule as it was read. `whole`: all of it was understood. `damaged`: some of it was; the rest must be kept by
 * whoever writes. `foreign`: it is no schedule of ours, or one of a later version.
 */
export interface Store {
  readonly state: "whole" | "damaged" | "foreign";
  readonly records: ReadonlyMap<string, CardRecord>;
}

/** Reads a schedule: `{"format", "version", "cards": [one record a line]}`. An empty text is an empty schedule. */
export function readStore(text: string): Store {
  if (text.trim() === "") return { state: "whole", records: new Map() };
  const whole = parsed(text);
  if (isObject(whole)) {
    if (whole["format"] !== FORMAT || Number(whole["version"]) > VERSION)
      return { state: "foreign", records: new Map() };
    const cards = Array.isArray(whole["cards"]) ? whole["cards"] : [];
    const records = cards.flatMap((card: unknown) => decodedRecord(card) ?? []);
    const isWhole = Array.isArray(whole["cards"]) && records.length === cards.length;
    return { state: isWhole ? "whole" : "damaged", records: byKey(records) };
  }
  // Half of it, or two halves: each record stands on a line of its own, and both sides of a conflict count.
  const records = text.split(/\r?\n/).flatMap((line) => decodedRecord(parsed(line.trim().replace(/,$/, ""))) ?? []);
  const isOurs = records.length > 0 || text.includes(`"${FORMAT}"`);
  return { state: isOurs ? "damaged" : "foreign", records: byKey(records) };
}

/** A schedule as a file: one record a line, sorted, so that versions of it can be compared and merged. */
export function storeText(records: ReadonlyMap<string, CardRecord>): string {
  const lines = [...records.values()]
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .map((record) => JSON.stringify(record));
  return `{"format":"${FORMAT}","version":${VERSION},"cards":[\n${lines.join(",\n")}\n]}\n`;
}

/** What both know, without loss. */
export function mergedRecords(
  left: ReadonlyMap<string, CardRecord>,
  right: ReadonlyMap<string, CardRecord>,
): ReadonlyMap<string, CardRecord> {
  return byKey([...left.values(), ...right.values()]);
}

function byKey(records: readonly CardRecord[]): ReadonlyMap<string, CardRecord> {
  const map = new Map<string, CardRecord>();
  for (const record of records) {
    const known = map.get(record.key);
    map.set(record.key, known === undefined ? record : united(known, record));
  }
  return map;
}

const KINDS: readonly CardKind[] = ["term", "name", "word", "number", "cell", "list", "template"];

function decodedRecord(raw: unknown): CardRecord | undefined {
  if (!isObject(raw)) return undefined;
  const { key, kind, front, back, where, reviews, dropped, edit } = raw;
  const known = KINDS.find((one) => one === kind);
  if (typeof key !== "string" || known === undefined || typeof front !== "string" || typeof back !== "string")
    return undefined;
  return {
    key,
    kind: known,
    front,
    back,
    where: Array.isArray(where) ? where.filter((one) => typeof one === "string") : [],
    reviews: (Array.isArray(reviews) ? reviews : []).flatMap((review: unknown) => decodedReview(review)),
    ...(isObject(dropped) && isTime(dropped["time"])
      ? { dropped: { time: dropped["time"], on: dropped["on"] === true } }
      : {}),
    ...(isObject(edit) && isTime(edit["time"])
      ? { edit: { time: edit["time"], front: String(edit["front"]), back: String(edit["back"]) } }
      : {}),
  };
}

function decodedReview(raw: unknown): readonly Review[] {
  if (!Array.isArray(raw)) return [];
  const [time, grade] = raw as readonly unknown[];
  return isTime(time) && isGrade(grade) ? [[time, grade]] : [];
}

/** Milliseconds that a `Date` can hold. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 8.64e15;
}

function isGrade(value: unknown): value is Grade {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
