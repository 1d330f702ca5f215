import { comparableWords, newKey } from "./cardKey.ts";
import { mergedStores, readStore, type Store, storeText } from "./readStore.ts";
import { type CardChange, type CardRecord, changedRecord } from "./record.ts";

/** A changed schedule. */
export interface ChangedStore {
  readonly text: string;
  /** State of the text before the change; unless it was `whole`, a copy has to be kept before it is overwritten. */
  readonly before: Store["state"];
}

/** Applies changes to the text of a schedule; idempotent, so that changes may be sent again. */
export function changeStore(text: string, changes: readonly CardChange[]): ChangedStore {
  const { state, records, later } = readStore(text);
  const next = new Map(records);
  for (const change of changes) {
    const key = change.card.key ?? freeKey(change, next);
    const { kind, front, back, where } = change.card;
    next.set(key, changedRecord(next.get(key) ?? { key, kind, front, back, where, reviews: [] }, change));
  }
  return { text: storeText({ records: next, later }), before: state };
}

/** Merges two schedules; also tells the state of the other one. */
export function mergeStores(text: string, other: string): ChangedStore & { readonly other: Store["state"] } {
  const left = readStore(text);
  const right = readStore(other);
  return { text: storeText(mergedStores(left, right)), before: left.state, other: right.state };
}

/** The key of a card's text; a different one if it is taken by a card that had this text before and was edited. */
function freeKey({ card, time }: CardChange, records: ReadonlyMap<string, CardRecord>): string {
  const wanted = newKey(card);
  const isFree = (key: string): boolean => {
    const record = records.get(key);
    // A repeated change belongs to the record that already has it, whatever its text is now.
    if (record === undefined || comparableWords(record) === comparableWords(card)) return true;
    const { reviews, takenBack = [], dropped, edit } = record;
    return [...reviews.map(([at]) => at), ...takenBack, dropped?.time, edit?.time].includes(time);
  };
  let key = wanted;
  for (let number = 2; !isFree(key); number++) key = `${wanted}-${number}`;
  return key;
}
