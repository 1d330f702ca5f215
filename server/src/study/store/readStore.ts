import { groupedBy } from "../../text/groupedBy.ts";
import { isJsonObject, parsedJson } from "../../text/json.ts";
import type { CardKind } from "../cards/card.ts";
import { type CardRecord, united } from "./record.ts";
import type { Review } from "./schedule.ts";

/** The format name in the file. */
export const FORMAT = "cfn-notes-schedule";
const VERSION = 1;

/**
 * A schedule as it was read. `whole`: writing it again loses nothing. `damaged`: some of it was understood; the rest must be
 * kept by whoever writes. `foreign`: it is no schedule of ours, or one of a later version.
 */
export interface Store {
  readonly state: "whole" | "damaged" | "foreign";
  readonly records: ReadonlyMap<string, CardRecord>;
  readonly later: Later;
}

/** Unknown data of a later version, written back unchanged. */
export interface Later {
  /** Unknown top-level fields. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Cards of unknown kinds. */
  readonly cards: readonly unknown[];
}

const NOTHING_LATER: Later = { fields: {}, cards: [] };

/** Reads a schedule: `{"format", "version", "cards": [one record a line]}`. An empty text is an empty schedule. */
export function readStore(text: string): Store {
  if (text.trim() === "") return { state: "whole", records: new Map(), later: NOTHING_LATER };
  const parsed = parsedJson(text);
  if (isJsonObject(parsed)) return readObject(parsed);
  // A truncated file or one with conflict markers: each line is a record, and both sides of a conflict count.
  const lines = text.split(/\r?\n/).map((line) => decodedCard(parsedJson(line.trim().replace(/,$/, ""))));
  const records = lines.flatMap(({ record }) => record ?? []);
  const isOurs = records.length > 0 || text.includes(`"${FORMAT}"`);
  const later = { fields: {}, cards: lines.flatMap((line) => line.later ?? []) };
  return { state: isOurs ? "damaged" : "foreign", records: byKey(records), later };
}

function readObject(parsed: Record<string, unknown>): Store {
  const { format, version, cards, ...fields } = parsed;
  if (format !== FORMAT || Number(version) > VERSION)
    return { state: "foreign", records: new Map(), later: NOTHING_LATER };
  const decoded = (Array.isArray(cards) ? cards : []).map(decodedCard);
  const isWhole = Array.isArray(cards) && decoded.every((card) => card.isWhole);
  return {
    state: isWhole ? "whole" : "damaged",
    records: byKey(decoded.flatMap(({ record }) => record ?? [])),
    later: { fields, cards: decoded.flatMap((card) => card.later ?? []) },
  };
}

/** A schedule as file text: one record a line, sorted, so that it can be diffed and merged. */
export function storeText({ records, later }: Pick<Store, "records" | "later">): string {
  const known = [...records.values()].sort((left, right) => (left.key < right.key ? -1 : 1));
  const lines = [...known, ...later.cards].map((card) => JSON.stringify(card));
  const fields = Object.entries(later.fields).map(
    ([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  return `{"format":"${FORMAT}","version":${VERSION},"cards":[\n${lines.join(",\n")}\n]${fields.join("")}}\n`;
}

/** Merges two schedules without loss. */
export function mergedStores(left: Store, right: Store): Pick<Store, "records" | "later"> {
  const cards = new Map([...left.later.cards, ...right.later.cards].map((card) => [JSON.stringify(card), card]));
  return {
    records: byKey([...left.records.values(), ...right.records.values()]),
    later: { fields: { ...right.later.fields, ...left.later.fields }, cards: [...cards.values()] },
  };
}

function byKey(records: readonly CardRecord[]): ReadonlyMap<string, CardRecord> {
  return new Map([...groupedBy(records, ({ key }) => key)].map(([key, same]) => [key, same.reduce(united)]));
}

const KINDS: readonly CardKind[] = ["question", "term", "name", "list", "case", "template"];

/** The valid part of a card; `isWhole` if that is all of it. */
interface DecodedCard {
  readonly isWhole: boolean;
  readonly record?: CardRecord;
  /** The card as it was read, if its kind is unknown. */
  readonly later?: unknown;
}

/** Unknown fields stay in the record, as a later version may have added them. */
function decodedCard(raw: unknown): DecodedCard {
  if (!isJsonObject(raw)) return { isWhole: false };
  const { key, kind, front, back, where = [], reviews = [], takenBack, dropped, edit, ...more } = raw;
  if (typeof key !== "string" || typeof kind !== "string" || typeof front !== "string" || typeof back !== "string")
    return { isWhole: false };
  const known = KINDS.find((one) => one === kind);
  if (known === undefined) return { isWhole: true, later: raw };
  const read = {
    where: listOf(where, (one) => typeof one === "string"),
    reviews: listOf(reviews, isReview),
    takenBack: listOf(takenBack ?? [], isTime),
    dropped: dropped === undefined || isDropped(dropped),
    edit: edit === undefined || isEdit(edit),
  };
  const record = {
    key,
    kind: known,
    front,
    back,
    where: read.where.good,
    reviews: read.reviews.good,
    ...(takenBack !== undefined && { takenBack: read.takenBack.good }),
    ...(isDropped(dropped) && { dropped }),
    ...(isEdit(edit) && { edit }),
    ...more,
  };
  const isWhole = read.where.isWhole && read.reviews.isWhole && read.takenBack.isWhole && read.dropped && read.edit;
  return { isWhole, record };
}

/** The valid elements, and whether all are valid. */
function listOf<Element>(
  raw: unknown,
  isGood: (one: unknown) => one is Element,
): { readonly good: readonly Element[]; readonly isWhole: boolean } {
  if (!Array.isArray(raw)) return { good: [], isWhole: false };
  const good = (raw as readonly unknown[]).filter(isGood);
  return { good, isWhole: good.length === raw.length };
}

function isReview(raw: unknown): raw is Review {
  return Array.isArray(raw) && isTime(raw[0]) && [1, 2, 3, 4].includes(raw[1]);
}

function isDropped(raw: unknown): raw is NonNullable<CardRecord["dropped"]> {
  return isJsonObject(raw) && isTime(raw["time"]) && typeof raw["on"] === "boolean";
}

function isEdit(raw: unknown): raw is NonNullable<CardRecord["edit"]> {
  return (
    isJsonObject(raw) && isTime(raw["time"]) && typeof raw["front"] === "string" && typeof raw["back"] === "string"
  );
}

/** Whether a value is a time that a `Date` can hold, in milliseconds. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 8.64e15;
}
